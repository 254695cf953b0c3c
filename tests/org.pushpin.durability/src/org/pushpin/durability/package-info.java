// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Whether what is shown as saved stays: processes killed where they stand, the power gone at any moment, a full disk, flipped bits.
 * {@link org.pushpin.durability.Marathon} runs for longer than the tests do.
 *
 * <p>A <em>load</em> is a process that saves without end and prints a line for each thing that is saved. A <em>judge</em> opens what
 * the process has left and compares it with what was printed: everything acknowledged must be there, and of the rest what comes
 * first; opening once more must change nothing. Each has a load that lies ({@link org.pushpin.durability.Sin}), which its judge must
 * find guilty: a judge who finds nothing there would find nothing anywhere. What processes were about when they ended is
 * counted ({@code Finds}), so that it can be seen that folding, migrating and the like have been interrupted.
 */
package org.pushpin.durability;
