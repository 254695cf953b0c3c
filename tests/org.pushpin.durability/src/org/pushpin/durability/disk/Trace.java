// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability.disk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What strace recorded. A traced process does not run on before its call's end has been written down, so the order of lines is true. */
public final class Trace {

    /** What has to be recorded. */
    private static final String CALLS = "open,openat,creat,close,dup,dup2,dup3,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,"
            + "truncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,"
            + "linkat,symlink,symlinkat,sendfile,copy_file_range,splice,execve";
    private static final String UNFINISHED = " <unfinished ...>";
    private static final String RESUMED = " resumed>";

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> begun = new HashMap<>();
    private final Map<String, Integer> begunAt = new HashMap<>();
    private final Map<Call, String> threads = new IdentityHashMap<>();
    private final Set<String> others = new HashSet<>();
    private int lines;

    private Trace() {}

    /** The words with which a command is traced into a file; the command follows. */
    public static List<String> command(Path file) {
        return List.of("strace", "-f", "--seccomp-bpf", "-qq", "-xx", "-s", "16777216", "-e", "signal=none", "-e", "trace=" + CALLS,
                "-o", file.toString());
    }

    /** Whether this machine has strace and lets it trace. */
    public static boolean works() {
        try {
            Process probe = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return probe.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Trace read(Path file) throws IOException {
        var trace = new Trace();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                trace.line(line);
            }
        }
        trace.calls.removeIf(call -> trace.others.contains(trace.threads.get(call)));
        return trace;
    }

    /** How many lines there are: moments at which the power may go. */
    public int lines() {
        return lines;
    }

    List<Call> calls() {
        return calls;
    }

    private void line(String line) {
        int space = line.indexOf(' ');
        String thread = line.substring(0, space);
        String text = line.substring(space).strip();
        if (text.endsWith(UNFINISHED)) {
            begun.put(thread, text.substring(0, text.length() - UNFINISHED.length()));
            begunAt.put(thread, lines);
        } else if (text.startsWith("<... ")) {
            add(thread, begunAt.remove(thread), begun.remove(thread) + text.substring(text.indexOf(RESUMED) + RESUMED.length()));
        } else {
            add(thread, lines, text);
        }
        lines++;
    }

    private void add(String thread, int began, String text) {
        int open = text.indexOf('(');
        int result = text.lastIndexOf(" = ");
        if (open < 0 || result < open) {
            return; // an end of a thread
        }
        int close = text.lastIndexOf(')', result);
        String value = text.substring(result + 3).split(" ", 2)[0];
        if (text.startsWith("execve") && !calls.isEmpty()) {
            others.add(thread); // another program, with files of its own
        } else if (!value.equals("?")) {
            var call = new Call(text.substring(0, open), began, lines, Arrays.asList(text.substring(open + 1, close).split(", ")),
                    Long.parseLong(value));
            calls.add(call);
            threads.put(call, thread);
        }
    }
}
