// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pushpin.crdt.Doc;

/**
 * The corpora, and some mutation without a fuzzer: {@code -Dpushpin.fuzz.seconds=N} for more, {@code -Dpushpin.fuzz.seed=N} for the same
 * again.
 */
class TargetsTest {
    private static final long SECONDS = Long.getLong("pushpin.fuzz.seconds", 2);
    private static final long SEED = Long.getLong("pushpin.fuzz.seed", System.nanoTime() & 0xff_ffff);

    private static List<byte[]> inputs(Target target) {
        List<byte[]> inputs = new ArrayList<>(Seeds.of(target));
        inputs.addAll(Corpus.of(target));
        return inputs;
    }

    @ParameterizedTest
    @EnumSource
    void everyInputOfTheCorpusIsHarmless(Target target) {
        for (byte[] input : inputs(target)) {
            run(target, input, "of the corpus");
        }
    }

    @ParameterizedTest
    @EnumSource
    void mutatedInputsAreHarmless(Target target) {
        System.out.println(target + ": seed " + SEED);
        Mutation mutation = new Mutation(new Random(SEED));
        List<byte[]> corpus = inputs(target);
        long runs = 0;
        for (long end = System.nanoTime() + SECONDS * 1_000_000_000; System.nanoTime() < end; runs++) {
            run(target, mutation.of(corpus), "of seed " + SEED);
        }
        System.out.println(target + ": " + runs + " inputs");
    }

    private static void run(Target target, byte[] input, String origin) {
        try {
            target.run(input);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(target + " input " + origin + ": " + Base64.getEncoder().encodeToString(input), e);
        }
    }

    /** Otherwise the targets would test the checksum only. */
    @ParameterizedTest
    @EnumSource
    void soundFilesAreAcceptedAfterTheyWereRepaired(Target target) throws Exception {
        assertFalse(Seeds.of(target).isEmpty());
        for (Doc doc : Samples.all()) {
            byte[] saved = doc.save();
            byte[] broken = saved.clone();
            broken[5] ^= 1;

            assertEquals(doc.heads(), Doc.load(Framing.repaired(broken)).heads());
            assertEquals(doc.heads(), Doc.load(doc.forks().isEmpty() && doc.missingDependencies().isEmpty()
                    ? Parts.of(saved).chunk() : saved).heads());
        }
    }
}
