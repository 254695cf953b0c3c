// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/**
 * A document of a given number of operations, grown as people grow one: four in five in a text, in runs of some twenty keystrokes at
 * random places, a third of the runs deleting; the rest in a list and in a map with a key for every second of its operations. One
 * hundred operations to a transaction. Always the same for the same number.
 */
public final class ScaledDocument {
    private static final int RUN = 20;
    private static final int PER_TRANSACTION = 100;

    private final RandomEdits random = new RandomEdits(23);
    private final Typist typist;
    private final ObjectId text;
    private final ObjectId list;
    private final ObjectId map;
    private int length;
    private int items;
    private int keys;

    private ScaledDocument() {
        Edit edit = Doc.empty().edit(OurEngine.actor(0));
        text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        map = edit.putObject(ObjectId.ROOT, "map", ObjectType.MAP);
        typist = new Typist(edit.commit(null, Instant.EPOCH).orElseThrow().document(), OurEngine.actor(0));
    }

    public static ScaledDocument of(int operations) {
        ScaledDocument made = new ScaledDocument();
        int sealed = 0;
        for (int done = 0; done < operations;) {
            done += made.next(done);
            if (done - sealed >= PER_TRANSACTION) {
                made.typist.seal();
                sealed = done;
            }
        }
        made.typist.seal();
        made.document().heads();
        return made;
    }

    private int next(int done) {
        return switch (done / RUN % 10) {
            case 8 -> insert();
            case 9 -> put();
            default -> type();
        };
    }

    private int type() {
        int at = random.next(length + 1);
        if (random.next(3) == 0 && length - at >= RUN) {
            typist.edit().splice(text, at, RUN, "");
            length -= RUN;
        } else {
            typist.edit().splice(text, at, 0, "twenty characters ok");
            length += RUN;
        }
        return RUN;
    }

    private int insert() {
        int at = random.next(items + 1);
        for (int i = 0; i < RUN; i++) {
            typist.edit().insert(list, at + i, Scalar.of(i));
        }
        items += RUN;
        return RUN;
    }

    private int put() {
        keys += RUN / 2;
        for (int i = 0; i < RUN; i++) {
            typist.edit().put(map, key(random.next(keys)), i);
        }
        return RUN;
    }

    private static String key(int number) {
        return "key" + number;
    }

    public Doc document() {
        return typist.document();
    }

    public ObjectId text() {
        return text;
    }

    public ObjectId list() {
        return list;
    }

    public ObjectId map() {
        return map;
    }

    /** A key that may or may not have a value. */
    public String someKey(int number) {
        return key(number % keys);
    }

    /** Keystrokes on the text, as changes of another writer that build one on the other, encoded. */
    public List<byte[]> remoteKeystrokes(int count) {
        Typist other = new Typist(document(), OurEngine.actor(77));
        List<byte[]> changes = new ArrayList<>();
        for (TextEdit edit : new RandomEdits(29).keystrokes(length, count)) {
            other.edit().splice(text, edit.at(), edit.deleted(), edit.inserted());
            changes.add(other.sealAndTell().toByteArray());
        }
        return changes;
    }

    /** A text at whose one point eight writers inserted {@code inserts} characters concurrently, each always in front of its last. */
    public static Doc crowded(int inserts) throws MalformedException {
        Doc base = crowdBase();
        ObjectId text = crowdText(base);
        List<Change> all = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            Edit edit = base.edit(OurEngine.actor(10 + writer));
            for (int i = 0; i < inserts / 8; i++) {
                edit.splice(text, 1, 0, "x");
            }
            all.add(edit.commit(null, Instant.EPOCH).orElseThrow().change());
        }
        return base.apply(all);
    }

    /** The change of one who had seen none of them, and inserts at the same point: it belongs behind them all. */
    public static byte[] late() {
        Doc base = crowdBase();
        Edit edit = base.edit(ActorId.of(new byte[16]));
        edit.splice(crowdText(base), 1, 0, "L");
        return edit.commit(null, Instant.EPOCH).orElseThrow().change().toByteArray();
    }

    private static Doc crowdBase() {
        Edit edit = Doc.empty().edit(OurEngine.actor(1));
        edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "()");
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    public static ObjectId crowdText(Doc document) {
        return ((org.pushpin.crdt.ObjectValue) document.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }
}
