// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Cards made of what other programs wrote, and what cards say for those to read. */
package org.pushpin.export.internal.cards;
