// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A client of an X server on this machine that asks for no authorization, in the protocol's little-endian form (X11 protocol,
 * appendix B). A thread of its own reads, so that each event has the time at which it came. One thread may ask.
 */
final class XConnection implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int UNIT = 32;

    /** What came, whole. @param nanos when its first bytes had come */
    record Message(long nanos, ByteBuffer bytes) {}

    private final SocketChannel channel;
    private final LinkedBlockingQueue<Message> replies = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Message> events = new LinkedBlockingQueue<>();
    private final int root;
    private final int firstId;
    private final int firstKey;
    private final int lastKey;

    /** @param display {@code :N} */
    XConnection(String display) throws IOException {
        String number = display.replaceAll("^.*:(\\d+).*$", "$1");
        channel = SocketChannel.open(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number));
        channel.write(bytes(12).put((byte) 'l').put((byte) 0).putShort((short) 11).putInt(0).putInt(0).flip());
        ByteBuffer head = read(8);
        ByteBuffer setup = read(4 * Short.toUnsignedInt(head.getShort(6)));
        if (head.get(0) != 1) {
            throw new IOException("the display " + display + " is refused");
        }
        firstId = setup.getInt(4);
        firstKey = Byte.toUnsignedInt(setup.get(26));
        lastKey = Byte.toUnsignedInt(setup.get(27));
        int vendor = Short.toUnsignedInt(setup.getShort(16));
        root = setup.getInt(32 + (vendor + 3) / 4 * 4 + 8 * setup.get(21));
        Thread.ofPlatform().daemon().name("x events").start(this::listen);
    }

    static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A request of so many bytes, a multiple of four, with its head written. */
    static ByteBuffer request(int opcode, int detail, int size) {
        return bytes(size).put((byte) opcode).put((byte) detail).putShort((short) (size / 4));
    }

    int root() {
        return root;
    }

    int newId() {
        return firstId;
    }

    int firstKey() {
        return firstKey;
    }

    int lastKey() {
        return lastKey;
    }

    void send(ByteBuffer request) throws IOException {
        request.rewind();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    ByteBuffer ask(ByteBuffer request) throws IOException, InterruptedException {
        send(request);
        Message reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (reply == null || reply.bytes.get(0) == 0) {
            throw new IOException("the X server does not answer request " + request.get(0)
                    + (reply == null ? "" : ": error " + reply.bytes.get(1)));
        }
        return reply.bytes;
    }

    /** The number by which an extension's requests begin, and that of its first event. */
    int[] extension(String name) throws IOException, InterruptedException {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = request(98, 0, 8 + (ascii.length + 3) / 4 * 4);
        ByteBuffer reply = ask(request.putShort((short) ascii.length).putShort((short) 0).put(ascii));
        if (reply.get(8) == 0) {
            throw new IOException("the X server has no " + name);
        }
        return new int[] {Byte.toUnsignedInt(reply.get(9)), Byte.toUnsignedInt(reply.get(10))};
    }

    /** @return null if none came in that time */
    Message event(long nanos) throws InterruptedException {
        return events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    private void listen() {
        try {
            while (true) {
                ByteBuffer head = read(UNIT);
                long now = System.nanoTime();
                int kind = head.get(0) & 127;
                long more = kind == 1 || kind == 35 ? 4L * Integer.toUnsignedLong(head.getInt(4)) : 0;
                ByteBuffer whole = head;
                if (more > 0) {
                    whole = bytes(UNIT + Math.toIntExact(more)).put(head.rewind()).put(read((int) more).rewind());
                }
                (kind <= 1 ? replies : events).add(new Message(now, whole.rewind()));
            }
        } catch (ClosedChannelException | EOFException e) {
            replies.add(new Message(0, bytes(UNIT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer read(int size) throws IOException {
        ByteBuffer buffer = bytes(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.rewind();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
