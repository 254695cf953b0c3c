// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

/**
 * Random typing, marking, putting, counting, undoing and redoing. The seeds are those from {@code pushpin.undo.first} on, 0 if it is not
 * set, and there are {@code pushpin.undo.seeds} of them, 300 if that is not set. A failure names its seed and the shortest script found.
 */
class UndoModelTest {

    private static final long FIRST = Long.getLong("pushpin.undo.first", 0);
    private static final int SEEDS = Integer.getInteger("pushpin.undo.seeds", 300);

    @Test
    void threePersonsUndoWhatTheyDidAndNothingElse() {
        forSeeds(3, 60, script -> {
            UndoWorld world = new UndoWorld(3);
            script.forEach(world::run);
            world.syncAll();
            world.requireCount();
        });
    }

    @Test
    void whoUndoesAllLeavesWhatOthersMade() {
        forSeeds(3, 45, script -> {
            UndoWorld world = new UndoWorld(3);
            script.forEach(world::run);
            world.syncAll();
            world.undoAll(world.replicas.get(0));
            world.syncAll();
            world.requireCount();
        });
    }

    @Test
    void undoingAllAndRedoingAllIsTheIdentity() {
        forSeeds(1, 25, script -> {
            UndoWorld world = new UndoWorld(1);
            UndoWorld.Replica replica = world.replicas.get(0);
            List<UndoView> states = new ArrayList<>(List.of(UndoView.of(replica.doc())));
            for (UndoAct act : script) {
                if (act.kind() != UndoAct.Kind.UNDO && act.kind() != UndoAct.Kind.REDO) {
                    int steps = replica.shown.get().history().undo().size();
                    world.run(act);
                    if (replica.shown.get().history().undo().size() > steps) {
                        states.add(UndoView.of(replica.doc()));
                    }
                }
            }
            for (int round = 0; round < 2; round++) {
                for (int i = states.size() - 2; i >= 0; i--) {
                    replica.undoing.undo();
                    assertEquals(states.get(i), UndoView.of(replica.doc()), "undo " + i);
                }
                for (int i = 1; i < states.size(); i++) {
                    replica.undoing.redo();
                    assertEquals(states.get(i), UndoView.of(replica.doc()), "redo " + i);
                }
            }
        });
    }

    private static void forSeeds(int replicas, int length, Consumer<List<UndoAct>> property) {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<UndoAct> script = UndoAct.script(seed, replicas, length);
            if (failure(property, script) != null) {
                List<UndoAct> shortest = shrink(property, script);
                fail("seed " + seed + ": " + shortest, failure(property, shortest));
            }
        }
    }

    private static Throwable failure(Consumer<List<UndoAct>> property, List<UndoAct> script) {
        try {
            property.accept(script);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    /** Leaves out ever smaller parts as long as it still fails. */
    private static List<UndoAct> shrink(Consumer<List<UndoAct>> property, List<UndoAct> script) {
        List<UndoAct> shortest = script;
        for (int part = script.size() / 2; part > 0; part /= 2) {
            for (int from = 0; from + part <= shortest.size();) {
                List<UndoAct> less = new ArrayList<>(shortest);
                less.subList(from, from + part).clear();
                if (failure(property, less) != null) {
                    shortest = less;
                } else {
                    from += part;
                }
            }
        }
        return shortest;
    }
}
