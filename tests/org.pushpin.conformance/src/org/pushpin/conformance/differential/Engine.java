// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.differential;

import java.util.List;
import java.util.Set;

import org.pushpin.crdt.ChangeHash;

/**
 * An implementation of Automerge under test, or to test against. Each step leaves one observation: the heads after steps between
 * transactions, the id of an object that was made, "refused" for what the engine did not do, else nothing. One thread.
 */
public interface Engine extends AutoCloseable {
    String REFUSED = "refused";
    /** Begins the observation of a step in which the engine failed in itself; it cannot go on. */
    String BROKEN = "broken: ";

    Set<Feature> features();

    /**
     * Drops all replicas.
     *
     * @param shown what shall be observed: what both engines can do
     * @param full whether observations come as they are, and not as digests
     */
    void start(Set<Feature> shown, boolean full);

    void run(Step step);

    /** Commits as {@link #run} would, perhaps at another time than told to. @return the time of the change, in seconds */
    long commit(Step.Commit step);

    /** What was observed since the last call, one for each step. */
    List<String> observations();

    byte[] save(int replica);

    /** The changes that are not at or below some heads, concatenated. */
    byte[] changes(int replica, List<ChangeHash> since);

    @Override
    void close();
}
