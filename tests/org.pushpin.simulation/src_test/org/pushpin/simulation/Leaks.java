// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.Bytes;

/** Looks for bytes in messages that must never be in one, because only one host knows the document that they are of. */
final class Leaks {
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    void secret(String owner, Bytes bytes) {
        secrets.put(latin(bytes), owner);
    }

    private static String latin(Bytes bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    void look(String from, String to, Bytes message) {
        if (secrets.isEmpty()) {
            return;
        }
        String text = latin(message);
        secrets.forEach((secret, owner) -> {
            if (text.contains(secret)) {
                found.add(owner + "'s document in a message from " + from + " to " + to);
            }
        });
    }

    List<String> found() {
        return found;
    }
}
