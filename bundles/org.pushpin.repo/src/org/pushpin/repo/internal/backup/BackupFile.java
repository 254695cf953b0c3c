// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Transfer;

/** A backup on its way into a file, which gets its name when all of it is durable. For its owner only, since it holds keys. */
public final class BackupFile {

    private static final int BUFFER = 256 * 1024;

    private BackupFile() {}

    /** @throws IOException with a sentence fit to be shown; an existing file is left as it is */
    public static void write(Storage storage, Path file, Transfer progress) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException("The file " + file + " is there already. Choose another name for the backup.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(draft);
            fill(storage, draft, progress);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncNames(file.toAbsolutePath().getParent());
        } catch (StorageException refused) {
            throw new IOException(refused.getMessage(), refused);
        } catch (IOException failure) {
            throw isFull(failure, draft) ? new IOException("The disk is full. No backup was written.", failure) : failure;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean isFull(IOException failure, Path draft) throws IOException {
        return !(failure instanceof InterruptedIOException) && Files.exists(draft)
                && Files.getFileStore(draft).getUsableSpace() < BUFFER;
    }

    private static void fill(Storage storage, Path draft, Transfer progress) throws IOException, StorageException {
        try (FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(draft)); OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            storage.backup(out, progress);
            out.flush();
            channel.force(true);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void syncNames(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
