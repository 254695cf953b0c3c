// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** How search grows with the number of documents: {@code releng/bench SearchBenchmark}. */
package org.pushpin.benchmarks.search;
