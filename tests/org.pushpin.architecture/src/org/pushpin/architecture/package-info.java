// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/** The map of the project as rules over its sources, manifests and products. */
package org.pushpin.architecture;
