// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What an engine shows after a step: short ones as they are, long ones as their digest unless they are wanted in full. */
final class Observation {
    private static final int SHORT = 100;

    private Observation() {
    }

    static String of(String seen, boolean full) {
        if (full || seen.length() <= SHORT) {
            return seen;
        }
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(seen.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String heads(List<String> heads) {
        return String.join(" ", heads.stream().sorted().toList());
    }
}
