// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Benchmarks, by topic. {@code releng/bench} compiles and runs them against the bundles of the products. */
package org.pushpin.benchmarks;
