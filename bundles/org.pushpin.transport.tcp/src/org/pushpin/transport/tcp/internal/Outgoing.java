// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.CipherState;

/** Makes records of what waits to be said, and writes them to the socket. One thread: the connection's. */
final class Outgoing {
    private final Channel channel;
    private final Ciphers ciphers;
    private final Outbox outbox;
    private final Inbox inbox;
    private final FrameWriter writer = new FrameWriter();
    private Optional<Bytes> pong = Optional.empty();
    private boolean pingDue;
    private boolean rekeyDue;
    private long sent;

    Outgoing(Channel channel, Ciphers ciphers, Outbox outbox, Inbox inbox) {
        this.channel = channel;
        this.ciphers = ciphers;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    /** How many bytes of records were written so far. */
    long sent() {
        return sent;
    }

    /** The next record answers this ping; an earlier one that is still unanswered is forgotten. */
    void answer(Bytes token) {
        pong = Optional.of(token);
    }

    /** The next record asks whether the peer is there. */
    void ping() {
        pingDue = true;
    }

    /** The next record is the last under its key. */
    void rekey() {
        rekeyDue = true;
    }

    /** Writes what may go now, as far as the socket takes it. */
    void write() {
        boolean wrote = false;
        while (channel.isWritable() && fill()) {
            writeRecord();
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    /** Says the last word. */
    void writeClose(String reason) {
        writer.put(new Frame.Close(reason));
        writeRecord();
        channel.flush();
    }

    /** Puts into a record what may go now: answers, messages, and with them, or when it is due, credit. */
    private boolean fill() {
        pong.ifPresent(token -> writer.put(new Frame.Pong(token)));
        pong = Optional.empty();
        if (pingDue) {
            writer.put(new Frame.Ping(Bytes.zeros(FrameReader.TOKEN)));
            pingDue = false;
        }
        boolean more = true;
        while (more && writer.length() < Limits.FRAGMENT) {
            Optional<Frame> piece = outbox.next(writer.room() - FrameWriter.OVERHEAD);
            piece.ifPresent(writer::put);
            more = piece.isPresent();
        }
        if (!writer.isEmpty() || inbox.creditDue()) {
            fillCredit();
        }
        return !writer.isEmpty();
    }

    private void fillCredit() {
        boolean more = true;
        while (more && writer.room() > FrameWriter.OVERHEAD + 1) {
            Optional<Frame.Credit> credit = inbox.nextCredit();
            credit.ifPresent(writer::put);
            more = credit.isPresent();
        }
    }

    private void writeRecord() {
        boolean last = rekeyDue || ciphers.rekeyDue();
        if (last) {
            writer.put(new Frame.Rekey());
        }
        ByteBuffer record = writer.finish();
        int length = record.remaining() + CipherState.TAG_LENGTH;
        ByteBuf out = channel.alloc().heapBuffer(Short.BYTES + length).writeShort(length);
        ciphers.seal(record, out.nioBuffer(Short.BYTES, length));
        channel.write(out.writerIndex(Short.BYTES + length));
        sent += length;
        if (last) {
            ciphers.rekeySending();
            rekeyDue = false;
        }
    }
}
