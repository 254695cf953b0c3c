// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.MalformedException;

class BloomFilterTest {
    private static List<ChangeHash> hashes(int count, long seed) {
        Random random = new Random(seed);
        List<ChangeHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            hashes.add(ChangeHash.of(bytes));
        }
        return hashes;
    }

    private static BloomFilter parse(byte[] bytes) throws MalformedException {
        return BloomFilter.parse(new Input(bytes));
    }

    /** Worked by hand: 16 bits; x = 1, y = 2, z = 3; probes 1, 3, 8, 0, 11, 9, 10. */
    @Test
    void bitsByHand() {
        ChangeHash hash = ChangeHash.parse("11000000" + "22000000" + "33000000" + "00".repeat(20));

        assertEquals("010a07" + "0b0f", HexFormat.of().formatHex(BloomFilter.of(List.of(hash)).toByteArray()));
    }

    /** 24 bits; words above 2³¹, whose remainders are not those of negative numbers. */
    @Test
    void wordsAreUnsigned() {
        ChangeHash high = ChangeHash.parse("ffffffff" + "feffffff" + "000000f0" + "00".repeat(20));
        ChangeHash other = ChangeHash.parse("01000080" + "99999999" + "aaaaaaaa" + "00".repeat(20));

        assertEquals("020a07" + "2ca2ac", HexFormat.of().formatHex(BloomFilter.of(List.of(high, other)).toByteArray()));
    }

    @Test
    void containsAllOfThemAndFewOthers() throws MalformedException {
        for (int count : new int[] {1, 2, 3, 10, 1000}) {
            List<ChangeHash> in = hashes(count, count);
            BloomFilter filter = parse(BloomFilter.of(in).toByteArray());
            assertEquals(BloomFilter.of(in), filter);
            assertTrue(in.stream().allMatch(filter::mayContain));
        }
        BloomFilter filter = BloomFilter.of(hashes(1000, 1));
        long wrong = hashes(100_000, 2).stream().filter(filter::mayContain).count();
        assertTrue(wrong > 500 && wrong < 1500, wrong + " of 100000");
    }

    @Test
    void emptyIsNoBytes() throws MalformedException {
        assertArrayEquals(new byte[0], BloomFilter.of(List.of()).toByteArray());
        assertSame(BloomFilter.EMPTY, parse(new byte[0]));
        assertSame(BloomFilter.EMPTY, parse(new byte[] {0, 10, 7}));
        assertFalse(BloomFilter.EMPTY.mayContain(hashes(1, 1).getFirst()));
    }

    @Test
    void otherParametersAreRead() throws MalformedException {
        BloomFilter one = parse(HexFormat.of().parseHex("010801" + "02"));
        ChangeHash hit = ChangeHash.parse("01".repeat(4) + "00".repeat(28));
        assertTrue(one.mayContain(hit));
        assertFalse(one.mayContain(ChangeHash.parse("02".repeat(4) + "00".repeat(28))));
        assertTrue(parse(HexFormat.of().parseHex("010800" + "02")).mayContain(hit), "no probes count as one");
        assertArrayEquals(HexFormat.of().parseHex("01080102"), one.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "01", "010a", "010a07", "010a0700", // too short
        "010007", "01000700", // no bits
        "ffffffff0f0a0700", // claims 5 GB
        "ffffffff0fffffffff0f0700", "ffffffffffffffffff010a0700", // claims more than a number holds
        "01800200" + "41ff", "01810207" + "00", // 257 bits per hash
        "010a8001" + "0000", "010affffffff0f0000", // too many probes
        "8100" + "0a070000", // superfluous byte
    })
    void refused(String hex) {
        assertThrows(MalformedException.class, () -> parse(HexFormat.of().parseHex(hex)));
    }
}
