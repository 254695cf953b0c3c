// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A leaf in which nothing shows, as bytes: 4 to 16 an operation for what is put again and again ({@link EntryPacker}). */
final class PackedEntries extends Entries {
    private final int count;
    private final byte[] bytes;
    /** Entries that do not fit the bytes, in order. */
    private final Entry[] whole;

    private PackedEntries(long first, int deletions, int count, byte[] bytes, Entry[] whole) {
        super(first, 0, deletions, 0);
        this.count = count;
        this.bytes = bytes;
        this.whole = whole;
    }

    /** @param entries of which none shows */
    static PackedEntries of(Entry[] entries, int deletions) {
        EntryPacker packer = new EntryPacker(entries[0].id());
        for (Entry entry : entries) {
            packer.add(entry);
        }
        return new PackedEntries(entries[0].id(), deletions, entries.length, packer.bytes(), packer.whole());
    }

    private EntryReader read() {
        return new EntryReader(first, count, bytes, whole);
    }

    private EntryList open() {
        List<Entry> entries = new ArrayList<>(count);
        forEach(entries::add);
        return new EntryList(entries.toArray(Entry[]::new));
    }

    @Override
    Entry find(long id, Authors authors) {
        for (EntryReader in = read(); in.next();) {
            if (in.id() == id) {
                return in.entry();
            }
        }
        return null;
    }

    @Override
    Entries with(Entry entry, Authors authors) {
        return open().with(entry, authors);
    }

    @Override
    Entries without(long id, Authors authors) {
        return open().without(id, authors);
    }

    @Override
    Entries[] parts() {
        return new Entries[] {this};
    }

    @Override
    Entries packed() {
        return this;
    }

    @Override
    Entry lastShown() {
        throw new IllegalStateException("nothing shows");
    }

    @Override
    Entry firstEntry() {
        EntryReader in = read();
        in.next();
        return in.entry();
    }

    @Override
    void forEach(Consumer<Entry> action) {
        for (EntryReader in = read(); in.next();) {
            action.accept(in.entry());
        }
    }

    @Override
    boolean visitAfter(long id, Authors authors, Predicate<Entry> visitor) {
        return open().visitAfter(id, authors, visitor);
    }

    @Override
    void forEachShown(Consumer<Entry> action) {
        // nothing shows
    }

    @Override
    void forEachDeletion(Consumer<Entry> action) {
        for (EntryReader in = read(); in.next();) {
            if (in.isDeletion()) {
                action.accept(in.entry());
            }
        }
    }
}
