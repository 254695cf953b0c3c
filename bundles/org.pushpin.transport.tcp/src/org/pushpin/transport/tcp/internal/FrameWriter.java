// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.pushpin.crypto.Bytes;

/** Collects the frames of one record, and pads short records so that their length says little. Not thread-safe. */
final class FrameWriter {
    /** The longest record before encryption, as long as Noise allows. */
    static final int MAX_PLAINTEXT = 65_535 - 16;

    /** What the frame around a piece of a message may take: type and three numbers. */
    static final int OVERHEAD = 13;

    private static final int PADDED = 4096;
    private static final int STEP = 256;
    private static final int TAG = 16;

    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_PLAINTEXT);

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    /** How many bytes of frames are there. */
    int length() {
        return buffer.position();
    }

    int room() {
        return buffer.remaining();
    }

    void put(Frame frame) {
        switch (frame) {
            case Frame.Start start -> {
                type(FrameReader.START);
                varint(start.channel());
                varint(start.total());
                content(start.content());
            }
            case Frame.More more -> {
                type(FrameReader.MORE);
                varint(more.channel());
                content(more.content());
            }
            case Frame.Credit credit -> {
                type(FrameReader.CREDIT);
                varint(credit.channel());
                varint((int) credit.amount());
            }
            case Frame.Ping ping -> token(FrameReader.PING, ping.token());
            case Frame.Pong pong -> token(FrameReader.PONG, pong.token());
            case Frame.Close close -> {
                type(FrameReader.CLOSE);
                content(cut(close.reason()));
            }
            case Frame.Rekey rekey -> type(FrameReader.REKEY);
        }
    }

    private void token(int type, Bytes token) {
        type(type);
        token.writeTo(buffer);
    }

    private void type(int type) {
        buffer.put((byte) type);
    }

    private void content(Bytes content) {
        varint(content.length());
        content.writeTo(buffer);
    }

    private void varint(int value) {
        int rest = value;
        while (rest >= 0x80) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    /** As much of the text as may go, without half a character at the end. */
    private static Bytes cut(String reason) {
        var bytes = ByteBuffer.allocate(FrameReader.MAX_REASON);
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(reason), bytes, true);
        return Bytes.copy(bytes.flip());
    }

    /** The record to encrypt, padded; begins anew. Below 4 KiB its encrypted length is a multiple of 256. */
    ByteBuffer finish() {
        int length = buffer.position();
        if (length < PADDED - TAG) {
            int padded = (length + TAG + STEP - 1) / STEP * STEP - TAG;
            while (buffer.position() < padded) {
                buffer.put((byte) FrameReader.PADDING);
            }
        }
        ByteBuffer record = buffer.duplicate().flip();
        buffer.clear();
        return record;
    }
}
