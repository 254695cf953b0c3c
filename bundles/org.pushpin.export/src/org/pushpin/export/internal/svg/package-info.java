// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Writes SVG 1.1, as a file of its own or inside a page of HTML. */
package org.pushpin.export.internal.svg;
