// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The frozen vectors. {@code ok FIELDS = ENCODED}: writing gives exactly that, reading and writing again as well. {@code refuse KIND EDIT # why}:
 * the first accepted vector, edited, is refused as {@code malformed} or {@code newer}. An edit is {@code OFFSET:HEX} (bytes put there),
 * {@code cut:N} (only N bytes kept), {@code append:HEX}, {@code hex:HEX} (other bytes altogether) or {@code text:…} (a whole URL).
 */
final class VectorsTest {
    private static final int REFUSALS = 10;

    @ParameterizedTest
    @EnumSource(VectorCodecs.class)
    void whatIsAcceptedIsExactlyThis(VectorCodecs codec) throws Exception {
        List<String> lines = lines(codec).stream().filter(line -> line.startsWith("ok ")).toList();
        assertTrue(lines.size() >= 50);
        for (String line : lines) {
            int equals = line.indexOf(" = ");
            String fields = line.substring(3, Math.max(3, equals));
            List<String> in = fields.isEmpty() ? List.of() : List.of(fields.split(" ", -1));
            String encoded = line.substring(equals + 3);
            assertEquals(encoded, codec.encode(in), line);
            assertEquals(encoded, codec.reencode(encoded), line);
        }
    }

    @ParameterizedTest
    @EnumSource(value = VectorCodecs.class, mode = EnumSource.Mode.EXCLUDE, names = {"FINGERPRINT", "DERIVATIONS"})
    void whatIsRefusedSaysWhy(VectorCodecs codec) throws Exception {
        List<String> lines = lines(codec);
        String base = lines.get(0).substring(lines.get(0).indexOf(" = ") + 3).split(",")[0];
        List<String> refused = lines.stream().filter(line -> line.startsWith("refuse ")).toList();
        assertTrue(refused.size() >= REFUSALS, codec + " has only " + refused.size());
        for (String line : refused) {
            String[] parts = line.substring(0, line.indexOf(" # ")).split(" ", 3);
            var refusal = assertThrows(FormatException.class, () -> codec.reencode(edit(base, parts[2])), line);
            assertEquals(parts[1].equals("newer"), refusal instanceof UnsupportedFormatException, line + ": " + refusal.getMessage());
            assertTrue(parts[1].equals("malformed") || refusal.getMessage().startsWith("a newer version is needed"), line);
        }
    }

    private static String edit(String base, String edit) {
        String value = edit.substring(edit.indexOf(':') + 1);
        return switch (edit.substring(0, edit.indexOf(':'))) {
            case "text" -> value;
            case "hex" -> value;
            case "cut" -> VectorCodecs.lengthen(base).slice(0, Integer.parseInt(value)).toHex();
            case "append" -> VectorCodecs.lengthen(base).toHex() + value;
            default -> put(VectorCodecs.lengthen(base), Integer.parseInt(edit.substring(0, edit.indexOf(':'))), Bytes.fromHex(value));
        };
    }

    private static String put(Bytes bytes, int offset, Bytes value) {
        byte[] edited = bytes.toByteArray();
        value.copyTo(edited, offset);
        return Bytes.of(edited).toHex();
    }

    private static List<String> lines(VectorCodecs codec) throws IOException {
        try (InputStream in = VectorsTest.class.getResourceAsStream(codec.file())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
