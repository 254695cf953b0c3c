// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.SessionTag;

/** Reads the fields of a message; too few bytes are a {@link FormatException}. */
final class Input {
    private final Bytes bytes;
    private int at;

    Input(Bytes bytes) {
        this.bytes = bytes;
    }

    int u8() throws FormatException {
        return take(1).at(0);
    }

    int u16() throws FormatException {
        return (int) number(Short.BYTES);
    }

    long u32() throws FormatException {
        return number(Integer.BYTES);
    }

    /** A number of things that follow, each at least {@code size} bytes long. */
    int count(int limit, int size) throws FormatException {
        int count = u16();
        if (count > limit || (long) count * size > remaining()) {
            throw new FormatException("a message is said to hold " + count + " entries");
        }
        return count;
    }

    /** A byte that is 0 or 1. */
    boolean flag() throws FormatException {
        int flag = u8();
        if (flag > 1) {
            throw new FormatException("a message has a flag " + flag);
        }
        return flag == 1;
    }

    List<SessionTag> tags(int count) throws FormatException {
        List<SessionTag> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(new SessionTag(copy(SessionTag.LENGTH)));
        }
        return tags;
    }

    /** Without keeping the message alive. */
    Bytes copy(int length) throws FormatException {
        return Bytes.of(take(length).toByteArray());
    }

    Bytes take(int length) throws FormatException {
        if (length > remaining()) {
            throw new FormatException("a message ends too early");
        }
        at += length;
        return bytes.slice(at - length, at);
    }

    Bytes rest() throws FormatException {
        return take(remaining());
    }

    int remaining() {
        return bytes.length() - at;
    }

    void end() throws FormatException {
        if (remaining() != 0) {
            throw new FormatException("a message has " + remaining() + " bytes too many");
        }
    }

    private long number(int length) throws FormatException {
        Bytes digits = take(length);
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << Byte.SIZE | digits.at(i);
        }
        return value;
    }
}
