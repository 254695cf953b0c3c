// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** Links between documents: found in any string or text, remembered, followed. */
package org.pushpin.repo.internal.link;
