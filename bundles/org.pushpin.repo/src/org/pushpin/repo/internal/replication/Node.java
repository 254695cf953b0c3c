// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;

/**
 * What all sessions of a profile stand on.
 *
 * @param device the key of this device
 * @param random for padding and jitter
 */
public record Node(Replica replica, Scheduler scheduler, SigningKey device, RandomGenerator random) {
    /** The lane on which all of replication runs. */
    public static final String LANE = "replication";

    DeviceId deviceId() {
        return new DeviceId(device.publicKey());
    }

    Instant now() {
        return scheduler.now();
    }

    void later(Runnable task) {
        scheduler.execute(LANE, task);
    }

    Subscription after(Duration delay, Runnable task) {
        return scheduler.after(delay, LANE, task);
    }
}
