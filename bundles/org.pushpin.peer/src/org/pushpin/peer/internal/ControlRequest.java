// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.util.List;

/** What a client asks: the command line as it was called, and where. */
record ControlRequest(String directory, List<String> arguments) {}
