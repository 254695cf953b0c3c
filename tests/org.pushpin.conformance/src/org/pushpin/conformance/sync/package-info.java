// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/** Sync sessions between our engine and others, over streams that break and that are slow. */
package org.pushpin.conformance.sync;
