// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** What an adapter of the search port must do; apart from the other kit, because search stands on what that is used to test. */
package org.pushpin.testkit.search;
