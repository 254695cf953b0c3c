// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The handshake against the vectors of cacophony, in the shared folder beside the project. */
final class NoiseVectorsTest {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");

    @Test
    void allVectorsWithoutPresharedKeysMatch() throws Exception {
        int checked = 0;
        int skipped = 0;
        for (String vector : vectors()) {
            Map<String, String> fields = new HashMap<>();
            List<Bytes[]> messages = new ArrayList<>();
            read(vector, fields, messages);
            Optional<NoiseProtocol> protocol = NoiseProtocol.named(fields.get("protocol_name"));
            if (protocol.isPresent()) {
                check(protocol.get(), fields, messages);
                checked++;
            } else {
                assertTrue(fields.get("protocol_name").contains("psk"), fields.get("protocol_name"));
                skipped++;
            }
        }
        assertEquals(114, checked);
        assertEquals(63, skipped, "pre-shared keys are not spoken here");
    }

    private static void check(NoiseProtocol protocol, Map<String, String> fields, List<Bytes[]> messages) throws FormatException {
        var initiator = side(protocol, fields, "init", true);
        var responder = side(protocol, fields, "resp", false);
        int at = 0;
        for (; !initiator.complete(); at++) {
            HandshakeState from = initiator.ourTurn() ? initiator : responder;
            HandshakeState to = from == initiator ? responder : initiator;
            Bytes message = from.writeMessage(messages.get(at)[0]);
            assertEquals(messages.get(at)[1], message, protocol + " message " + at);
            assertEquals(messages.get(at)[0], to.readMessage(message));
        }
        assertTrue(responder.complete());
        assertEquals(Bytes.fromHex(fields.get("handshake_hash")), initiator.handshakeHash());
        assertEquals(Bytes.fromHex(fields.get("handshake_hash")), responder.handshakeHash());
        var left = initiator.split();
        var right = responder.split();
        for (; at < messages.size(); at++) {
            boolean leftSends = protocol.pattern().oneWay() || at % 2 == 0;
            Bytes message = (leftSends ? left : right).sending().encrypt(Bytes.EMPTY, messages.get(at)[0]);
            assertEquals(messages.get(at)[1], message, protocol + " message " + at);
            assertEquals(messages.get(at)[0], (leftSends ? right : left).receiving().decrypt(Bytes.EMPTY, message));
        }
    }

    private static HandshakeState side(NoiseProtocol protocol, Map<String, String> fields, String name, boolean initiator) {
        var keys = new HandshakeState.Keys(hex(fields, name + "_static").map(DhKey::of), hex(fields, name + "_remote_static"),
                hex(fields, name + "_ephemeral").map(DhKey::of));
        return new HandshakeState(protocol, initiator, hex(fields, name + "_prologue").orElseThrow(), keys);
    }

    private static Optional<Bytes> hex(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Bytes::fromHex);
    }

    private static void read(String vector, Map<String, String> fields, List<Bytes[]> messages) {
        Matcher matcher = FIELD.matcher(vector);
        Bytes payload = Bytes.EMPTY;
        while (matcher.find()) {
            switch (matcher.group(1)) {
                case "payload" -> payload = Bytes.fromHex(matcher.group(2));
                case "ciphertext" -> messages.add(new Bytes[] {payload, Bytes.fromHex(matcher.group(2))});
                default -> fields.put(matcher.group(1), matcher.group(2));
            }
        }
    }

    private static List<String> vectors() throws IOException {
        Optional<Path> file = shared().map(dir -> dir.resolve("conformance/noise/cacophony.txt")).filter(Files::isReadable);
        Assumptions.assumeTrue(file.isPresent(), "SKIPPED: no shared/conformance beside the project");
        String[] parts = Files.readString(file.get()).split("(?=\\{\"protocol_name\")");
        return List.of(parts).subList(1, parts.length);
    }

    private static Optional<Path> shared() {
        String given = System.getProperty("pushpin.shared");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("shared/conformance"))) {
                return Optional.of(dir.resolve("shared"));
            }
        }
        return Optional.empty();
    }

    @Test
    void aFlippedBitInAnyHandshakeMessageIsRefused() throws Exception {
        for (int bit = 0; bit < 8 * 48; bit++) {
            var initiator = HandshakeState.begin(NoiseProtocol.NN, true, Bytes.EMPTY, Optional.empty(), Optional.empty());
            var responder = HandshakeState.begin(NoiseProtocol.NN, false, Bytes.EMPTY, Optional.empty(), Optional.empty());
            responder.readMessage(initiator.writeMessage(Bytes.EMPTY));
            byte[] answer = responder.writeMessage(Bytes.EMPTY).toByteArray();
            answer[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(FormatException.class, () -> initiator.readMessage(Bytes.of(answer)));
            assertThrows(IllegalStateException.class, () -> initiator.readMessage(Bytes.EMPTY));
        }
    }

    @Test
    void aKeyOfSmallOrderIsRefused() throws Exception {
        var responder = HandshakeState.begin(NoiseProtocol.NN, false, Bytes.EMPTY, Optional.empty(), Optional.empty());
        responder.readMessage(Bytes.zeros(32));
        assertThrows(FormatException.class, () -> responder.writeMessage(Bytes.EMPTY));
    }

    @Test
    void aDifferentPrologueOrRoleDoesNotConnect() throws Exception {
        var initiator = HandshakeState.begin(NoiseProtocol.NN, true, Bytes.utf8("a"), Optional.empty(), Optional.empty());
        var responder = HandshakeState.begin(NoiseProtocol.NN, false, Bytes.utf8("b"), Optional.empty(), Optional.empty());
        responder.readMessage(initiator.writeMessage(Bytes.EMPTY));
        Bytes answer = responder.writeMessage(Bytes.EMPTY);
        assertThrows(FormatException.class, () -> initiator.readMessage(answer));
    }

    @Test
    void rekeyedEndsUnderstandEachOtherAndNobodyElse() throws Exception {
        var sending = new CipherState(Bytes.zeros(32));
        var receiving = new CipherState(Bytes.zeros(32));
        var stale = new CipherState(Bytes.zeros(32));
        sending.rekey();
        receiving.rekey();

        Bytes record = sending.encrypt(Bytes.EMPTY, Bytes.utf8("hello"));

        assertEquals(Bytes.utf8("hello"), receiving.decrypt(Bytes.EMPTY, record));
        assertThrows(FormatException.class, () -> stale.decrypt(Bytes.EMPTY, record));
        assertThrows(FormatException.class, () -> receiving.decrypt(Bytes.EMPTY, record), "replayed");
    }
}
