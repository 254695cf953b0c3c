// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files give what is whole in them. */
class RescueTest {
    private static final ActorId RESCUER = ActorId.parse("feed");

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("pushpin.seeds", 10));
    }

    private static Rescue rescue(byte[] bytes) {
        return Rescue.of(bytes, RESCUER, Instant.EPOCH);
    }

    private static Doc sample(long seed) {
        RandomEdits edits = new RandomEdits(new Random(seed));
        Doc doc = Doc.empty();
        for (int i = 0; i < 8; i++) {
            doc = edits.edited(doc, ActorId.parse("aa"), 10);
        }
        return doc;
    }

    @Test
    void marksThatEndBeforeTheyBeginCostTheHistoryOnly() throws IOException, MalformedException {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/conformance"))) {
            at = at.getParent();
        }
        Assumptions.assumeTrue(at != null, "the shared conformance data are not here");
        Rescue rescue = rescue(Files.readAllBytes(at.resolve("shared/conformance/automerge/broken_zero_width_mark.automerge")));
        Doc doc = Doc.load(rescue.document().save());

        assertEquals(List.of("o1", "text"), doc.keys(ObjectId.ROOT));
        assertEquals("tsxs", text(doc, "o1"));
        assertEquals("", text(doc, "text"));
        assertEquals(1, rescue.leftOut().size());
    }

    private static String text(Doc doc, String key) {
        return doc.text(((ObjectValue) doc.get(ObjectId.ROOT, key).orElseThrow()).id());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSoundFileIsLoadedAsEver(long seed) throws MalformedException {
        byte[] saved = sample(seed).save();
        Rescue rescue = rescue(saved);

        assertEquals(List.of(), rescue.leftOut());
        assertEquals(Doc.load(saved).heads(), rescue.document().heads());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatFollowsADamagedChangeIsFound(long seed) throws IOException {
        Random random = new Random(seed);
        Doc doc = sample(seed);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(doc.save());
        Doc other = new RandomEdits(random).edited(doc, ActorId.parse("bb"), 5);
        byte[] broken = doc.changes().getLast().toByteArray();
        broken[broken.length - 1] ^= 1;
        file.write(broken);
        other.changesSince(doc.heads()).forEach(change -> file.writeBytes(change.toByteArray()));
        file.write(Arrays.copyOf(broken, broken.length / 2));

        assertThrows(MalformedException.class, () -> Doc.load(file.toByteArray()));
        Rescue rescue = rescue(file.toByteArray());
        assertEquals(other.heads(), rescue.document().heads());
        assertEquals(2, rescue.leftOut().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyDamageLeavesADocumentThatCanBeSaved(long seed) throws MalformedException {
        Random random = new Random(seed);
        byte[] saved = sample(seed).save();
        for (int i = 0; i < 40; i++) {
            byte[] broken = saved.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Rescue rescue = rescue(random.nextBoolean() ? broken : Arrays.copyOf(broken, random.nextInt(broken.length)));

            assertTrue(Snapshots.same(rescue.document(), Doc.load(rescue.document().save())));
        }
    }
}
