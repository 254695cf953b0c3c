// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage;

import java.util.Optional;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.Fingerprint;

/**
 * What is told of a document when all are listed.
 *
 * @param here whether a Genesis is stored; whether it is whole shows when it is read
 * @param fingerprint of what is stored; empty while nothing is
 */
public record StoredEntry(DocumentId id, DocumentSecret secret, boolean here, Optional<Fingerprint> fingerprint) {}
