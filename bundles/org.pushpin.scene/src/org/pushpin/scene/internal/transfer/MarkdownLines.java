// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.transfer;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lines of Markdown as they are written: blocks within blocks, with what each line begins with. */
final class MarkdownLines {

    private final StringBuilder out = new StringBuilder();
    private final Spans spans = new Spans();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private boolean apart;

    /** @param next what its lines after the first begin with */
    private static final class Block {
        private String first;
        private final String next;

        Block(String first, String next) {
            this.first = first;
            this.next = next;
        }
    }

    /** White space counts as one space, and as none where a line begins. */
    void text(String text, Spans.Look look) {
        String one = text.replaceAll("[\\s\\u00a0]+", " ");
        if (spans.endsWithSpace()) one = one.stripLeading();
        if (!one.isEmpty()) spans.add(one, look);
    }

    /** Ends the line, even where there is nothing on it. */
    void newLine() {
        if (spans.isBlank()) out.append('\n');
        else flush();
    }

    /** Ends the line if there is anything on it. */
    void newBlock() {
        if (!spans.isBlank()) flush();
        spans.clear();
    }

    /** What follows stands apart, unless it is inside something else. */
    void apart() {
        newBlock();
        apart = blocks.isEmpty();
    }

    void begin(String first, String next) {
        newBlock();
        blocks.addLast(new Block(first, next));
    }

    void finish() {
        newBlock();
        blocks.removeLast();
    }

    /** A line as it stands. */
    void verbatim(String line) {
        newBlock();
        put(line);
    }

    void rule() {
        apart();
        put("---");
        apart = true;
    }

    private void flush() {
        String line = spans.markdown();
        spans.clear();
        put(line);
    }

    private void put(String line) {
        if (apart && out.length() > 0 && !endsBlank()) out.append('\n');
        apart = false;
        for (Block block : blocks) {
            boolean last = block == blocks.getLast();
            out.append(block.first == null || !last && block.first.isEmpty() ? block.next : block.first);
            block.first = null;
        }
        out.append(line).append('\n');
    }

    private boolean endsBlank() {
        return out.length() > 1 && out.charAt(out.length() - 1) == '\n' && out.charAt(out.length() - 2) == '\n';
    }

    /** All of it. */
    String end() {
        newBlock();
        return out.toString().replaceAll("\n{3,}", "\n\n").strip();
    }
}
