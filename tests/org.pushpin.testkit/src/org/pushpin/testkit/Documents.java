// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.pushpin.content.ContentType;
import org.pushpin.content.Edge;
import org.pushpin.content.Intent;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Seed;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Documents to test with: made as the product makes them, and such as nobody should make. */
public final class Documents {

    public static final ActorId ANN = ActorId.parse("aa");
    public static final ActorId BEN = ActorId.parse("bb");

    /** Values that fit few fields. */
    private static final List<Scalar> SCALARS = List.of(Scalar.NULL, Scalar.of(true), Scalar.of(-7), new Scalar.Uint(-1),
            Scalar.of(Double.NaN), Scalar.of(Double.NEGATIVE_INFINITY), Scalar.of(1e300), Scalar.of(""),
            Scalar.of("x\n".repeat(5_000)), Scalar.of(new byte[3]), new Scalar.Counter(Long.MIN_VALUE),
            new Scalar.Timestamp(Long.MAX_VALUE));

    private Documents() {}

    /** A new document as the product makes one. */
    public static Doc create(ContentType type, Seed seed) {
        return change(Doc.empty(), ANN, edit -> type.create(edit, seed));
    }

    /** The document after an intent. */
    public static Doc perform(ContentType type, Doc doc, ActorId actor, Intent intent) {
        return change(doc, actor, edit -> type.perform(intent, edit));
    }

    /** The document after a change; itself if nothing changed. */
    public static Doc change(Doc doc, ActorId actor, Consumer<Edit> write) {
        Edit edit = doc.edit(actor);
        write.accept(edit);
        return edit.commit(null, Instant.EPOCH).map(Commit::document).orElse(doc);
    }

    /** The document, with each of the fields in turn gone, of every other type, and long. */
    public static List<Doc> hostile(Doc good, ObjectId map, String... fields) {
        List<Doc> bad = new ArrayList<>(List.of(Doc.empty(), good));
        for (String field : fields) {
            bad.add(change(good, BEN, edit -> edit.delete(map, field)));
            for (Scalar scalar : SCALARS) bad.add(change(good, BEN, edit -> edit.put(map, field, scalar)));
            for (ObjectType type : ObjectType.values()) bad.add(change(good, BEN, edit -> edit.putObject(map, field, type)));
        }
        return bad;
    }

    /** The document with a megabyte in a field, as a string and as a text. */
    public static List<Doc> huge(Doc good, ObjectId map, String field) {
        String megabyte = "x\n".repeat(500_000);
        return List.of(change(good, BEN, edit -> edit.put(map, field, megabyte)),
                change(good, BEN, edit -> edit.splice(edit.putObject(map, field, ObjectType.TEXT), 0, 0, megabyte)));
    }

    /** Every intent that a host can send, most of them senseless for most types. */
    public static List<Intent> intents() {
        ObjectId nowhere = ObjectId.parse("99@cc");
        return List.of(new Intent.Act(""), new Intent.Act("add", Map.of("url", Scalar.of("nonsense"))),
                new Intent.Act("vote", Map.of("option", Scalar.of("nonsense"))), new Intent.Act("color", Map.of("color", Scalar.of(7))),
                new Intent.Local("page", Scalar.of(1)), new Intent.Rename("x".repeat(2_000)),
                new Intent.Splice(nowhere, 0, 0, "x"), new Intent.Splice(ObjectId.ROOT, -1, -1, "x"),
                new Intent.Stroke("pen", List.of(new Intent.Sample(Double.NaN, 0, 0, 0))), new Intent.Arrange(Map.of()),
                new Intent.Order(List.of("a", "a"), "b"), new Intent.Remove(Set.of("a")),
                new Intent.Reparent(Set.of("a"), "a"), new Intent.Insert(List.of()), new Intent.Lock(Set.of("a", ""), true),
                new Intent.Enclose("", new Rect(Double.NaN, 0, -1, 1e300), Set.of("a"), "a"),
                new Intent.Enclose("f", new Rect(Double.NaN, 0, -1, 1e300), Set.of("a", "f"), "f"),
                new Intent.Connect("e", Edge.End.of("a", true), Edge.End.at(new Point(Double.NaN, 1e300), false)),
                new Intent.Attach("e", true, Edge.End.of("a", true)));
    }
}
