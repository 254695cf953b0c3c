// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.editing;

import java.util.Optional;

import org.pushpin.content.Intent;
import org.pushpin.content.MarkedText;
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.internal.core.Core;
import org.pushpin.scene.internal.core.Performer;
import org.pushpin.scene.internal.text.Breaks;

/**
 * The text that is being edited, with its caret and selection. They stand after elements of the text, not at numbers:
 * whatever others insert or delete meanwhile, they stay where they were put. Offsets are UTF-16 units.
 */
public final class TextSession {

    final String item;
    public final DocumentUrl url;
    final DocHandle handle;
    public final ObjectId text;
    final boolean singleLine;
    private final Performer performer;
    private Doc doc;
    private String plain;
    private int caret;
    private int anchor;

    TextSession(String item, DocumentUrl url, DocHandle handle, ObjectId text, boolean singleLine,
            Performer performer) {
        this.item = item;
        this.url = url;
        this.handle = handle;
        this.text = text;
        this.singleLine = singleLine;
        this.performer = performer;
        doc = handle.current();
        plain = doc.text(text);
        caret = anchor = plain.length();
    }

    /** The snapshot that offsets are about. */
    Doc doc() {
        return doc;
    }

    String plain() {
        return plain;
    }

    public int caret() {
        return caret;
    }

    int anchor() {
        return anchor;
    }

    public int from() {
        return Math.min(caret, anchor);
    }

    public int to() {
        return Math.max(caret, anchor);
    }

    boolean hasSelection() {
        return caret != anchor;
    }

    String selected() {
        return plain.substring(from(), to());
    }

    /** The same with what it is marked with as signs of Markdown. */
    String selectedMarkdown() {
        return doc.text(text).equals(plain) ? MarkedText.markdown(plain, doc.marks(text), from(), to()) : selected();
    }

    void caret(int to, boolean extend) {
        caret = Math.clamp(to, 0, plain.length());
        if (!extend) anchor = caret;
    }

    void select(int start, int end) {
        anchor = Math.clamp(start, 0, plain.length());
        caret = Math.clamp(end, 0, plain.length());
    }

    /** The next place a character or a word farther on, in a direction of +1 or -1. */
    int step(int from, int direction, boolean word) {
        return word ? Breaks.word(plain, from, direction) : Breaks.character(plain, from, direction);
    }

    /** Whether the text is still there to be edited. */
    boolean exists() {
        return doc.type(text).isPresent();
    }

    /** Follows what others have changed. @return whether anything did */
    boolean follow() {
        Doc now = handle.current();
        if (now == doc) return false;
        Optional<OpId> beforeCaret = before(caret);
        Optional<OpId> beforeAnchor = before(anchor);
        doc = now;
        if (!exists()) return true;
        plain = now.text(text);
        caret = Math.min(after(now, beforeCaret), plain.length());
        anchor = Math.min(after(now, beforeAnchor), plain.length());
        return true;
    }

    /** The caret and the other end of the selection, as others can find them. */
    Core.Writing writing() {
        return new Core.Writing(item, text, cursor(caret), cursor(anchor));
    }

    private Cursor cursor(int offset) {
        return before(offset).map(element -> Cursor.of(element, Cursor.Move.BEFORE)).orElse(Cursor.START);
    }

    private Optional<OpId> before(int offset) {
        return offset == 0 ? Optional.empty() : Optional.of(doc.elementAt(text, offset - 1));
    }

    private int after(Read read, Optional<OpId> element) {
        return element.map(id -> read.positionAfter(text, id)).orElse(0);
    }

    /** Replaces a range by text, and puts the caret behind it. @return whether the document was changed */
    boolean replace(int from, int to, String insert) {
        int at = splice(from, to, insert);
        if (at >= 0) caret(at + insert.length(), false);
        return at >= 0;
    }

    /** Replaces a range by text; caret and selection stay at the characters where they are. */
    boolean replaceAround(int from, int to, String insert) {
        Optional<OpId> beforeCaret = before(caret);
        Optional<OpId> beforeAnchor = before(anchor);
        boolean here = caret == from && from == to;
        if (splice(from, to, insert) < 0) return false;
        caret = here ? from + insert.length() : Math.min(after(doc, beforeCaret), plain.length());
        anchor = here ? caret : Math.min(after(doc, beforeAnchor), plain.length());
        return true;
    }

    /** @return where the text was inserted; -1 if the document was not changed */
    private int splice(int from, int to, String insert) {
        Optional<OpId> first = before(from);
        Optional<OpId> last = from == to ? first : before(to);
        int[] at = {from};
        Optional<Doc> after = performer.change(handle, url.contentType(), edit -> {
            at[0] = after(edit, first);
            int end = Math.max(at[0], after(edit, last));
            return new Intent.Splice(text, at[0], end - at[0], insert);
        });
        after.ifPresent(this::take);
        return after.isPresent() ? at[0] : -1;
    }

    private void take(Doc after) {
        doc = after;
        plain = doc.text(text);
    }

    /** Marks a range. @return whether the document was changed */
    boolean format(int from, int to, String mark, Scalar value) {
        Optional<OpId> first = before(from);
        Optional<OpId> last = before(to);
        Optional<Doc> after = performer.change(handle, url.contentType(), edit -> {
            int start = after(edit, first);
            return new Intent.Format(text, start, Math.max(start, after(edit, last)), mark, value);
        });
        after.ifPresent(this::take);
        return after.isPresent();
    }
}
