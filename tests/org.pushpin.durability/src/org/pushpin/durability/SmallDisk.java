// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs what a full disk is tried with on a disk of its own: a small tmpfs, in a mount namespace that ends with the process. */
public final class SmallDisk {

    private static final String SIZE = "24m";

    /** What runs out of room. */
    public enum Subject { STORAGE, REPO, MIGRATION, BACKUP }

    private SmallDisk() {}

    /** @param arguments a {@link Subject}, and the folder over which the disk has been mounted */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[1]);
        switch (Subject.valueOf(arguments[0])) {
            case STORAGE -> new FullStorage(root).run();
            case REPO -> new FullRepo(root).run();
            case MIGRATION -> new FullMigration(root).run();
            case BACKUP -> new FullBackup(root).run();
        }
        System.out.println("done");
        System.exit(0);
    }

    /** Whether this machine lets us mount something where nobody else sees it. */
    public static boolean works() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** @return what the process printed; its last line is {@code done} if nothing was found */
    public static String run(Subject subject, Path folder) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path scratch = Files.createDirectories(folder.resolve("library"));
        List<String> java = Programs.java(scratch, SmallDisk.class, subject.name(), disk.toString());
        var command = new ArrayList<>(List.of("unshare", "--mount", "--map-root-user", "sh", "-c",
                "mount -t tmpfs -o size=" + SIZE + ",mode=700 tmpfs \"$0\" && exec \"$@\"", disk.toString()));
        command.addAll(java);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
