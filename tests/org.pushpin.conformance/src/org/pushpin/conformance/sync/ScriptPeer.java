// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.sync;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.conformance.NodeFolder;
import org.pushpin.conformance.Plain;
import org.pushpin.crdt.Doc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** npm's {@code @automerge/automerge} behind {@code node/sync.mjs}. */
public final class ScriptPeer implements SyncPeer {
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Set<String> known = new HashSet<>();

    /** Starts the process; before anything else {@link #begin}. */
    public ScriptPeer(NodeFolder node) {
        try {
            process = node.builder("node", "sync.mjs").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter();
        answers = process.inputReader();
    }

    /** An empty document, without states. */
    public void begin(byte[] actor) {
        ask("new " + HexFormat.of().formatHex(actor));
        known.clear();
    }

    private String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("node ended");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void edit(int number) {
        ask("edit " + number);
    }

    @Override
    public void connect(String peer, boolean keep) {
        ask("connect " + peer + " " + (keep && known.contains(peer)));
        known.add(peer);
    }

    /** A new session, from nothing, that takes no changes, or one that does. */
    public void connectReadOnly(String peer, boolean readOnly) {
        ask("readonly " + peer + " " + readOnly);
    }

    @Override
    public Optional<byte[]> generate(String peer) {
        String answer = ask("generate " + peer);
        return answer.equals("-") ? Optional.empty() : Optional.of(HexFormat.of().parseHex(answer));
    }

    @Override
    public void receive(String peer, byte[] message) {
        ask("receive " + peer + " " + HexFormat.of().formatHex(message));
    }

    private JsonObject described() {
        return JsonParser.parseString(ask("describe")).getAsJsonObject();
    }

    @Override
    public List<String> heads() {
        return described().get("heads").getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }

    @Override
    public boolean isSame(Doc ours) {
        return Plain.of(described().get("value")).equals(Plain.of(ours));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
