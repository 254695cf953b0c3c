// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * What tests of several bundles share: a disk in memory that crashes on demand, and the suites that every storage adapter must
 * pass.
 */
package org.pushpin.testkit;
