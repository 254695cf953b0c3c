// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.internal.op.Authors;
import org.pushpin.crdt.internal.tree.Shape;

/**
 * Several replicas edit at random and exchange steps in causal order; after some, tree and model are held against each other. System
 * properties {@code pushpin.sequence.seeds} and {@code pushpin.sequence.steps} make longer runs.
 */
final class SequencePropertyTest {
    private static final Shape TINY = new Shape(4, 16, 4);
    private static final Shape SMALL = new Shape(8, 64, 5);

    private static final int STEPS = Integer.getInteger("pushpin.sequence.steps", 150);

    private record Frozen(Sequence sequence, Model model) {
    }

    private final List<Replica> replicas = new ArrayList<>();
    private final List<List<Replica.Sent>> inboxes = new ArrayList<>();
    private final List<Frozen> frozen = new ArrayList<>();
    private Random random;
    /** The next author that no replica is. */
    private int spare;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTreeIsTheModel(boolean text) {
        int seeds = Integer.getInteger("pushpin.sequence.seeds", 10);
        for (int seed = 0; seed < seeds; seed++) {
            try {
                run(text, seed, seed % 3 == 0 ? SMALL : TINY, STEPS);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", text " + text, e);
            }
        }
    }

    @Test
    void theTreeIsTheModelInTheUsualShape() {
        for (int seed = 0; seed < 2; seed++) {
            run(true, seed, Shape.USUAL, STEPS * 3);
        }
    }

    private void run(boolean text, long seed, Shape shape, int steps) {
        random = new Random(seed);
        replicas.clear();
        inboxes.clear();
        frozen.clear();
        Authors authors = Authors.NONE;
        int count = 1 + random.nextInt(4);
        spare = count;
        for (int i = 0; i < count + steps; i++) {
            authors = authors.with(ActorId.of(new byte[] {(byte) random.nextInt(), (byte) i}), null);
        }
        for (int i = 0; i < count; i++) {
            replicas.add(new Replica(text, i, authors, shape, random));
            inboxes.add(new ArrayList<>());
        }
        for (int i = 0; i < steps; i++) {
            step(random.nextInt(count));
        }
        for (int i = 0; i < count; i++) {
            deliver(i, Integer.MAX_VALUE);
            replicas.get(i).check();
            new TreeCheck(replicas.get(i).editor, authors, shape).equalTo(replicas.getFirst().model);
            freeze(i);
        }
        frozen.forEach(f -> new TreeCheck(f.sequence, replicas.getFirst().authors, shape).equalTo(f.model));
        compareFrozen(30);
    }

    private void step(int at) {
        Replica replica = replicas.get(at);
        switch (random.nextInt(10)) {
            case 0, 1 -> deliver(at, 1 + random.nextInt(20));
            case 2 -> freeze(at);
            case 3 -> retreat(at);
            default -> send(at, replica.edit());
        }
        if (random.nextInt(5) == 0) {
            replica.check();
        }
    }

    private void send(int from, List<Replica.Sent> sent) {
        for (int i = 0; i < replicas.size(); i++) {
            if (i != from) {
                inboxes.get(i).addAll(sent);
            }
        }
    }

    /** Whatever is ready, at random. */
    private void deliver(int at, int most) {
        List<Replica.Sent> inbox = inboxes.get(at);
        for (int left = most; left > 0 && !inbox.isEmpty(); left--) {
            int from = random.nextInt(inbox.size());
            int i = from;
            while (!replicas.get(at).isReady(inbox.get(i))) {
                i = (i + 1) % inbox.size();
                if (i == from) {
                    throw new AssertionError("nothing is ready");
                }
            }
            replicas.get(at).receive(inbox.remove(i));
        }
    }

    private void freeze(int at) {
        Replica replica = replicas.get(at);
        frozen.add(new Frozen(replica.editor.freeze(), replica.model.copy()));
    }

    /** A sibling goes back some steps, and forth again. */
    private void retreat(int at) {
        Replica replica = new Replica(replicas.get(at), spare++, replicas.get(at).editor.freeze());
        int steps = Math.min(replica.applied.size(), 1 + random.nextInt(12));
        List<Step> back = new ArrayList<>(replica.applied.subList(replica.applied.size() - steps, replica.applied.size()));
        replica.retreat(steps);
        replica.check();
        frozen.add(new Frozen(replica.editor.freeze(), replica.model.copy()));
        int again = random.nextInt(steps + 1);
        back.subList(0, again).forEach(replica::apply);
        for (int i = random.nextInt(4); i > 0; i--) {
            replica.edit();
        }
        replica.check();
        frozen.add(new Frozen(replica.editor.freeze(), replica.model.copy()));
    }

    private void compareFrozen(int pairs) {
        for (int i = 0; i < pairs; i++) {
            Frozen a = frozen.get(random.nextInt(frozen.size()));
            Frozen b = random.nextBoolean() ? frozen.get(random.nextInt(frozen.size()))
                    : frozen.get(Math.min(frozen.size() - 1, frozen.indexOf(a) + 1));
            Applier applier = new Applier(a.model);
            a.sequence.diff(b.sequence, applier);
            assertEquals(b.model.content(), applier.content);
        }
    }
}
