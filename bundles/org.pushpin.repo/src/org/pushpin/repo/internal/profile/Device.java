// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceSeed;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.internal.profile.SessionMemory.Session;
import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Write;

/**
 * This device: its keys, and the incarnation under which it writes. Any thread.
 */
public final class Device {

    private static final System.Logger LOG = System.getLogger(Device.class.getName());
    private static final int TOKEN_BYTES = 16;
    private static final String PROFILE = "profile.id";
    private static final String SEED = "device.seed";
    private static final String INCARNATION = "device.incarnation";
    private static final String SESSION = "device.session";

    private final RandomGenerator random;
    private final SessionMemory memory;
    private final Bytes profileId;
    private final DeviceSeed seed;
    private final SigningKey key;
    private volatile Bytes incarnation;

    private Device(RandomGenerator random, SessionMemory memory, Bytes profileId, DeviceSeed seed, Bytes incarnation) {
        this.random = random;
        this.memory = memory;
        this.profileId = profileId;
        this.seed = seed;
        this.key = seed.deviceKey();
        this.incarnation = incarnation;
    }

    /**
     * Reads who this device is, or makes it up the first time, and begins a session. Where the token in the profile is not the
     * one remembered outside (a copy, a restored backup, another machine), or the storage found damage, a new incarnation begins.
     */
    public static Device open(Storage storage, SessionMemory memory, RandomGenerator random) throws StorageException {
        List<Write> writes = new ArrayList<>();
        Bytes profileId = settingOr(storage, PROFILE, TOKEN_BYTES, random, writes);
        Bytes seed = settingOr(storage, SEED, DeviceSeed.LENGTH, random, writes);
        Bytes incarnation = settingOr(storage, INCARNATION, TOKEN_BYTES, random, writes);
        Optional<Bytes> stored = storage.setting(SESSION);
        Device device = new Device(random, memory, profileId, DeviceSeed.of(seed), incarnation);
        if (stored.isPresent() && !device.remembers(stored.get())) {
            LOG.log(System.Logger.Level.INFO, "the profile was copied or restored: a new incarnation begins");
            writes.addAll(device.renew());
        } else if (!storage.damage().isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "what was written last may be lost here and known elsewhere: a new incarnation begins");
            writes.addAll(device.renew());
        }
        device.rotate(storage, stored, writes);
        return device;
    }

    private static Bytes settingOr(Storage storage, String name, int length, RandomGenerator random, List<Write> writes)
            throws StorageException {
        Optional<Bytes> known = storage.setting(name).filter(value -> value.length() == length);
        if (known.isPresent()) {
            return known.get();
        }
        Bytes fresh = randomBytes(random, length);
        writes.add(new Write.Setting(name, fresh));
        return fresh;
    }

    private boolean remembers(Bytes token) {
        try {
            return memory.read(profileId).filter(session -> session.knows(token)).isPresent();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the session token cannot be read: {0}", e.getMessage());
            return false;
        }
    }

    /** Replaces the token outside and inside, in an order in which a crash at any point is no mismatch. */
    private void rotate(Storage storage, Optional<Bytes> stored, List<Write> writes) throws StorageException {
        Bytes next = randomBytes(random, TOKEN_BYTES);
        remember(new Session(stored.orElse(next), Optional.of(next)));
        writes.add(new Write.Setting(SESSION, next));
        storage.commit(writes);
        remember(new Session(next, Optional.empty()));
    }

    private void remember(Session session) {
        try {
            memory.write(profileId, session);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING,
                    "the session token cannot be written, the next start begins a new incarnation: {0}", e.getMessage());
        }
    }

    /** Ends the session: a backup taken during it no longer matches. */
    public void close(Storage storage) throws StorageException {
        rotate(storage, storage.setting(SESSION), new ArrayList<>());
    }

    /** Begins a new incarnation at once; the writes make it last. */
    public List<Write> renew() {
        incarnation = randomBytes(random, TOKEN_BYTES);
        return List.of(new Write.Setting(INCARNATION, incarnation));
    }

    /**
     * What makes of a copied profile another one: a new incarnation, and a name under which no session is remembered, so that both can
     * live on one machine.
     */
    public static List<Write> another(RandomGenerator random) {
        return List.of(new Write.Setting(PROFILE, randomBytes(random, TOKEN_BYTES)),
                new Write.Setting(INCARNATION, randomBytes(random, TOKEN_BYTES)),
                new Write.Setting(SESSION, randomBytes(random, TOKEN_BYTES)));
    }

    /** The present incarnation. */
    public Bytes incarnation() {
        return incarnation;
    }

    /** The device's own key. */
    public SigningKey key() {
        return key;
    }

    /** The key with which an incarnation of this device writes to a document. */
    public SigningKey writerKey(DocumentId document, Bytes ofIncarnation) {
        return seed.writerKey(document, ofIncarnation);
    }

    /** Fresh random bytes. */
    public Bytes random(int length) {
        return randomBytes(random, length);
    }

    private static Bytes randomBytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return Bytes.of(bytes);
    }
}
