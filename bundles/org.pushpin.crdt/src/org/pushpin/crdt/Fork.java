// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;

/**
 * One actor made two different changes with the same sequence number: a broken or dishonest writer. Both branches are kept and shown.
 *
 * @param branches the hashes of the first change of each branch, ascending
 */
public record Fork(ActorId actor, long seq, List<ChangeHash> branches) {
    public Fork {
        branches = List.copyOf(branches);
    }
}
