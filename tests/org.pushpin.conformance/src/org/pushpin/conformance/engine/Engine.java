// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.ObjectId;

/**
 * An implementation of Automerge under test, or to test against. Each step leaves one observation: the heads after steps between
 * transactions, the id of an object that was made, "refused" for what the engine did not do, else nothing. One thread.
 */
public interface Engine extends AutoCloseable {
    String REFUSED = "refused";
    /** Begins the observation of a step in which the engine failed in itself; it cannot go on. */
    String BROKEN = "broken: ";
    /** The observation of content in which the engine contradicts itself: nothing to compare with. */
    String CONTRADICTION = "contradiction";

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

    /** Whether the engine finds the elements of an object of the open transaction where it itself says they are. */
    default boolean isSound(ObjectId object) {
        return true;
    }

    /** Faults of the engine that it was led around since the start (DIFFERENCES.md), and how often. Asked for after the observations. */
    default Map<String, Integer> faults() {
        return Map.of();
    }

    /** What was observed since the last call, one for each step. */
    List<String> observations();

    byte[] save(int replica);

    /** The changes that are not at or below some heads, concatenated. */
    byte[] changes(int replica, List<ChangeHash> since);

    @Override
    void close();
}
