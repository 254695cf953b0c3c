// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Objects;

/**
 * The identity of an operation, and so of what it made: Lamport counter, actor, and, in the rare case that the actor's history
 * forked, the branch: the hash of the first change of that branch ({@code null} before the fork and in every honest document).
 * Ordered as Automerge orders concurrent operations: counter, then actor, then branch (no branch first).
 *
 * @param counter 1 to 2³² − 1
 * @param branch may be null
 */
public record OpId(long counter, ActorId actor, ChangeHash branch) implements Comparable<OpId> {
    public OpId {
        Objects.requireNonNull(actor);
    }

    /** An operation of an actor that did not fork. */
    public OpId(long counter, ActorId actor) {
        this(counter, actor, null);
    }

    @Override
    public int compareTo(OpId other) {
        int order = Long.compare(counter, other.counter);
        if (order == 0 && actor != other.actor) {
            order = actor.compareTo(other.actor);
        }
        return order != 0 ? order : compareBranches(branch, other.branch);
    }

    private static int compareBranches(ChangeHash a, ChangeHash b) {
        if (a == b) {
            return 0;
        }
        return a == null ? -1 : b == null ? 1 : a.compareTo(b);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof OpId o && counter == o.counter && (actor == o.actor || actor.equals(o.actor))
                && Objects.equals(branch, o.branch);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(counter) * 0x9E3779B1 + actor.hashCode() + (branch == null ? 0 : branch.hashCode());
    }

    /** Parses {@code 12@hex} or {@code 12@hex~branch}. @throws IllegalArgumentException for anything else */
    public static OpId parse(String text) {
        int at = text.indexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("not an operation id");
        }
        int tilde = text.indexOf('~');
        ActorId actor = ActorId.parse(text.substring(at + 1, tilde < 0 ? text.length() : tilde));
        return new OpId(Long.parseLong(text.substring(0, at)), actor, tilde < 0 ? null : ChangeHash.parse(text.substring(tilde + 1)));
    }

    /** {@code 12@hex}, and {@code ~branch} if there is one. */
    @Override
    public String toString() {
        return counter + "@" + actor + (branch == null ? "" : "~" + branch);
    }
}
