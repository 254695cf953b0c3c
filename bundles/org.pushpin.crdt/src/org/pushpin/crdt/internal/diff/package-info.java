// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/** The difference of two states of a document, as patches. What both share is passed over: the cost follows what differs. */
package org.pushpin.crdt.internal.diff;
