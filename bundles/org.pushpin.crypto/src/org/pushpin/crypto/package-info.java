// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Identities, signatures, secrets and the signed formats of day one; the Noise handshake. */
package org.pushpin.crypto;
