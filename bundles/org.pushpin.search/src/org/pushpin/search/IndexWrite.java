// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import org.pushpin.crypto.DocumentId;

/** One part of {@link SearchIndex#write}. */
public sealed interface IndexWrite {

    /** Replaces all that is known of a document. */
    record Put(IndexedDocument document) implements IndexWrite {}

    /** What is indexed of a document is to be made anew: its fingerprint is forgotten, its entries stay until then. */
    record Stale(DocumentId document) implements IndexWrite {}

    /** Forgets a document's entries and links; links of others to it stay. */
    record Remove(DocumentId document) implements IndexWrite {}
}
