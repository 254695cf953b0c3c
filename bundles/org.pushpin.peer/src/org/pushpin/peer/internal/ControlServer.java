// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

import org.pushpin.peer.internal.command.Commands;
import org.pushpin.peer.internal.command.ExitCode;
import org.pushpin.peer.internal.command.Services;

/**
 * Answers commands of this profile's owner while this process holds the profile. Each client has a (virtual) thread.
 * The format is in the package page of {@code org.pushpin.peer}.
 */
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ControlServer.class.getName());

    private final Gson gson = new Gson();
    private final Commands commands = new Commands();
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    private final ControlAddress address;
    private final Supplier<Services> services;
    private final ServerSocketChannel server;

    /** @param services asked per command; throws {@link IllegalStateException} while the profile is not ready */
    ControlServer(Path profile, Supplier<Services> services) throws IOException {
        this.address = ControlAddress.of(profile);
        this.services = services;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Files.deleteIfExists(address.file()); // we hold the profile, so whoever made it is gone
        server.bind(address.socket());
        Files.setPosixFilePermissions(address.file(), PosixFilePermissions.fromString("rw-------"));
        Thread.ofVirtual().name("control").start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                clients.add(client);
                Thread.ofVirtual().name("control-client").start(() -> serve(client));
            }
        } catch (ClosedChannelException e) {
            LOG.log(Level.DEBUG, "control socket closed");
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the control socket stopped: {0}", e.getMessage());
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8), 8192);
            Writer writer = new OutputStreamWriter(Channels.newOutputStream(client), StandardCharsets.UTF_8);
            ControlRequest request = gson.fromJson(BoundedLine.read(reader), ControlRequest.class);
            if (request == null || request.arguments() == null || request.directory() == null) {
                throw new IOException("no request");
            }
            SocketConsole console = new SocketConsole(gson, writer, reader);
            ExitCode exit = commands.run(services.get(), Path.of(request.directory()), request.arguments(), console);
            JsonObject end = new JsonObject();
            end.addProperty("exit", exit.code());
            console.send(end);
        } catch (IOException | JsonParseException e) {
            LOG.log(Level.DEBUG, "a control client left: {0}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel client : clients) {
                client.close();
            }
            Files.deleteIfExists(address.file());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing the control socket: {0}", e.getMessage());
        }
    }
}
