// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pushpin.repo.DocHandle;

/** Random typing, deleting, undoing and redoing on one or two replicas. Longer with -Dpushpin.undo.runs=N. */
class UndoPropertyTest {

    private static final int RUNS = Integer.getInteger("pushpin.undo.runs", 60);

    @Test
    void undoingAllAndRedoingAllIsIdentity() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Rig rig = new Rig(seed);
            DocHandle handle = rig.text("start");
            List<String> states = new ArrayList<>(List.of("start"));
            for (int i = 0; i < 12; i++) {
                var before = handle.current().heads();
                edit(handle, random, "abcdefghij");
                if (!handle.current().heads().equals(before)) {
                    states.add(Rig.textOf(handle.current()));
                }
            }

            for (int round = 0; round < 2; round++) {
                for (int i = states.size() - 2; i >= 0; i--) {
                    handle.undo();
                    assertEquals(states.get(i), Rig.textOf(handle.current()), "undo " + i + ", seed " + seed);
                }
                for (int i = 1; i < states.size(); i++) {
                    handle.redo();
                    assertEquals(states.get(i), Rig.textOf(handle.current()), "redo " + i + ", seed " + seed);
                }
            }
        }
    }

    /** One types lower case, the other upper case: after the first has undone everything, just what the other made is there. */
    @Test
    void undoTouchesNothingOfOthersAndReplicasConverge() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Rig one = new Rig(2 * seed);
            Rig two = new Rig(2 * seed + 1);
            DocHandle here = one.text("");
            one.settle();
            two.adopt(one, here);
            one.sendTo(two, here.id());
            DocHandle there = two.local(here.id());
            for (int i = 0; i < 15; i++) {
                act(here, random, "abcdef");
                act(there, random, "ABCDEF");
                if (random.nextInt(3) == 0) {
                    exchange(one, two, here, there);
                }
            }
            exchange(one, two, here, there);
            String others = count(Rig.textOf(here.current()), false);

            while (here.canUndo()) {
                here.undo();
            }
            exchange(one, two, here, there);

            assertEquals(others, count(Rig.textOf(there.current()), false), "seed " + seed);
            assertEquals("", count(Rig.textOf(there.current()), true), "seed " + seed);
            assertEquals(Rig.textOf(here.current()), Rig.textOf(there.current()));
        }
    }

    private static void exchange(Rig one, Rig two, DocHandle here, DocHandle there) {
        one.settle();
        two.settle();
        one.sendTo(two, here.id());
        two.sendTo(one, here.id());
        assertEquals(here.current().heads(), there.current().heads());
    }

    private static void act(DocHandle handle, Random random, String letters) {
        switch (random.nextInt(6)) {
            case 0 -> handle.undo();
            case 1 -> handle.redo();
            default -> edit(handle, random, letters);
        }
    }

    /** Deletes only letters of its own alphabet, so that nobody takes away what is the other's. */
    private static void edit(DocHandle handle, Random random, String letters) {
        String text = Rig.textOf(handle.current());
        int at = random.nextInt(text.length() + 1);
        int end = at;
        while (random.nextInt(3) > 0 && end < text.length() && (letters.indexOf(text.charAt(end)) >= 0 || letters.length() > 6)) {
            end++;
        }
        StringBuilder insert = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            insert.append(letters.charAt(random.nextInt(letters.length())));
        }
        Rig.type(handle, at, end - at, insert.toString());
    }

    private static String count(String text, boolean lower) {
        return text.chars().filter(c -> Character.isLowerCase(c) == lower).sorted().boxed()
                .flatMap(c -> IntStream.of(c).mapToObj(each -> String.valueOf((char) each))).reduce("", String::concat);
    }
}
