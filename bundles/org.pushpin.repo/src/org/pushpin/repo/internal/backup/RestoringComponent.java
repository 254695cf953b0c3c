// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pushpin.repo.Profile;
import org.pushpin.repo.Restoring;
import org.pushpin.repo.internal.profile.Device;
import org.pushpin.repo.internal.profile.ProfileLock;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;

/** Restores with the storage adapter that is there. */
@Component(service = Restoring.class)
public final class RestoringComponent implements Restoring {

    private static final int BUFFER = 256 * 1024;

    private final StorageFactory storage;
    private final RandomGenerator random;

    @Activate
    public RestoringComponent(@Reference StorageFactory storage) {
        this(storage, new SecureRandom());
    }

    RestoringComponent(StorageFactory storage, RandomGenerator random) {
        this.storage = storage;
        this.random = random;
    }

    @Override
    public void restore(Path file, Profile profile, LongPredicate goOn) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                ProfileLock lock = ProfileLock.acquire(profile.directory())) {
            storage.restore(in, profile.directory(), Device.another(random), bytes -> {
                if (!goOn.test(bytes)) {
                    throw new InterruptedIOException("The restoring was ended. Nothing was restored.");
                }
            });
        } catch (NoSuchFileException absent) {
            throw new NoSuchFileException("There is no file " + file + ".");
        } catch (StorageException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
