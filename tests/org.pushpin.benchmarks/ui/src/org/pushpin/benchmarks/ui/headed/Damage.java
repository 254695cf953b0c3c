// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

/** Something was drawn. @param nanos when it was told, by {@link System#nanoTime()} */
record Damage(long nanos, Area area) {}
