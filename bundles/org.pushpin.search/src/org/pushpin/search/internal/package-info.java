// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The indexer. {@link org.pushpin.search.internal.Backlog} holds what waits, {@link org.pushpin.search.internal.Indexer} works it
 * off on one thread of low priority, {@link org.pushpin.search.internal.Reading} makes entries of a document, and
 * {@link org.pushpin.search.internal.Finder} answers queries on another thread.
 */
package org.pushpin.search.internal;
