// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Files exchanged with npm's {@code @automerge/automerge}: what we save it loads, with our heads and values; what it makes of it, with
 * texts and marks, we load, with its heads and values. Skipped, with a line that says so, where there is no npm or no network.
 */
class JavaScriptEngineTest {
    private static final int DOCUMENTS = 30;

    @Test
    void filesAreExchanged(@TempDir Path directory) throws Exception {
        NodeFolder node = installed();
        Map<Integer, Doc> ours = new HashMap<>();
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            ours.put(seed, document(new Random(seed)));
            Files.write(directory.resolve(seed + ".in"), ours.get(seed).save());
        }

        node.run("node", "exchange.mjs", directory.toString());

        for (int seed = 0; seed < DOCUMENTS; seed++) {
            check(ours.get(seed), directory.resolve(seed + ".in.json"));
            Doc theirs = Doc.load(Files.readAllBytes(directory.resolve(seed + ".out")));
            check(theirs, directory.resolve(seed + ".out.json"));
            check(ours.get(seed).merge(theirs), directory.resolve(seed + ".out.json"));
            assertEquals(theirs.heads(), Doc.load(theirs.save()).heads());
        }
    }

    private static NodeFolder installed() throws InterruptedException {
        try {
            return NodeFolder.installed();
        } catch (IOException e) {
            System.err.println("SKIPPED: the JavaScript engine cannot be installed: " + e.getMessage());
            return Assumptions.abort("no npm: " + e.getMessage());
        }
    }

    private static void check(Doc doc, Path description) throws IOException {
        JsonObject json = JsonParser.parseString(Files.readString(description)).getAsJsonObject();
        assertEquals(json.get("heads").getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList(), Trees.heads(doc));
        assertEquals(Plain.of(json.get("value")), Plain.of(doc), description.getFileName()::toString);
    }

    /** Two writers and a merge, over maps, lists, texts, counters and every scalar. */
    private static Doc document(Random random) {
        Edit edit = Doc.empty().edit(ActorId.of(new byte[] {1, 2, 3}));
        ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        ObjectId map = edit.putObject(ObjectId.ROOT, "map", ObjectType.MAP);
        edit.splice(text, 0, 0, "Grüße 😀 漢字 " + "word ".repeat(random.nextInt(80)));
        edit.put(ObjectId.ROOT, "counter", new Scalar.Counter(random.nextInt(50)));
        Doc base = commit(edit);
        return commit(change(base, ActorId.of(new byte[] {(byte) 200}), text, list, map, random))
                .merge(commit(change(base, ActorId.of(new byte[] {1, 2, 3}), text, list, map, random)));
    }

    private static Edit change(Doc base, ActorId actor, ObjectId text, ObjectId list, ObjectId map, Random random) {
        Edit edit = base.edit(actor);
        for (int i = 0; i < 12; i++) {
            int length = edit.length(text);
            int at = random.nextInt(length + 1);
            edit.splice(text, at, Math.min(length - at, random.nextInt(3)), random.nextBoolean() ? "😀" : "ab");
            edit.insert(list, random.nextInt(edit.length(list) + 1), scalar(random));
            edit.put(map, "k" + random.nextInt(9), scalar(random));
            edit.put(edit.putObject(map, "m" + random.nextInt(3), ObjectType.MAP), "é😀", scalar(random));
            if (random.nextInt(3) == 0) {
                edit.delete(list, random.nextInt(edit.length(list)));
                edit.delete(map, "k" + random.nextInt(9));
            }
            edit.increment(ObjectId.ROOT, "counter", random.nextInt(10));
        }
        return edit;
    }

    private static Scalar scalar(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Scalar.NULL;
            case 1 -> Scalar.of(random.nextBoolean());
            case 2 -> Scalar.of(random.nextLong() >> 12 + random.nextInt(50));
            case 3 -> new Scalar.Uint(random.nextLong() >>> 12 + random.nextInt(50));
            case 4 -> Scalar.of(random.nextGaussian());
            case 5 -> Scalar.of(new byte[random.nextInt(400)]);
            case 6 -> new Scalar.Counter(random.nextInt(100));
            case 7 -> new Scalar.Timestamp(random.nextInt());
            default -> Scalar.of("x😀".repeat(random.nextInt(200)));
        };
    }

    private static Doc commit(Edit edit) {
        return edit.commit("from Java", Instant.ofEpochSecond(1_700_000_000)).map(Commit::document).orElseThrow();
    }
}
