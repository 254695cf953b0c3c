// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says whether what undo and redo did is allowed, from what persons see and from who made and removed it; it knows no operation, no id
 * and nothing of how undo works. A token that a replica sees go is gone by those who removed it, as far as that replica has heard.
 */
final class UndoOracle {

    private static final int NOBODY = -1;

    private final Map<String, Integer> makers = new HashMap<>();
    private final List<Removal> removals = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private final List<Person> persons = new ArrayList<>();

    /**
     * @param replaced whether something else came in its place: then it is not what its author wanted to go
     * @param copies the returns that its author had heard of: what it removed is the copy that the last of them brought
     */
    private record Removal(String token, int by, boolean replaced, Set<Integer> copies) {}

    /** @param ended removals that it made undone */
    private record Return(String token, Set<Integer> ended) {}

    /** What is known of one replica. */
    private static final class Person {
        /** Removals that it knows of, and those of them that are over: what was removed came back. */
        final Set<Integer> heard = new HashSet<>();
        final Set<Integer> over = new HashSet<>();
        final Set<Integer> heardReturns = new HashSet<>();
        final Set<String> removed = new HashSet<>();
        final Set<String> broughtBack = new HashSet<>();
        final Deque<Long> counted = new ArrayDeque<>();
        final Deque<Long> uncounted = new ArrayDeque<>();
    }

    UndoOracle(Set<String> first, int replicas) {
        first.forEach(token -> makers.put(token, NOBODY));
        for (int i = 0; i < replicas; i++) {
            persons.add(new Person());
        }
    }

    void made(String token, int replica) {
        makers.put(token, replica);
    }

    /** A person changed something. */
    void changed(int replica, UndoView before, UndoView after) {
        Person person = persons.get(replica);
        note(replica, person, before, after);
        if (after.count() != before.count()) {
            person.counted.push(after.count() - before.count());
        }
        if (!after.equals(before)) {
            person.uncounted.clear();
        }
    }

    private void note(int replica, Person person, UndoView before, UndoView after) {
        for (String token : UndoWorld.minus(before.tokens(), after.tokens())) {
            person.heard.add(removals.size());
            boolean replaced = before.others().contains(token) && !before.others().containsAll(after.others());
            removals.add(new Removal(token, replica, replaced, returnsOf(person, token)));
        }
        for (String token : UndoWorld.minus(after.tokens(), before.tokens())) {
            person.heardReturns.add(returns.size());
            returns.add(new Return(token, removalsOf(person, token)));
        }
        settle(person, after);
    }

    /** What shows is not gone. */
    private void settle(Person person, UndoView view) {
        person.heardReturns.forEach(number -> person.over.addAll(returns.get(number).ended()));
        view.tokens().forEach(token -> person.over.addAll(removalsOf(person, token)));
    }

    private Set<Integer> removalsOf(Person person, String token) {
        return person.heard.stream().filter(number -> removals.get(number).token().equals(token)).collect(Collectors.toSet());
    }

    private Set<Integer> returnsOf(Person person, String token) {
        return person.heardReturns.stream().filter(number -> returns.get(number).token().equals(token)).collect(Collectors.toSet());
    }

    /** Everybody who ever removed it, as far as a person has heard. */
    private Set<Integer> removersOf(Person person, String token) {
        return removalsOf(person, token).stream().map(number -> removals.get(number).by()).collect(Collectors.toSet());
    }

    /**
     * Who deleted what has not come back since, as far as a person has heard, and put nothing in its place: whoever removed the copy that
     * the person removed last, or, if it never did, the last copy that it has heard of. Nobody, if somebody brought one back since: that
     * one may have been hidden only.
     */
    private Set<Integer> deletersOf(Person person, String token) {
        Set<Integer> heard = returnsOf(person, token);
        Optional<Removal> own = removalsOf(person, token).stream().sorted(Comparator.reverseOrder()).map(removals::get)
                .filter(removal -> persons.get(removal.by()) == person).findFirst();
        if (own.isPresent() && !own.get().copies().containsAll(heard)) {
            return Set.of();
        }
        return removalsOf(person, token).stream().filter(number -> !person.over.contains(number)).map(removals::get)
                .filter(removal -> own.isPresent() ? removal.copies().equals(own.get().copies()) : removal.copies().containsAll(heard))
                .filter(removal -> !removal.replaced()).map(Removal::by).collect(Collectors.toSet());
    }

    void undone(int replica, UndoView before, UndoView after, boolean did) {
        Person person = persons.get(replica);
        requireNothing(before, after, did);
        for (String token : UndoWorld.minus(before.tokens(), after.tokens())) {
            require(makers.get(token) == replica || person.broughtBack.contains(token) && person.removed.contains(token),
                    "undo took away what " + makers.get(token) + " made: " + token);
        }
        brought(replica, person, before, after);
        keptOrder(before, after);
        undoneMarks(replica, before, after);
        moved(person.counted, person.uncounted, after.count() - before.count(), -1);
        note(replica, person, before, after);
    }

