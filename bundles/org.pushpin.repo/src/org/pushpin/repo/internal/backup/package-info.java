// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/** A profile as one file: written while it is open, and made a profile again. What is in the file is the storage adapter's business. */
package org.pushpin.repo.internal.backup;
