// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A leaf that is read and changed as it is. */
final class EntryList extends Entries {
    private final Entry[] entries;
    /** The entry that was changed last: where an overfull leaf is parted, and if that is its end, what is before it is done. */
    private final int changed;

    /** @param entries not empty, not to be modified afterwards */
    EntryList(Entry[] entries) {
        this(entries, 0, shown(entries), deletions(entries));
    }

    private EntryList(Entry[] entries, int changed, int shown, int deletions) {
        super(entries[0].id(), shown, deletions, shown == 0 ? 1 : 0);
        this.entries = entries;
        this.changed = changed;
    }

    private static int shown(Entry[] entries) {
        int sum = 0;
        for (Entry entry : entries) {
            sum += entry.shows() ? 1 : 0;
        }
        return sum;
    }

    private static int deletions(Entry[] entries) {
        int sum = 0;
        for (Entry entry : entries) {
            sum += entry.isDeletion() ? 1 : 0;
        }
        return sum;
    }

    /** The place of an id; −1 − the place where it would be if it is not there. */
    private int search(long id, Authors authors) {
        int low = 0;
        int high = entries.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = authors.compare(entries[middle].id(), id);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    @Override
    Entry find(long id, Authors authors) {
        int at = search(id, authors);
        return at < 0 ? null : entries[at];
    }

    @Override
    Entries with(Entry entry, Authors authors) {
        int at = search(entry.id(), authors);
        int slot = at < 0 ? -1 - at : at;
        Entry[] after = new Entry[at < 0 ? entries.length + 1 : entries.length];
        System.arraycopy(entries, 0, after, 0, slot);
        after[slot] = entry;
        int from = at < 0 ? slot : slot + 1;
        System.arraycopy(entries, from, after, slot + 1, entries.length - from);
        int before = at >= 0 && entries[at].shows() ? 1 : 0;
        return new EntryList(after, slot, shown - before + (entry.shows() ? 1 : 0), deletions + (at < 0 && entry.isDeletion() ? 1 : 0));
    }

    @Override
    Entries without(long id, Authors authors) {
        int at = search(id, authors);
        if (at < 0) {
            return this;
        }
        Entry[] after = Arrays.copyOf(entries, entries.length - 1);
        System.arraycopy(entries, at + 1, after, at, after.length - at);
        return after.length == 0 ? null : new EntryList(after);
    }

    @Override
    Entries[] parts() {
        if (entries.length <= MOST) {
            return new Entries[] {this};
        }
        boolean grows = changed == entries.length - 1;
        int cut = grows ? changed : entries.length / 2;
        Entries before = new EntryList(Arrays.copyOf(entries, cut));
        return new Entries[] {grows ? before.packed() : before, new EntryList(Arrays.copyOfRange(entries, cut, entries.length))};
    }

    @Override
    Entries packed() {
        return shown > 0 ? this : PackedEntries.of(entries, deletions);
    }

    @Override
    Entry lastShown() {
        int last = entries.length - 1;
        while (!entries[last].shows()) {
            last--;
        }
        return entries[last];
    }

    @Override
    Entry firstEntry() {
        return entries[0];
    }

    @Override
    void forEach(Consumer<Entry> action) {
        for (Entry entry : entries) {
            action.accept(entry);
        }
    }

    @Override
    boolean visitAfter(long id, Authors authors, Predicate<Entry> visitor) {
        int at = search(id, authors);
        for (int i = at < 0 ? -1 - at : at; i < entries.length; i++) {
            if (!visitor.test(entries[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    void forEachShown(Consumer<Entry> action) {
        for (Entry entry : entries) {
            if (entry.shows()) {
                action.accept(entry);
            }
        }
    }

    @Override
    void forEachDeletion(Consumer<Entry> action) {
        for (Entry entry : entries) {
            if (entry.isDeletion()) {
                action.accept(entry);
            }
        }
    }
}
