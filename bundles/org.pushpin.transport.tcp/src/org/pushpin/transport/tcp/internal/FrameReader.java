// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.UnsupportedFormatException;
import org.pushpin.network.Connection;

/** Reads the frames of one decrypted record. Every length is checked before it is used. */
final class FrameReader {
    static final int PADDING = 0;
    static final int START = 1;
    static final int MORE = 2;
    static final int CREDIT = 3;
    static final int PING = 4;
    static final int PONG = 5;
    static final int CLOSE = 6;
    static final int REKEY = 7;
    static final int FIRST_OPTIONAL = 64;
    static final int TOKEN = 8;
    static final int MAX_REASON = 256;

    private static final int VARINT = 4;

    private final Bytes record;
    private int at;

    FrameReader(Bytes record) {
        this.record = record;
    }

    /** The next frame; empty at the end of the record. */
    Optional<Frame> next() throws FormatException {
        while (at < record.length()) {
            int type = record.at(at++);
            if (type == PADDING) {
                endWithPadding();
            } else if (type >= FIRST_OPTIONAL) {
                bytes(varint());
            } else {
                return Optional.of(frame(type));
            }
        }
        return Optional.empty();
    }

    private void endWithPadding() throws FormatException {
        if (!record.slice(at, record.length()).isZero()) {
            throw new FormatException("the peer sent padding that is not empty");
        }
        at = record.length();
    }

    private Frame frame(int type) throws FormatException {
        return switch (type) {
            case START -> start();
            case MORE -> new Frame.More(varint(), content());
            case CREDIT -> new Frame.Credit(varint(), varint());
            case PING -> new Frame.Ping(bytes(TOKEN));
            case PONG -> new Frame.Pong(bytes(TOKEN));
            case CLOSE -> close();
            case REKEY -> new Frame.Rekey();
            default -> throw new UnsupportedFormatException("frame type " + type);
        };
    }

    private Frame start() throws FormatException {
        int channel = varint();
        int total = varint();
        Bytes content = bytes(varint());
        if (total > Connection.MAX_MESSAGE_BYTES) {
            throw new FormatException("the peer announced a message of " + total + " bytes; " + Connection.MAX_MESSAGE_BYTES + " are allowed");
        }
        if (content.length() > total || content.isEmpty() && total > 0) {
            throw new FormatException("the peer began a message with a wrong length");
        }
        return new Frame.Start(channel, total, content);
    }

    private Bytes content() throws FormatException {
        Bytes content = bytes(varint());
        if (content.isEmpty()) {
            throw new FormatException("the peer sent an empty piece of a message");
        }
        return content;
    }

    private Frame close() throws FormatException {
        int length = varint();
        if (length > MAX_REASON) {
            throw new FormatException("the peer sent a reason of " + length + " bytes");
        }
        return new Frame.Close(readable(new String(bytes(length).toByteArray(), StandardCharsets.UTF_8)));
    }

    /** One line without control characters: it goes to a log. */
    private static String readable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ").strip();
    }

    private Bytes bytes(int length) throws FormatException {
        if (length > record.length() - at) {
            throw new FormatException("the peer sent a frame that ends too early");
        }
        at += length;
        return record.slice(at - length, at);
    }

    /** Unsigned LEB128 of at most 28 bits in its shortest form. */
    private int varint() throws FormatException {
        int value = 0;
        for (int i = 0; i < VARINT; i++) {
            int digit = bytes(1).at(0);
            value |= (digit & 0x7f) << 7 * i;
            if (digit < 0x80) {
                if (digit == 0 && i > 0) {
                    break;
                }
                return value;
            }
        }
        throw new FormatException("the peer sent a number that is too long");
    }
}
