// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Tables that grow at their end while earlier states of them are read, and a table by author that is copied on write. For how handles
 * share them, see {@link org.pushpin.crdt.internal.history}.
 */
package org.pushpin.crdt.internal.append;
