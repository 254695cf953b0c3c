// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** The one way from a poster to any file of vectors: a Java2D graphics that brings all drawing down to a few calls. */
package org.pushpin.export.internal.vector;
