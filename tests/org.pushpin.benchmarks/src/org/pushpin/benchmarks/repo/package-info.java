// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * The repo of a profile at work, as the product has it: {@link org.pushpin.benchmarks.repo.RepoScaleBenchmark} opens profiles of many
 * documents, {@link org.pushpin.benchmarks.repo.MergePauseBenchmark} types while somebody else's changes merge,
 * {@link org.pushpin.benchmarks.repo.PresenceBenchmark} tells how soon others see a pointer. Outside of a framework,
 * the parts are put together by hand.
 */
package org.pushpin.benchmarks.repo;
