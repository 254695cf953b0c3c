// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pushpin.crdt.internal.rich.Graphemes;
import org.pushpin.crdt.internal.rich.Myers;

/**
 * Makes a rich text another: first its graphemes and blocks, as few as there can be, then its marks (Automerge, {@code text_diff.rs}). A
 * block in the place of another is updated, not replaced. One thread.
 */
final class SpansUpdate implements Myers.Script {
    private final Edit edit;
    private final ObjectId text;
    private final List<Object> old;
    private final List<Object> now;
    private int index;
    private int deleteFrom;
    private int deleted;
    private int insertFrom;
    private int inserted;

    private SpansUpdate(Edit edit, ObjectId text, List<Object> old, List<Object> now) {
        this.edit = edit;
        this.text = text;
        this.old = old;
        this.now = now;
    }

    static void run(Edit edit, ObjectId text, List<Span> target, Function<String, ExpandMark> expand) {
        List<Object> old = items(edit.spans(text));
        List<Object> now = items(target);
        SpansUpdate update = new SpansUpdate(edit, text, old, now);
        Myers.run(old.size(), now.size(), (i, j) -> old.get(i).equals(now.get(j)), update);
        update.flush();
        update.marks(target, expand);
    }

    /** Blocks by what they hold, and graphemes. */
    private static List<Object> items(List<Span> spans) {
        List<Object> items = new ArrayList<>();
        for (Span span : spans) {
            switch (span) {
                case Span.Block block -> items.add(block.value());
                case Span.Text piece -> {
                    Graphemes graphemes = Graphemes.of(WellFormed.text(piece.text()));
                    for (int i = 0; i < graphemes.count(); i++) {
                        items.add(graphemes.text(i, 1));
                    }
                }
            }
        }
        return items;
    }

    private static int width(Object item) {
        return item instanceof String s ? s.length() : 1;
    }

    @Override
    public void equal(int from, int length) {
        flush();
        for (int i = from; i < from + length; i++) {
            index += width(old.get(i));
        }
    }

    @Override
    public void delete(int from, int length) {
        deleteFrom = deleted == 0 ? from : deleteFrom;
        deleted += length;
    }

    @Override
    public void insert(int from, int length) {
        insertFrom = inserted == 0 ? from : insertFrom;
        inserted += length;
    }

    /** Replaces one by one what was deleted by what was inserted at the same place; then the rest. */
    private void flush() {
        int pairs = Math.min(deleted, inserted);
        for (int i = 0; i < pairs; i++) {
            replace(old.get(deleteFrom + i), now.get(insertFrom + i));
        }
        for (int i = pairs; i < deleted; i++) {
            edit.splice(text, index, width(old.get(deleteFrom + i)), "");
        }
        StringBuilder run = new StringBuilder();
        for (int i = pairs; i < inserted; i++) {
            Object item = now.get(insertFrom + i);
            if (item instanceof String s) {
                run.append(s);
            } else {
                insert(run);
                insertItem(item);
            }
        }
        insert(run);
        deleted = 0;
        inserted = 0;
    }

    private void insert(StringBuilder run) {
        edit.splice(text, index, 0, run.toString());
        index += run.length();
        run.setLength(0);
    }

    private void replace(Object was, Object is) {
        if (!(was instanceof String) && !(is instanceof String)) {
            new ContentUpdate(edit).map(((ObjectValue) edit.get(text, index).orElseThrow()).id(), block(is));
            index++;
            return;
        }
        edit.splice(text, index, width(was), "");
        insertItem(is);
    }

    private void insertItem(Object item) {
        if (item instanceof String s) {
            edit.splice(text, index, 0, s);
        } else {
            new ContentUpdate(edit).map(edit.splitBlock(text, index), block(item));
        }
        index += width(item);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Content> block(Object item) {
        return (Map<String, Content>) item;
    }

    /** Takes away the marks that shall not be, and makes those that are not. */
    private void marks(List<Span> target, Function<String, ExpandMark> expand) {
        Set<Mark> present = new LinkedHashSet<>(marked(edit.spans(text)));
        Set<Mark> wanted = new LinkedHashSet<>(marked(target));
        for (Mark mark : present) {
            if (!wanted.contains(mark)) {
                edit.unmark(text, mark.start(), mark.end(), expand.apply(mark.name()), mark.name());
            }
        }
        for (Mark mark : wanted) {
            if (!present.contains(mark)) {
                edit.mark(text, mark.start(), mark.end(), expand.apply(mark.name()), mark.name(), mark.value());
            }
        }
    }

    /** The marks of all pieces, those as one that touch. */
    private static List<Mark> marked(List<Span> spans) {
        List<Mark> marks = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        int at = 0;
        for (Span span : spans) {
            int start = at;
            switch (span) {
                case Span.Block block -> at++;
                case Span.Text piece -> {
                    at += WellFormed.text(piece.text()).length();
                    for (Map.Entry<String, Scalar> entry : piece.marks().entrySet()) {
                        add(marks, last, new Mark(start, at, entry.getKey(), entry.getValue()));
                    }
                }
            }
        }
        return marks;
    }

    private static void add(List<Mark> marks, Map<String, Integer> last, Mark mark) {
        if (mark.start() == mark.end() || mark.value() instanceof Scalar.Null) {
            return;
        }
        int number = last.getOrDefault(mark.name(), -1);
        Mark before = number < 0 ? null : marks.get(number);
        if (before != null && before.end() == mark.start() && before.value().equals(mark.value())) {
            marks.set(number, new Mark(before.start(), mark.end(), mark.name(), mark.value()));
        } else {
            last.put(mark.name(), marks.size());
            marks.add(mark);
        }
    }
}
