// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Writes changes and documents column by column, whatever they say. */
final class Forge {
    private final TreeMap<Integer, byte[]> changes = new TreeMap<>();
    private final TreeMap<Integer, byte[]> operations = new TreeMap<>();
    private byte[] head = new byte[0];

    /** A change by actor aa without dependencies. */
    static Forge change(long startOp) {
        return change(0, new byte[0], startOp);
    }

    static Forge change(long depCount, byte[] deps, long startOp) {
        Forge forge = new Forge();
        forge.head = joined(Leb.unsigned(depCount), deps, Leb.unsigned(1), new byte[] {(byte) 0xaa}, Leb.unsigned(1), Leb.unsigned(startOp),
                Leb.signed(0), Leb.unsigned(0), Leb.unsigned(0));
        return forge;
    }

    /** A document of actor aa with one head. */
    static Forge document() {
        Forge forge = new Forge();
        forge.head = joined(Leb.unsigned(1), Leb.unsigned(1), new byte[] {(byte) 0xaa}, Leb.unsigned(1), new byte[32]);
        return forge;
    }

    Forge head(byte[]... bytes) {
        head = joined(bytes);
        return this;
    }

    Forge changes(int spec, byte[]... content) {
        changes.put(spec, joined(content));
        return this;
    }

    Forge with(int spec, byte[]... content) {
        operations.put(spec, joined(content));
        return this;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A run of one unsigned value. */
    static byte[] run(long count, long value) {
        return joined(Leb.signed(count), Leb.unsigned(value));
    }

    /** A run of one step. */
    static byte[] steps(long count, long step) {
        return joined(Leb.signed(count), Leb.signed(step));
    }

    static byte[] nulls(long count) {
        return joined(new byte[] {0}, Leb.unsigned(count));
    }

    static byte[] texts(long count, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return joined(Leb.signed(count), Leb.unsigned(utf8.length), utf8);
    }

    /** So many false, then so many true. */
    static byte[] bits(long off, long on) {
        return on == 0 ? Leb.unsigned(off) : joined(Leb.unsigned(off), Leb.unsigned(on));
    }

    byte[] asChange() {
        return Framing.chunk(Framing.CHANGE, body(joined(head, table(operations)), operations));
    }

    /** Deflated. */
    byte[] asSmallChange() {
        return Framing.chunk(Framing.DEFLATED_CHANGE, Framing.deflated(body(joined(head, table(operations)), operations)));
    }

    byte[] asDocument() {
        byte[] tables = joined(head, table(changes), table(operations));
        return Framing.chunk(Framing.DOCUMENT, joined(body(body(tables, changes), operations), Leb.unsigned(0)));
    }

    private static byte[] body(byte[] before, TreeMap<Integer, byte[]> columns) {
        return joined(before, joined(columns.values().toArray(byte[][]::new)));
    }

    private static byte[] table(TreeMap<Integer, byte[]> columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Leb.unsigned(columns.size()));
        columns.forEach((spec, content) -> {
            out.writeBytes(Leb.unsigned(spec));
            out.writeBytes(Leb.unsigned(content.length));
        });
        return out.toByteArray();
    }
}
