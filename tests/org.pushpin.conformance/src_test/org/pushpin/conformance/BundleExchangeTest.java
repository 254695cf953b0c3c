// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Change;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Bundles of changes exchanged with npm's {@code @automerge/automerge}, both ways. Skipped where there is no npm or no network. */
class BundleExchangeTest {
    private static final int DOCUMENTS = 6;

    @Test
    void bundlesAreExchanged(@TempDir Path directory) throws Exception {
        NodeFolder node = installed();
        Map<Integer, Doc> documents = new HashMap<>();
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Doc doc = document(new Random(seed));
            documents.put(seed, doc);
            Files.write(directory.resolve(seed + ".in"), doc.save());
            Files.write(directory.resolve(seed + ".bundle"), Change.bundle(doc.changes()));
        }

        node.run("node", "bundles.mjs", directory.toString());

        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Doc doc = documents.get(seed);
            JsonObject ours = JsonParser.parseString(Files.readString(directory.resolve(seed + ".json"))).getAsJsonObject();
            assertEquals(strings(ours.get("heads")), Trees.heads(doc));
            assertEquals(Plain.of(ours.get("value")), Plain.of(doc));
            assertEquals(doc.heads(), Doc.load(Files.readAllBytes(directory.resolve(seed + ".all"))).heads());
            List<Change> some = Change.parse(Files.readAllBytes(directory.resolve(seed + ".some")));
            List<String> theirs = strings(JsonParser.parseString(Files.readString(directory.resolve(seed + ".hashes.json"))));
            assertEquals(theirs.stream().sorted().toList(), some.stream().map(c -> c.hash().toString()).sorted().toList());
        }
    }

    private static List<String> strings(JsonElement array) {
        return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    private static NodeFolder installed() throws InterruptedException {
        try {
            return NodeFolder.installed();
        } catch (IOException e) {
            System.err.println("SKIPPED: the JavaScript engine cannot be installed: " + e.getMessage());
            return Assumptions.abort("no npm: " + e.getMessage());
        }
    }

    /** Two writers, many transactions, some of them concurrent. */
    private static Doc document(Random random) {
        Edit begin = Doc.empty().edit(ActorId.parse("0102"));
        ObjectId text = begin.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);
        ObjectId list = begin.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        begin.put(ObjectId.ROOT, "counter", new Scalar.Counter(5));
        Doc one = commit(begin, random);
        Doc other = one;
        for (int i = 0; i < 30; i++) {
            one = commit(change(one.edit(ActorId.parse("0102")), text, list, random), random);
            other = commit(change(other.edit(ActorId.parse("c8")), text, list, random), random);
            Doc both = one.merge(other);
            one = random.nextBoolean() ? both : one;
            other = random.nextBoolean() ? both : other;
        }
        return one.merge(other);
    }

    private static Edit change(Edit edit, ObjectId text, ObjectId list, Random random) {
        int length = edit.length(text);
        int at = random.nextInt(length + 1);
        edit.splice(text, at, Math.min(length - at, random.nextInt(9)), Stream.generate(() -> "x😀é").limit(random.nextInt(9))
                .reduce("typed", String::concat));
        edit.insert(list, random.nextInt(edit.length(list) + 1), Scalar.of(random.nextInt()));
        edit.put(ObjectId.ROOT, "k" + random.nextInt(5), Scalar.of("value"));
        edit.increment(ObjectId.ROOT, "counter", 1);
        if (random.nextInt(3) == 0) {
            edit.delete(list, random.nextInt(edit.length(list)));
            edit.delete(ObjectId.ROOT, "k" + random.nextInt(5));
        }
        return edit;
    }

    private static Doc commit(Edit edit, Random random) {
        String message = random.nextInt(4) == 0 ? "message" : null;
        return edit.commit(message, Instant.ofEpochSecond(random.nextInt(100))).map(Commit::document).orElseThrow();
    }
}
