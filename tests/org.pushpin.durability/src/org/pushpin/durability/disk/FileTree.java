// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Files and folders below a root, with names as calls have left them and as an fsync has made them last. One thread. */
final class FileTree {

    private final Path root;

    /** What is there for the process, by path. */
    private final Map<Path, Node> names = new LinkedHashMap<>();

    /** What is there for certain. */
    private final Map<Path, Node> synced = new LinkedHashMap<>();
    private final List<Naming> later = new ArrayList<>();

    /** A file, or a folder, whatever it is called. */
    static final class Node {
        final Content content;

        /** @param content null for a folder */
        Node(Content content) {
            this.content = content;
        }
    }

    /** Names that came or went in one act: null for a name that went. */
    private record Naming(Map<Path, Node> names) {

        boolean isIn(Path folder) {
            return names.keySet().stream().anyMatch(name -> folder.equals(name.getParent()));
        }

        void play(Map<Path, Node> onto) {
            names.forEach((name, node) -> {
                if (node == null) {
                    onto.remove(name);
                } else {
                    onto.put(name, node);
                }
            });
        }
    }

    /** @param before what the root holds already, all of it fsynced; may be absent */
    FileTree(Path root, Path before) throws IOException {
        this.root = root;
        synced.put(root, new Node(null));
        if (Files.isDirectory(before)) {
            try (Stream<Path> all = Files.walk(before)) {
                for (Path each : all.skip(1).toList()) {
                    synced.put(root.resolve(before.relativize(each).toString()),
                            new Node(Files.isDirectory(each) ? null : new Content(Files.readAllBytes(each))));
                }
            }
        }
        names.putAll(synced);
    }

    boolean covers(Path path) {
        return path.startsWith(root);
    }

    Node find(Path path) {
        return names.get(path);
    }

    Node make(Path path, boolean folder) {
        Node node = new Node(folder ? null : new Content());
        act(path, node);
        return node;
    }

    void remove(Path path) {
        act(path, null);
    }

    private void act(Path path, Node node) {
        Map<Path, Node> changed = new HashMap<>();
        changed.put(path, node);
        act(new Naming(changed));
    }

    /** Only files are renamed by what is traced here. */
    void rename(Path from, Path to) {
        Map<Path, Node> changed = new LinkedHashMap<>();
        changed.put(from, null);
        changed.put(to, names.get(from));
        if (names.get(from).content == null) {
            throw new IllegalStateException("a folder is renamed, which this model does not know: " + from);
        }
        act(new Naming(changed));
    }

    void link(Path from, Path to) {
        act(to, names.get(from));
    }

    private void act(Naming naming) {
        naming.play(names);
        later.add(naming);
    }

    /** Names that an fsync of the folder, if it begins now, will make last. */
    List<Object> pending(Path folder) {
        return later.stream().filter(naming -> naming.isIn(folder)).<Object>map(naming -> naming).toList();
    }

    void sync(List<Object> pending) {
        for (Naming naming : List.copyOf(later)) {
            if (pending.contains(naming)) {
                naming.play(synced);
                later.remove(naming);
            }
        }
    }

    /** Writes what may be found into a folder: names and sectors that were not fsynced as chance picks them. */
    void image(Path target, RandomGenerator random, Chance chance) throws IOException {
        Map<Path, Node> found = new LinkedHashMap<>(synced);
        later.forEach(naming -> {
            if (random.nextDouble() < chance.ofNames()) {
                naming.play(found);
            }
        });
        List<Path> sorted = new ArrayList<>(found.keySet());
        sorted.sort(null); // folders before what is in them
        for (Path path : sorted) {
            Path place = target.resolve(root.relativize(path).toString());
            Node node = found.get(path);
            if (path.equals(root)) {
                Files.createDirectories(place);
            } else if (!Files.isDirectory(place.getParent())) {
                continue; // the folder's own name is not there
            } else if (node.content == null) {
                Files.createDirectory(place);
            } else {
                Files.write(place, node.content.image(random, chance.ofSectors(random)));
            }
        }
    }
}
