// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;

/**
 * A document as the storage knows it.
 *
 * @param genesis empty while the document is wanted but has not come
 * @param fingerprint of what is stored; empty while nothing is
 */
public record StoredDocument(DocumentId id, DocumentSecret secret, Optional<Bytes> genesis,
        Optional<Fingerprint> fingerprint) {}
