// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * A stage's tree for assistive technology, as SWT's accessibles: one for each node that a client has asked for, made when it
 * asks. Without a client nothing is made and nothing is said. All on the ui thread.
 */
package org.pushpin.workbench.internal.accessible;
