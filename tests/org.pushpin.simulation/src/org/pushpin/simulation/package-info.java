// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A deterministic simulator of many profiles and the network between them: one thread, a virtual clock, one seed. The
 * code under test is the product's; only time, threads, the network and the disk are simulated. The same seed gives the
 * same run, down to the hash of every message, so a failure can be looked at again.
 */
package org.pushpin.simulation;
