// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.state;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * An immutable hash map: a hash array mapped trie of 32-way branches (Bagwell, "Ideal Hash Trees", 2000). An update copies one path, so
 * versions share all else, and two versions are compared in time proportional to what differs. Any thread.
 */
public final class Trie<K, V> {
    private static final Trie<?, ?> EMPTY = new Trie<>(null, 0);
    private static final int BITS = 5;

    /** Called for each key whose value differs by identity; null stands for absent. */
    public interface Difference<K, V> {
        void differs(K key, V before, V after);
    }

    private sealed interface Node {
    }

    private record Entry(int hash, Object key, Object value) implements Node {
    }

    /** Entries of equal hash. */
    private record Bucket(int hash, Entry[] entries) implements Node {
    }

    private record Branch(int bitmap, Node[] children) implements Node {
        int slot(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        Node child(int bit) {
            return (bitmap & bit) == 0 ? null : children[slot(bit)];
        }
    }

    private final Node root;
    private final int size;

    private Trie(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    public static <K, V> Trie<K, V> empty() {
        return (Trie<K, V>) EMPTY;
    }

    public int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    public V get(K key) {
        Entry entry = find(root, hash(key), key, 0);
        return entry == null ? null : (V) entry.value;
    }

    public Trie<K, V> with(K key, V value) {
        Objects.requireNonNull(value);
        int hash = hash(key);
        boolean known = find(root, hash, key, 0) != null;
        return new Trie<>(put(root, new Entry(hash, key, value), 0), known ? size : size + 1);
    }

    public Trie<K, V> without(K key) {
        int hash = hash(key);
        return find(root, hash, key, 0) == null ? this : new Trie<>(remove(root, hash, key, 0), size - 1);
    }

    public void forEach(BiConsumer<? super K, ? super V> action) {
        visit(root, action);
    }

    /** Visits what differs between this and {@code after}, in no particular order. */
    public void differences(Trie<K, V> after, Difference<K, V> visitor) {
        compare(root, after.root, 0, visitor);
    }

    private static int hash(Object key) {
        int h = key.hashCode() * 0x9E3779B1;
        return h ^ h >>> 15;
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift & 31);
    }

    private static Entry find(Node from, int hash, Object key, int fromShift) {
        Node node = from;
        for (int shift = fromShift;; shift += BITS) {
            switch (node) {
                case null -> {
                    return null;
                }
                case Entry e -> {
                    return e.hash == hash && e.key.equals(key) ? e : null;
                }
                case Bucket b -> {
                    return b.hash == hash ? findIn(b, key) : null;
                }
                case Branch b -> node = b.child(bit(hash, shift));
            }
        }
    }

    private static Entry findIn(Bucket bucket, Object key) {
        for (Entry e : bucket.entries) {
            if (e.key.equals(key)) {
                return e;
            }
        }
        return null;
    }

    private static Node put(Node node, Entry entry, int shift) {
        return switch (node) {
            case null -> entry;
            case Entry e when e.hash == entry.hash -> e.key.equals(entry.key) ? entry : new Bucket(e.hash, new Entry[] {e, entry});
            case Entry e -> join(e, e.hash, entry, shift);
            case Bucket b when b.hash == entry.hash -> putIn(b, entry);
            case Bucket b -> join(b, b.hash, entry, shift);
            case Branch b -> putIn(b, entry, shift);
        };
    }

    private static Branch putIn(Branch branch, Entry entry, int shift) {
        int bit = bit(entry.hash, shift);
        int slot = branch.slot(bit);
        if ((branch.bitmap & bit) != 0) {
            Node[] children = branch.children.clone();
            children[slot] = put(children[slot], entry, shift + BITS);
            return new Branch(branch.bitmap, children);
        }
        Node[] children = new Node[branch.children.length + 1];
        System.arraycopy(branch.children, 0, children, 0, slot);
        children[slot] = entry;
        System.arraycopy(branch.children, slot, children, slot + 1, branch.children.length - slot);
        return new Branch(branch.bitmap | bit, children);
    }

    private static Bucket putIn(Bucket bucket, Entry entry) {
        for (int i = 0; i < bucket.entries.length; i++) {
            if (bucket.entries[i].key.equals(entry.key)) {
                Entry[] entries = bucket.entries.clone();
                entries[i] = entry;
                return new Bucket(bucket.hash, entries);
            }
        }
        Entry[] entries = Arrays.copyOf(bucket.entries, bucket.entries.length + 1);
        entries[bucket.entries.length] = entry;
        return new Bucket(bucket.hash, entries);
    }

    private static Branch join(Node old, int oldHash, Entry entry, int shift) {
        int a = bit(oldHash, shift);
        int b = bit(entry.hash, shift);
        if (a == b) {
            return new Branch(a, new Node[] {join(old, oldHash, entry, shift + BITS)});
        }
        boolean oldFirst = Integer.compareUnsigned(a, b) < 0;
        return new Branch(a | b, oldFirst ? new Node[] {old, entry} : new Node[] {entry, old});
    }

    private static Node remove(Node node, int hash, Object key, int shift) {
        return switch (node) {
            case null -> null;
            case Entry e -> null;
            case Bucket b -> removeFrom(b, key);
            case Branch b -> removeFrom(b, hash, key, shift);
        };
    }

    private static Node removeFrom(Bucket bucket, Object key) {
        Entry[] left = Arrays.stream(bucket.entries).filter(e -> !e.key.equals(key)).toArray(Entry[]::new);
        return left.length == 1 ? left[0] : new Bucket(bucket.hash, left);
    }

    private static Node removeFrom(Branch branch, int hash, Object key, int shift) {
        int bit = bit(hash, shift);
        int slot = branch.slot(bit);
        Node child = remove(branch.children[slot], hash, key, shift + BITS);
        if (child != null) {
            Node[] children = branch.children.clone();
            children[slot] = child;
            return new Branch(branch.bitmap, children);
        }
        if (branch.children.length == 1) {
            return null;
        }
        Node[] children = new Node[branch.children.length - 1];
        System.arraycopy(branch.children, 0, children, 0, slot);
        System.arraycopy(branch.children, slot + 1, children, slot, children.length - slot);
        return new Branch(branch.bitmap & ~bit, children);
    }

    @SuppressWarnings("unchecked")
    private static <K, V> void visit(Node node, BiConsumer<? super K, ? super V> action) {
        switch (node) {
            case null -> {
            }
            case Entry e -> action.accept((K) e.key, (V) e.value);
            case Bucket b -> {
                for (Entry e : b.entries) {
                    action.accept((K) e.key, (V) e.value);
                }
            }
            case Branch b -> {
                for (Node child : b.children) {
                    visit(child, action);
                }
            }
        }
    }

    private static <K, V> void compare(Node before, Node after, int shift, Difference<K, V> visitor) {
        if (before == after) {
            return;
        }
        if (before instanceof Branch b && after instanceof Branch a) {
            for (int bits = b.bitmap | a.bitmap; bits != 0; bits &= bits - 1) {
                int bit = Integer.lowestOneBit(bits);
                compare(b.child(bit), a.child(bit), shift + BITS, visitor);
            }
            return;
        }
        Trie.<K, V>visit(before, (key, value) -> {
            V now = value(find(after, hash(key), key, shift));
            if (now != value) {
                visitor.differs(key, value, now);
            }
        });
        Trie.<K, V>visit(after, (key, value) -> {
            if (find(before, hash(key), key, shift) == null) {
                visitor.differs(key, null, value);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <V> V value(Entry entry) {
        return entry == null ? null : (V) entry.value;
    }
}