    void redone(int replica, UndoView before, UndoView after, boolean did) {
        Person person = persons.get(replica);
        requireNothing(before, after, did);
        for (String token : UndoWorld.minus(before.tokens(), after.tokens())) {
            require(makers.get(token) == replica || person.removed.contains(token) || person.broughtBack.contains(token),
                    "redo took away what it never had: " + token);
        }
        brought(replica, person, before, after);
        keptOrder(before, after);
        redoneMarks(replica, before, after);
        moved(person.uncounted, person.counted, after.count() - before.count(), 1);
        note(replica, person, before, after);
    }

    private static void requireNothing(UndoView before, UndoView after, boolean did) {
        require(did || before.equals(after), "it changed something and says that it did not");
    }

    /** What comes back must not be what somebody else removed. */
    private void brought(int replica, Person person, UndoView before, UndoView after) {
        for (String token : UndoWorld.minus(after.tokens(), before.tokens())) {
            Set<Integer> by = deletersOf(person, token);
            require(by.stream().allMatch(each -> each == replica), "brought back what " + by + " removed: " + token);
            person.broughtBack.add(token);
        }
        person.removed.addAll(UndoWorld.minus(before.tokens(), after.tokens()));
    }

    private static void keptOrder(UndoView before, UndoView after) {
        List<String> old = kept(before.text(), after.text());
        List<String> now = kept(after.text(), before.text());
        if (old.size() == new HashSet<>(old).size() && now.size() == new HashSet<>(now).size()) {
            require(old.equals(now), "the order changed from " + old + " to " + now);
        }
    }

    private static List<String> kept(List<String> of, List<String> in) {
        Set<String> others = new LinkedHashSet<>(in);
        return of.stream().filter(others::contains).toList();
    }

    /** What is in both, and once in each: when two bring the same character back at the same time there are two of it. */
    private static List<String> once(List<String> before, List<String> after) {
        return before.stream().filter(token -> Collections.frequency(before, token) == 1 && Collections.frequency(after, token) == 1).toList();
    }

    /** What somebody else's mark shows stays marked so. */
    private void undoneMarks(int replica, UndoView before, UndoView after) {
        for (String character : once(before.text(), after.text())) {
            String was = before.marks().get(character);
            String is = after.marks().get(character);
            if (was == null ? is != null : !was.equals(is)) {
                require(was == null || makers.get(was) == replica, "undo changed the mark of " + makers.get(was) + " on " + character);
            }
        }
    }

    private void redoneMarks(int replica, UndoView before, UndoView after) {
        for (String character : once(before.text(), after.text())) {
            String was = before.marks().get(character);
            String is = after.marks().get(character);
            if (was == null ? is != null : !was.equals(is)) {
                require(is == null || makers.get(is) == replica || was != null && makers.get(was) == replica,
                        "redo made the mark of " + makers.get(is) + " on " + character);
            }
        }
    }

    /** Increments come and go whole, the newest first. */
    private static void moved(Deque<Long> from, Deque<Long> to, long by, int sign) {
        if (by != 0) {
            require(!from.isEmpty() && from.peek() * sign == by, "the counter changed by " + by + " instead of " + from.peek());
            to.push(from.pop());
        }
    }

    void synced(int one, int two, UndoView after) {
        Person first = persons.get(one);
        Person second = persons.get(two);
        first.heard.addAll(second.heard);
        second.heard.addAll(first.heard);
        first.heardReturns.addAll(second.heardReturns);
        second.heardReturns.addAll(first.heardReturns);
        settle(first, after);
        settle(second, after);
    }

    /**
     * Nothing that a person made is left, but what others brought back; and nothing of the text is gone that only that person removed.
     * (What was overwritten at a key comes back only if what took its place is still there.)
     */
    void undidAll(int replica, UndoView view) {
        for (String token : view.tokens()) {
            boolean others = persons.stream().anyMatch(each -> each != persons.get(replica) && each.broughtBack.contains(token));
            require(makers.get(token) != replica || others, "what was undone is still there: " + token);
        }
        makers.forEach((token, maker) -> require(maker == replica || !UndoView.isOfText(token) || view.tokens().contains(token)
                || !removersOf(persons.get(replica), token).equals(Set.of(replica)), "what was removed did not come back: " + token));
        require(persons.get(replica).counted.isEmpty(), "not all was uncounted");
        view.marks().forEach((character, mark) -> require(makers.get(mark) != replica, "a mark is still there: " + mark));
    }

    /** What the counter must be at the end. */
    long count() {
        return persons.stream().flatMap(person -> person.counted.stream()).mapToLong(Long::longValue).sum();
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
