// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;

/**
 * A batch in the log.
 *
 * @param revision its place in the profile's append-only order, from 1
 * @param header the signed header, exactly as it came
 * @param body the body, exactly as it was carried
 */
public record StoredBatch(long revision, WriterId writer, long fromSequence, long toSequence, Write.State state,
        Bytes header, Bytes body) {}
