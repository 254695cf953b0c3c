// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;


/**
 * How far the index is.
 *
 * @param waiting how many documents are to be indexed, the one at hand included; 0: everything stored is found
 * @param problem why it does not go on at present, fit to be shown; empty if it does
 */
public record SearchProgress(int waiting, String problem) {}
