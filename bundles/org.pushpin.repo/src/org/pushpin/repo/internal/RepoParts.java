// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

import org.pushpin.network.Transport;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.internal.profile.SessionMemory;
import org.pushpin.storage.StorageFactory;

/**
 * What a repo is made of, so that a test or a simulator can bring its own time, threads, disk, network and randomness.
 *
 * @param profile the folder given to the storage; its lock is the caller's business
 * @param transports may grow and shrink while the repo is open
 * @param random a secure source in the product
 * @param sessions where the session token is kept outside of the profile
 */
public record RepoParts(Path profile, StorageFactory storage, Scheduler scheduler, List<Transport> transports, RandomGenerator random,
        SessionMemory sessions) {}
