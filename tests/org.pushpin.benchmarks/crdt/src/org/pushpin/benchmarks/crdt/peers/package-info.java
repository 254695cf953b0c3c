// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/** What needs a peer's jar or JMH: compiled by {@code releng/bench crdt} alone, with what crdt/pom.xml brings. */
package org.pushpin.benchmarks.crdt.peers;
