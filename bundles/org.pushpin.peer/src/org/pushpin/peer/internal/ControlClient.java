// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import org.pushpin.peer.internal.command.Console;

/** Hands a command to the process that holds the profile. */
final class ControlClient {

    private final Gson gson = new Gson();

    /**
     * Runs the command there.
     *
     * @return its exit code; empty if nobody holds the profile
     */
    OptionalInt run(Path profile, Path directory, List<String> arguments, Console console) throws IOException {
        ControlAddress address = ControlAddress.of(profile);
        if (!Files.exists(address.file())) {
            return OptionalInt.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(address.socket());
            } catch (ConnectException e) {
                return OptionalInt.empty(); // left behind by a process that was killed
            }
            Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
            writer.write(gson.toJson(new ControlRequest(directory.toString(), arguments)) + "\n");
            writer.flush();
            return OptionalInt.of(follow(new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)),
                    console));
        } catch (JsonParseException e) {
            throw new IOException("the process that holds the profile answers nonsense", e);
        }
    }

    private int follow(BufferedReader reader, Console console) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            JsonObject message = gson.fromJson(line, JsonObject.class);
            if (message.has("exit")) {
                return message.get("exit").getAsInt();
            }
            if (message.has("out")) {
                console.out(message.get("out").getAsString());
            }
            if (message.has("progress")) {
                console.progress(message.get("progress").getAsString());
            }
        }
        throw new IOException("the process that held the profile ended before it answered");
    }
}
