// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.WriterId;

/**
 * A writer of a document.
 *
 * @param certificate device → writer; may be empty for a writer that came without one
 * @param sequence the highest that is stored
 * @param head change hash at {@code sequence}, 32 bytes
 */
public record StoredWriter(WriterId writer, Bytes certificate, long sequence, Bytes head) {}
