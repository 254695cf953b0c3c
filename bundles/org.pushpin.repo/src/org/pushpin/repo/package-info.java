// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Documents of a profile: {@link org.pushpin.repo.Repo} opens them, {@link org.pushpin.repo.DocHandle} changes them,
 * and replication keeps them equal between peers.
 */
package org.pushpin.repo;
