// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** Where a link opens. */
public enum Place { HERE, NEW_TAB, NEW_WINDOW }
