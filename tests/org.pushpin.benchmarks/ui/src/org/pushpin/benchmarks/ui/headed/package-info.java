// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Programs as people use them, measured from outside: synthetic input (XTEST) until the pixels that show it are on the X server
 * (DAMAGE tells when, GetImage what). Nothing of it runs inside of what is measured.
 */
package org.pushpin.benchmarks.ui.headed;
