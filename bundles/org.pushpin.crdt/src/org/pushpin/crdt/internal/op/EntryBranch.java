// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An inner node. */
final class EntryBranch extends Entries {
    private final Entries[] children;
    /** The child that was changed last: where an overfull node is parted. */
    private final int changed;

    EntryBranch(Entries[] children) {
        this(children, 0, shown(children), deletions(children), loose(children));
    }

    private EntryBranch(Entries[] children, int changed, int shown, int deletions, int loose) {
        super(children[0].first, shown, deletions, loose);
        this.children = children;
        this.changed = changed;
    }

    private static int shown(Entries[] nodes) {
        int sum = 0;
        for (Entries node : nodes) {
            sum += node.shown;
        }
        return sum;
    }

    private static int deletions(Entries[] nodes) {
        int sum = 0;
        for (Entries node : nodes) {
            sum += node.deletions;
        }
        return sum;
    }

    private static int loose(Entries[] nodes) {
        int sum = 0;
        for (Entries node : nodes) {
            sum += node.loose;
        }
        return sum;
    }

    /** The only child, if there is but one; else this. */
    Entries lowest() {
        return children.length > 1 ? this : children[0] instanceof EntryBranch branch ? branch.lowest() : children[0];
    }

    /** The child that has an id, or would. */
    private int slot(long id, Authors authors) {
        int last = children.length - 1;
        if (authors.compare(children[last].first, id) <= 0) {
            return last;
        }
        int low = 0;
        while (low < last - 1) {
            int middle = low + last >>> 1;
            if (authors.compare(children[middle].first, id) <= 0) {
                low = middle;
            } else {
                last = middle;
            }
        }
        return low;
    }

    @Override
    Entry find(long id, Authors authors) {
        return children[slot(id, authors)].find(id, authors);
    }

    @Override
    Entries with(Entry entry, Authors authors) {
        int slot = slot(entry.id(), authors);
        return replaced(slot, children[slot].with(entry, authors).parts());
    }

    @Override
    Entries without(long id, Authors authors) {
        int slot = slot(id, authors);
        Entries left = children[slot].without(id, authors);
        if (left != null) {
            return left == children[slot] ? this : replaced(slot, left.parts());
        }
        return children.length == 1 ? null : replaced(slot);
    }

    private EntryBranch replaced(int slot, Entries... by) {
        Entries[] after = new Entries[children.length - 1 + by.length];
        System.arraycopy(children, 0, after, 0, slot);
        System.arraycopy(by, 0, after, slot, by.length);
        System.arraycopy(children, slot + 1, after, slot + by.length, children.length - slot - 1);
        Entries was = children[slot];
        return new EntryBranch(after, slot + by.length - 1, shown - was.shown + shown(by), deletions - was.deletions + deletions(by),
                loose - was.loose + loose(by));
    }

    @Override
    Entries[] parts() {
        if (children.length <= MOST) {
            return new Entries[] {this};
        }
        int cut = changed == children.length - 1 ? changed : children.length / 2;
        return new Entries[] {new EntryBranch(Arrays.copyOf(children, cut)), new EntryBranch(Arrays.copyOfRange(children, cut, children.length))};
    }

    @Override
    Entries packed() {
        if (loose == 0) {
            return this;
        }
        return new EntryBranch(Arrays.stream(children).map(Entries::packed).toArray(Entries[]::new));
    }

    @Override
    Entry lastShown() {
        int last = children.length - 1;
        while (children[last].shown == 0) {
            last--;
        }
        return children[last].lastShown();
    }

    @Override
    Entry firstEntry() {
        return children[0].firstEntry();
    }

    @Override
    void forEach(Consumer<Entry> action) {
        for (Entries child : children) {
            child.forEach(action);
        }
    }

    @Override
    boolean visitAfter(long id, Authors authors, Predicate<Entry> visitor) {
        for (int slot = slot(id, authors); slot < children.length; slot++) {
            if (!children[slot].visitAfter(id, authors, visitor)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void forEachShown(Consumer<Entry> action) {
        for (Entries child : children) {
            if (child.shown > 0) {
                child.forEachShown(action);
            }
        }
    }

    @Override
    void forEachDeletion(Consumer<Entry> action) {
        for (Entries child : children) {
            if (child.deletions > 0) {
                child.forEachDeletion(action);
            }
        }
    }
}
