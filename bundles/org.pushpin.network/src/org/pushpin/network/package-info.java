// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * The ports through which peers meet. A {@link org.pushpin.network.Transport} makes authenticated-later, encrypted
 * connections; a simulator implements the same port to drive replication deterministically.
 */
package org.pushpin.network;
