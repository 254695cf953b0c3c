// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final ActorId A = ActorId.of(new byte[] {(byte) 0xAA});

    private final Edit edit = Doc.empty().edit(A);
    private final ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);

    private int at(Cursor cursor) {
        return edit.position(text, cursor).orElseThrow();
    }

    @Test
    void aCursorGoesAlongWithItsElement() {
        edit.splice(text, 0, 0, "a😀cd");
        Cursor cursor = edit.cursor(text, 3, Cursor.Move.AFTER);

        edit.splice(text, 0, 0, "xx").splice(text, 6, 0, "y");

        assertEquals(5, at(cursor));
        assertEquals("4@aa", cursor.toString());
        assertEquals(5, edit.commit(null, Instant.EPOCH).orElseThrow().document().position(text, cursor).getAsInt());
    }

    @Test
    void whereItsElementIsDeletedItGoesToTheNextOrThePrevious() {
        edit.splice(text, 0, 0, "abcdef");
        Cursor after = edit.cursor(text, 3, Cursor.Move.AFTER);
        Cursor before = edit.cursor(text, 3, Cursor.Move.BEFORE);

        edit.splice(text, 3, 1, "");
        assertEquals(3, at(after));
        assertEquals(2, at(before));

        edit.splice(text, 1, 4, "");
        assertEquals("a", edit.text(text));
        assertEquals(1, at(after));
        assertEquals(0, at(before));

        edit.splice(text, 0, 1, "");
        assertEquals(0, at(after));
        assertEquals(0, at(before));
    }

    @Test
    void theBeginningAndTheEndStayThat() {
        edit.splice(text, 0, 0, "ab");

        assertEquals(Cursor.END, edit.cursor(text, 2, Cursor.Move.BEFORE));
        assertEquals(0, at(Cursor.START));
        assertEquals(2, at(Cursor.END));
        assertThrows(IndexOutOfBoundsException.class, () -> edit.cursor(text, 3, Cursor.Move.AFTER));
        assertThrows(IndexOutOfBoundsException.class, () -> edit.cursor(ObjectId.ROOT, 0, Cursor.Move.AFTER));
    }

    @Test
    void aCursorOnAValueThatWasPutStaysAtItsElement() {
        ObjectId list = edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST);
        edit.insert(list, 0, Scalar.of(1)).insert(list, 1, Scalar.of(2)).put(list, 1, Scalar.of(3));
        Cursor cursor = edit.cursor(list, 1, Cursor.Move.AFTER);

        edit.insert(list, 0, Scalar.of(0)).put(list, 2, Scalar.of(4));

        assertEquals(OptionalInt.of(2), edit.position(list, cursor));
        assertEquals(OptionalInt.empty(), edit.position(text, cursor));
        assertEquals(OptionalInt.empty(), edit.position(list, Cursor.parse("1@bb")));
    }

    @ParameterizedTest
    @CsvSource({"s, 0101", "e, 0102", "12@aabb, 010302aabb0c02", "-300@0a, 0103010aac0201"})
    void bothFormsAreAutomerges(String text, String bytes) throws MalformedException {
        Cursor cursor = Cursor.parse(text);

        assertEquals(bytes, HexFormat.of().formatHex(cursor.toByteArray()));
        assertEquals(cursor, Cursor.parse(cursor.toByteArray()));
        assertEquals(text, cursor.toString());
    }

    @Test
    void theOlderBinaryFormIsRead() throws MalformedException {
        assertEquals(Cursor.parse("12@aabb"), Cursor.parse(HexFormat.of().parseHex("0002aabb0c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-", "1", "1@", "@aa", "1@a", "0@aa", "-1", "4294967296@aa", "s@e"})
    void whatIsNoCursorIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Cursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "0103", "010300", "010302aabb0c", "010302aabb0c03", "02", "010302aabb0c0200", "0100"})
    void bytesThatAreNoCursorAreRefused(String bytes) {
        assertThrows(MalformedException.class, () -> Cursor.parse(HexFormat.of().parseHex(bytes)));
    }
}
