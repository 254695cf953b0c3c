// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a person's data live on this machine. The application that starts registers one as an OSGi service; the repo
 * opens when it appears.
 *
 * @param directory the profile's folder, created if it is absent; one process holds it at a time
 */
public record Profile(Path directory) {

    /**
     * Makes the folder, for its owner only since it holds keys, unless it is there. Its name is durable when this returns.
     *
     * @throws IOException if it cannot be made
     */
    public void create() throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
        Path there = directory.toAbsolutePath();
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        Files.createDirectories(directory, owner);
        for (Path made = directory.toAbsolutePath(); posix && !made.equals(there); made = made.getParent()) {
            syncNames(made.getParent());
        }
    }

    private static void syncNames(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
