// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.OpId;

/**
 * The authors of a document, numbered from 0 in the order in which they turned up. An author is an actor, or, once the actor's history
 * forked, one branch of it: so nothing that deals in ids needs to know of forks. Immutable; an author more costs O(authors).
 */
public final class Authors {
    public static final Authors NONE = new Authors(new ActorId[0], new ChangeHash[0], new int[0], Map.of());
    private static final int[] NOBODY = {};

    private final ActorId[] actors;
    private final ChangeHash[] branches;
    private final int[] ranks;
    private final Map<ActorId, int[]> numbers;

    private Authors(ActorId[] actors, ChangeHash[] branches, int[] ranks, Map<ActorId, int[]> numbers) {
        this.actors = actors;
        this.branches = branches;
        this.ranks = ranks;
        this.numbers = numbers;
    }

    /** Actors that are all different, none of which forked, numbered as they come. Cost: O(n log n). */
    public static Authors of(List<ActorId> actors) {
        int size = actors.size();
        Integer[] order = new Integer[size];
        Map<ActorId, int[]> numbers = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            order[i] = i;
            numbers.put(actors.get(i), new int[] {i});
        }
        Arrays.sort(order, Comparator.comparing(actors::get));
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[order[rank]] = rank;
        }
        return new Authors(actors.toArray(new ActorId[0]), new ChangeHash[size], ranks, numbers);
    }

    /** With one author more, whose number is {@link #size()}. @param branch the first change of a fork's branch, else null */
    public Authors with(ActorId actor, ChangeHash branch) {
        int number = actors.length;
        ActorId[] moreActors = Arrays.copyOf(actors, number + 1);
        ChangeHash[] moreBranches = Arrays.copyOf(branches, number + 1);
        moreActors[number] = actor;
        moreBranches[number] = branch;
        int[] moreRanks = Arrays.copyOf(ranks, number + 1);
        for (int i = 0; i < number; i++) {
            if (compare(actors[i], branches[i], actor, branch) < 0) {
                moreRanks[number]++;
            } else {
                moreRanks[i]++;
            }
        }
        Map<ActorId, int[]> moreNumbers = new HashMap<>(numbers);
        int[] siblings = moreNumbers.getOrDefault(actor, NOBODY);
        int[] more = Arrays.copyOf(siblings, siblings.length + 1);
        more[siblings.length] = number;
        moreNumbers.put(actor, more);
        return new Authors(moreActors, moreBranches, moreRanks, moreNumbers);
    }

    private static int compare(ActorId a, ChangeHash branchOfA, ActorId b, ChangeHash branchOfB) {
        int order = a.compareTo(b);
        if (order != 0 || Objects.equals(branchOfA, branchOfB)) {
            return order;
        }
        return branchOfA == null ? -1 : branchOfB == null ? 1 : branchOfA.compareTo(branchOfB);
    }

    public int size() {
        return actors.length;
    }

    /** The number of an actor that did not fork; of one that did, the number of what came before the fork, or else of a branch; −1 if unknown. */
    public int number(ActorId actor) {
        int[] found = numbers.get(actor);
        return found == null ? -1 : found[0];
    }

    /** The number of a branch. @param branch may be null; −1 if unknown */
    public int number(ActorId actor, ChangeHash branch) {
        for (int number : numbers(actor)) {
            if (Objects.equals(branches[number], branch)) {
                return number;
            }
        }
        return -1;
    }

    /** All authors that are one actor: more than one if it forked. Not to be modified. */
    public int[] numbers(ActorId actor) {
        return numbers.getOrDefault(actor, NOBODY);
    }

    public ActorId actor(int number) {
        return actors[number];
    }

    /** Whether some actor is several authors. */
    public boolean isForked() {
        return numbers.size() < actors.length;
    }

    /** Whether another document that knows at least these authors has given them the same numbers. */
    public boolean isBeginningOf(Authors other) {
        return this == other || actors.length <= other.actors.length && Arrays.equals(actors, 0, actors.length, other.actors, 0, actors.length)
                && Arrays.equals(branches, 0, branches.length, other.branches, 0, branches.length);
    }

    /** The first change of the branch that an author is; null outside a fork. */
    public ChangeHash branch(int number) {
        return branches[number];
    }

    /** The place of an author among all, by actor and branch. It changes as authors are added, but never relative to another author's. */
    public int rank(int number) {
        return ranks[number];
    }

    /** Orders ids as Automerge orders concurrent operations: counter, actor, branch. */
    public int compare(long a, long b) {
        long counterOfA = a >>> 32;
        long counterOfB = b >>> 32;
        if (counterOfA != counterOfB) {
            return counterOfA < counterOfB ? -1 : 1;
        }
        return a == b ? 0 : Integer.compare(ranks[(int) a], ranks[(int) b]);
    }

    /** Where an id is among the first {@code count}, which ascend; −1 less where it would go, if it is not there. O(log count). */
    int search(long[] ids, int count, long id) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(ids[middle], id);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    /** Ids in ascending order. @param ids may be sorted in place */
    long[] sorted(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (compare(ids[i - 1], ids[i]) > 0) {
                return Arrays.stream(ids).boxed().sorted(this::compare).mapToLong(Long::longValue).toArray();
            }
        }
        return ids;
    }

    /** The public form of an id. */
    public OpId opId(long id) {
        int author = Ids.author(id);
        return new OpId(Ids.counter(id), actors[author], branches[author]);
    }

    /** The id inside the engine of an operation's public id; {@link Ids#NONE} if its author is unknown. */
    public long id(OpId op) {
        int author = number(op.actor(), op.branch());
        return author < 0 ? Ids.NONE : Ids.of(op.counter(), author);
    }
}
