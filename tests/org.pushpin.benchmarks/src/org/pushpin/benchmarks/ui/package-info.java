// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** The board as people use it, without a window: what our own work costs for each input, and how soon it is seen. */
package org.pushpin.benchmarks.ui;
