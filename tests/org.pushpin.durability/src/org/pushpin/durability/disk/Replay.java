// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Plays a trace forward and stops where it is told to, as when the power goes. One thread; never backwards. */
public final class Replay {

    private static final int STANDARD_OUTPUT = 1;

    private final FileTree tree;
    private final Map<Long, Open> open = new HashMap<>();
    private final Map<Call, Runnable> syncs = new HashMap<>();
    private final StringBuilder said = new StringBuilder();
    private final PriorityQueue<Moment> moments = new PriorityQueue<>(
            Comparator.comparingInt(Moment::line).thenComparingInt(Moment::order));

    /** An open file, and where its next write without a position goes. */
    private static final class Open {
        final Path path;
        final FileTree.Node node;
        long position;

        Open(Path path, FileTree.Node node) {
            this.path = path;
            this.node = node;
        }
    }

    private record Moment(int line, int order, Runnable act) {}

    /** @param before what the root held when the process began; may be absent */
    public Replay(Trace trace, Path root, Path before) throws IOException {
        tree = new FileTree(root, before);
        for (Call call : trace.calls()) {
            if (call.result() >= 0) {
                plan(call);
            }
        }
    }

    /** Goes on until the given line; what ends there has happened. */
    public void until(int line) {
        while (!moments.isEmpty() && moments.peek().line() <= line) {
            moments.remove().act().run();
        }
    }

    /** The complete lines that the process had begun to print on its standard output: what it had acknowledged. */
    public List<String> said() {
        List<String> lines = new ArrayList<>(said.toString().lines().toList());
        if (!said.isEmpty() && said.charAt(said.length() - 1) != '\n') {
            lines.removeLast();
        }
        return lines;
    }

    /** Makes a folder of what may be found if the power goes now. */
    public void image(Path target, RandomGenerator random) throws IOException {
        tree.image(target, random, Chance.draw(random));
    }

    /**
     * What a call does to files is there, but not for certain, when it has returned; what is said counts as soon as it is begun. So does a
     * closing: before it has returned, another thread may have been given the number for another file.
     */
    private void plan(Call call) {
        boolean early = call.name().equals("close") || call.name().equals("write") && call.number(0) == STANDARD_OUTPUT;
        if (call.name().equals("fsync") || call.name().equals("fdatasync")) {
            at(call.began(), () -> beginSync(call));
            at(call.ended(), () -> syncs.remove(call).run());
        } else {
            at(early ? call.began() : call.ended(), () -> play(call));
        }
    }

    private void at(int line, Runnable act) {
        moments.add(new Moment(line, moments.size(), act));
    }

    private void beginSync(Call call) {
        Open file = open.get(call.number(0));
        Runnable end = () -> { };
        if (file != null && file.node.content != null) {
            int acts = file.node.content.acts();
            end = () -> file.node.content.sync(acts);
        } else if (file != null) {
            List<Object> pending = tree.pending(file.path);
            end = () -> tree.sync(pending);
        }
        syncs.put(call, end);
    }

    private void play(Call call) {
        switch (call.name()) {
            case "openat" -> open(call, path(call, 1), call.arguments().get(2));
            case "open" -> open(call, path(call, 0), call.arguments().get(1));
            case "close" -> open.remove(call.number(0));
            case "dup", "dup2", "dup3" -> duplicate(call);
            case "lseek" -> seek(call);
            case "write" -> write(call);
            case "pwrite64" -> writeAt(call, call.number(3));
            case "ftruncate" -> truncate(call);
            case "rename" -> rename(path(call, 0), path(call, 1));
            case "renameat", "renameat2" -> rename(path(call, 1), path(call, 3));
            case "unlink", "rmdir" -> remove(path(call, 0));
            case "unlinkat" -> remove(path(call, 1));
            case "mkdir" -> make(path(call, 0));
            case "mkdirat" -> make(path(call, 1));
            case "link" -> link(path(call, 0), path(call, 1));
            case "linkat" -> link(path(call, 1), path(call, 3));
            default -> refuseIfOurs(call);
        }
    }

    private static Path path(Call call, int index) {
        return Path.of(new String(call.bytes(index), StandardCharsets.UTF_8)).toAbsolutePath().normalize();
    }

    private void open(Call call, Path path, String flags) {
        open.remove(call.result());
        if (!tree.covers(path)) {
            return;
        }
        FileTree.Node node = tree.find(path);
        if (node == null) {
            node = tree.make(path, false);
        } else if (flags.contains("O_TRUNC")) {
            node.content.truncate(0);
        }
        open.put(call.result(), new Open(path, node));
    }

    private void duplicate(Call call) {
        open.remove(call.result());
        if (open.containsKey(call.number(0))) {
            open.put(call.result(), open.get(call.number(0)));
        }
    }

    private void seek(Call call) {
        Open file = open.get(call.number(0));
        if (file != null) {
            file.position = call.result();
        }
    }

    private void write(Call call) {
        Open file = open.get(call.number(0));
        if (file != null) {
            writeAt(call, file.position);
            file.position += call.result();
        } else if (call.number(0) == STANDARD_OUTPUT) {
            said.append(new String(call.bytes(1), StandardCharsets.UTF_8));
        }
    }

    private void writeAt(Call call, long at) {
        Open file = open.get(call.number(0));
        if (file != null) {
            byte[] bytes = call.bytes(1);
            if (bytes.length < call.result()) {
                throw new IllegalStateException("strace cut a write short");
            }
            file.node.content.write(at, Arrays.copyOf(bytes, (int) call.result()));
        }
    }

    private void truncate(Call call) {
        Open file = open.get(call.number(0));
        if (file != null) {
            file.node.content.truncate(call.number(1));
        }
    }

    private void rename(Path from, Path to) {
        if (tree.covers(from) != tree.covers(to)) {
            throw new IllegalStateException("a file is moved out of what is watched, or into it: " + from + " to " + to);
        }
        if (tree.covers(from)) {
            tree.rename(from, to);
        }
    }

    private void link(Path from, Path to) {
        if (tree.covers(from) || tree.covers(to)) {
            tree.link(from, to);
        }
    }

    private void remove(Path path) {
        if (tree.covers(path)) {
            tree.remove(path);
        }
    }

    private void make(Path path) {
        if (tree.covers(path)) {
            tree.make(path, true);
        }
    }

    /** A call that this model does not know must not change files that it watches. */
    private void refuseIfOurs(Call call) {
        boolean ours = call.arguments().stream().filter(argument -> argument.matches("\\d+"))
                .anyMatch(argument -> open.containsKey(Long.parseLong(argument)));
        if (ours) {
            throw new IllegalStateException("a call that the model does not know: " + call.name());
        }
    }
}
