// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.pushpin.repo.Profile;

/** The right of one process to use a profile: an exclusive lock on the file {@code lock} in it, which ends with the process. */
public final class ProfileLock implements AutoCloseable {

    private final FileChannel channel;

    private ProfileLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, creating the folder if need be.
     *
     * @throws IOException with a sentence fit to be shown if another process holds the profile or the folder cannot be used
     */
    public static ProfileLock acquire(Path profile) throws IOException {
        new Profile(profile).create();
        FileChannel channel = FileChannel.open(profile.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly(profile));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new ProfileLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("The profile " + profile + " is in use by another process. Close that one, or choose another profile.");
    }

    private static FileAttribute<?>[] ownerOnly(Path profile) {
        boolean posix = profile.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
