// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphemesTest {
    /** Where a bar stands, one ends. ZWJ stands for a joiner. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a|b|c", "e\u0301|x", "\r\n|a", "👨ZWJ👩ZWJ👧|🇩🇪|🇩🇪|🇩", "👩🏽ZWJ🚀|x", "❤\uFE0FZWJ🔥", "👨ZWJZWJ|👧",
        "👨ZWJZWJ|👧ZWJ👩|👧", "xZWJ|👧", "👨ZWJ|x", "👨\u0301ZWJ👧", "ZWJ|👧", "👨ZWJZWJZWJ|👧ZWJZWJ|👧", "क\u094Dष"})
    void areThoseOfUnicode(String barred) {
        String expected = barred.replace("ZWJ", "\u200D");
        Graphemes graphemes = Graphemes.of(expected.replace("|", ""));

        assertEquals(expected, IntStream.range(0, graphemes.count()).mapToObj(i -> graphemes.text(i, 1)).collect(Collectors.joining("|")));
    }
}
