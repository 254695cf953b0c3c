// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import org.pushpin.peer.internal.command.Console;

/** A client of the control socket, as the console of its command. */
final class SocketConsole implements Console {

    private static final Logger LOG = System.getLogger(SocketConsole.class.getName());

    private final Gson gson;
    private final Writer writer;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Watches {@code reader}: its end means that the client is gone. */
    SocketConsole(Gson gson, Writer writer, Reader reader) {
        this.gson = gson;
        this.writer = writer;
        Thread.ofVirtual().name("control-watch").start(() -> {
            try {
                while (reader.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "a control client broke off: {0}", e.getMessage());
            } finally {
                closed.countDown();
            }
        });
    }

    @Override
    public void out(String line) {
        send("out", line);
    }

    @Override
    public void progress(String line) {
        send("progress", line);
    }

    @Override
    public boolean closed() {
        return closed.getCount() == 0;
    }

    @Override
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    private void send(String kind, String line) {
        JsonObject message = new JsonObject();
        message.addProperty(kind, line);
        try {
            send(message);
        } catch (IOException e) {
            closed.countDown();
        }
    }

    synchronized void send(JsonObject message) throws IOException {
        writer.write(gson.toJson(message));
        writer.write('\n');
        writer.flush();
    }
}
