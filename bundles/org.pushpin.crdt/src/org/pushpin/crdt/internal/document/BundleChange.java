// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.document;

import java.util.Arrays;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Columns;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;

/**
 * A change of a bundle, but for its operations.
 *
 * @param author its number in the bundle
 * @param message null for none
 * @param deps changes of the bundle by their numbers; from the number of all on, other changes
 */
record BundleChange(int author, long seq, long startOp, long maxOp, long time, String message, int[] deps, byte[] extra) {
    static final int ACTOR = 0x01;
    static final int SEQ = 0x03;
    static final int START_OP = 0x13;
    static final int MAX_OP = 0x23;
    static final int TIME = 0x33;
    static final int MESSAGE = 0x45;
    static final int DEPS_COUNT = 0x50;
    static final int DEPS_INDEX = 0x53;
    static final int EXTRA_LENGTH = 0x60;
    static final int EXTRA_BYTES = 0x67;

    static Columns columns() {
        return new Columns(ACTOR, SEQ, START_OP, MAX_OP, TIME, MESSAGE, DEPS_COUNT, DEPS_INDEX, EXTRA_LENGTH, EXTRA_BYTES);
    }

    long opCount() {
        return maxOp - startOp + 1;
    }

    /** The rows of the change columns, one by one. */
    static final class Reader {
        private static final int[] NONE = {};

        private final RleReader actor = new RleReader(RleReader.Kind.UNSIGNED);
        private final RleReader seq = new RleReader(RleReader.Kind.DELTA);
        private final RleReader startOp = new RleReader(RleReader.Kind.DELTA);
        private final RleReader maxOp = new RleReader(RleReader.Kind.DELTA);
        private final RleReader time = new RleReader(RleReader.Kind.DELTA);
        private final RleReader message = new RleReader(RleReader.Kind.TEXT);
        private final RleReader depsCount = new RleReader(RleReader.Kind.UNSIGNED);
        private final RleReader depsIndex = new RleReader(RleReader.Kind.DELTA);
        private final RleReader extraLength = new RleReader(RleReader.Kind.UNSIGNED);
        private final ByteReader extra = new ByteReader();
        private final int authors;
        private final Steps steps;

        Reader(Columns columns, int authors, Steps steps) {
            this.authors = authors;
            this.steps = steps;
            RleReader[] numbers = {actor, seq, startOp, maxOp, time, message, depsCount, depsIndex, extraLength};
            for (int i = 0; i < numbers.length; i++) {
                columns.open(i, numbers[i], Limits.OPS);
            }
            columns.open(numbers.length, extra);
        }

        boolean hasNext() throws MalformedException {
            if (!actor.isDone()) {
                return true;
            }
            boolean all = seq.isDone() && startOp.isDone() && maxOp.isDone() && time.isDone() && message.isDone() && depsCount.isDone()
                    && depsIndex.isDone() && extraLength.isDone() && extra.isAtEnd();
            require(all, "columns of different length");
            return false;
        }

        BundleChange next() throws MalformedException {
            steps.spend(1);
            int author = actor.nextIndex(authors, "actor");
            require(author >= 0, "a change without an actor");
            long number = seq.nextCounter();
            long first = startOp.nextCounter();
            long last = maxOp.nextCounter();
            require(number > 0 && first > 0 && last >= first - 1, "a change without a number");
            long when = time.next() ? time.value() : 0;
            require(Limits.isTime(when), "a change with a time beyond its limit");
            String note = message.nextText();
            int[] deps = readDeps();
            int length = extraLength.next() ? (int) Math.min(extraLength.value() & Long.MAX_VALUE, Integer.MAX_VALUE) : 0;
            return new BundleChange(author, number, first, last, when, note, deps, extra.readBytes(length));
        }

        private int[] readDeps() throws MalformedException {
            long count = depsCount.next() ? depsCount.value() : 0;
            require(count >= 0 && count <= Limits.LINKS, "a change with too many dependencies");
            steps.spend(count);
            int[] deps = count == 0 ? NONE : new int[(int) Math.min(count, 4)];
            for (int i = 0; i < count; i++) {
                if (i == deps.length) {
                    deps = Arrays.copyOf(deps, (int) Math.min(count, i * 2L));
                }
                deps[i] = depsIndex.nextIndex(Limits.OPS, "dependency");
                require(deps[i] >= 0, "a dependency without an index");
            }
            return deps;
        }
    }

    private static void require(boolean holds, String otherwise) throws MalformedException {
        if (!holds) {
            throw new MalformedException(otherwise);
        }
    }
}
