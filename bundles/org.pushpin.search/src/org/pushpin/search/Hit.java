// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.time.Instant;

import org.pushpin.crypto.DocumentId;

/** An entry that an index found. */
public record Hit(DocumentId document, String contentType, String title, Instant created, Instant changed) {}
