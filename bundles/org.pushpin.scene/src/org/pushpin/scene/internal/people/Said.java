// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.repo.Presence;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Self;

/** The values that people exchange, as bytes and back; see the package's description. Any thread, no state. */
final class Said {

    static final int PERSON = 0;
    static final int POINTER = 1;
    static final int SELECTION = 2;
    static final int VIEWPORT = 3;
    static final int FOLLOWING = 4;
    static final int WRITING = 5;

    private static final int NAME_BYTES = 200;
    private static final double FAR = 1e9;

    private Said() {
    }

    /** Who somebody says to be. @param name one line, perhaps empty */
    record Introduction(int hue, String name) {}

    /** @param count of all that is selected; {@code keys} of as much of it as was told */
    record Selection(int count, List<String> keys) {
        static final Selection NONE = new Selection(0, List.of());

        Selection {
            keys = List.copyOf(keys);
        }
    }

    static Bytes introduction(Introduction person) {
        Bytes name = Bytes.utf8(Self.line(person.name));
        return Bytes.concat(Bytes.of((byte) person.hue), name.slice(0, Math.min(NAME_BYTES, name.length())));
    }

    static Optional<Introduction> introduction(Bytes value) {
        if (value.isEmpty() || value.length() > 1 + NAME_BYTES) return Optional.empty();
        return Optional.of(new Introduction(value.at(0), Self.line(text(value.slice(1, value.length())))));
    }

    private static String text(Bytes utf8) {
        return new String(utf8.toByteArray(), StandardCharsets.UTF_8);
    }

    static Bytes pointer(Point at) {
        return doubles(at.x(), at.y());
    }

    static Optional<Point> pointer(Bytes value) {
        return numbers(value, 2).map(n -> new Point(n[0], n[1]));
    }

    static Bytes viewport(Rect area) {
        return doubles(area.x(), area.y(), area.width(), area.height());
    }

    static Optional<Rect> viewport(Bytes value) {
        return numbers(value, 4).filter(n -> n[2] > 0 && n[3] > 0).map(n -> new Rect(n[0], n[1], n[2], n[3]));
    }

    private static Bytes doubles(double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length);
        for (double number : numbers) buffer.putDouble(number);
        return Bytes.of(buffer.array());
    }

    private static Optional<double[]> numbers(Bytes value, int count) {
        if (value.length() != Double.BYTES * count) return Optional.empty();
        double[] numbers = new double[count];
        value.asBuffer().asDoubleBuffer().get(numbers);
        for (double number : numbers) {
            if (!(Math.abs(number) <= FAR)) return Optional.empty();
        }
        return Optional.of(numbers);
    }

    static Bytes selection(Collection<String> keys) {
        ByteBuffer buffer = ByteBuffer.allocate(Presence.MAX_VALUE).putInt(keys.size());
        for (String key : keys) {
            byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > 255) continue;
            if (buffer.remaining() < 1 + utf8.length) break;
            buffer.put((byte) utf8.length).put(utf8);
        }
        return keys.isEmpty() ? Bytes.EMPTY : Bytes.copy(buffer.flip());
    }

    static Selection selection(Bytes value) {
        if (value.length() < Integer.BYTES) return Selection.NONE;
        int count = value.asBuffer().getInt();
        List<String> keys = new ArrayList<>();
        int at = Integer.BYTES;
        while (at < value.length()) {
            int end = at + 1 + value.at(at);
            if (end > value.length()) return Selection.NONE;
            keys.add(text(value.slice(at + 1, end)));
            at = end;
        }
        return count < keys.size() ? Selection.NONE : new Selection(count, keys);
    }

    static Bytes following(Optional<DeviceId> device) {
        return device.map(DeviceId::key).orElse(Bytes.EMPTY);
    }

    static Optional<DeviceId> following(Bytes value) {
        return value.length() == DeviceId.LENGTH ? Optional.of(new DeviceId(value)) : Optional.empty();
    }

    static Bytes writing(Optional<Core.Writing> writing) {
        if (writing.isEmpty()) return Bytes.EMPTY;
        Core.Writing here = writing.get();
        byte[] caret = here.caret().toByteArray();
        byte[] anchor = here.anchor().equals(here.caret()) ? new byte[0] : here.anchor().toByteArray();
        byte[] key = here.item().getBytes(StandardCharsets.UTF_8);
        if (key.length > 255) return Bytes.EMPTY;
        ByteBuffer buffer = ByteBuffer.allocate(Presence.MAX_VALUE);
        for (byte[] part : List.of(key, here.text().toString().getBytes(StandardCharsets.UTF_8), caret, anchor)) {
            buffer.put((byte) part.length).put(part);
        }
        return Bytes.copy(buffer.flip());
    }

    static Optional<Core.Writing> writing(Bytes value) {
        List<Bytes> parts = new ArrayList<>();
        for (int at = 0; at < value.length();) {
            int end = at + 1 + value.at(at);
            if (end > value.length() || parts.size() == 4) return Optional.empty();
            parts.add(value.slice(at + 1, end));
            at = end;
        }
        if (parts.size() != 4) return Optional.empty();
        try {
            Cursor caret = Cursor.parse(parts.get(2).toByteArray());
            Cursor anchor = parts.get(3).isEmpty() ? caret : Cursor.parse(parts.get(3).toByteArray());
            return Optional.of(new Core.Writing(text(parts.get(0)), ObjectId.parse(text(parts.get(1))), caret, anchor));
        } catch (MalformedException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
