// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Scalar;

/**
 * Operations at random, also taken back, on a register and on a plain array of operations, which must stay the same. A failure names the
 * seed and the fewest steps that fail. System properties {@code pushpin.register.seeds} and {@code pushpin.register.steps} make longer runs.
 */
final class RegisterPropertyTest {
    private static final int AUTHORS = 12;
    private static final int STEPS = Integer.getInteger("pushpin.register.steps", 1000);

    private record Done(Op op, long[] preds) {
    }

    private record Kept(Register register, Op[] plain) {
    }

    private Random random;
    private Authors authors;
    private Register register;
    private Op[] plain;
    private final List<Done> done = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private long counter;

    @Test
    void theRegisterIsThePlainOne() {
        int seeds = Integer.getInteger("pushpin.register.seeds", 8);
        for (int seed = 0; seed < seeds; seed++) {
            Throwable failure = failure(seed, STEPS);
            if (failure != null) {
                int steps = STEPS;
                for (int fewer = steps / 2; fewer > 0; fewer /= 2) {
                    while (steps > fewer && failure(seed, steps - fewer) != null) {
                        steps -= fewer;
                    }
                }
                throw new AssertionError("seed " + seed + ", steps " + steps, failure(seed, steps));
            }
        }
    }

    private Throwable failure(long seed, int steps) {
        try {
            run(seed, steps);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    private void run(long seed, int steps) {
        random = new Random(seed);
        authors = Authors.NONE;
        for (int i = 0; i < AUTHORS; i++) {
            authors = authors.with(ActorId.of(new byte[] {(byte) random.nextInt(), (byte) i}), null);
        }
        register = Register.empty();
        plain = Op.NONE_AT_ALL;
        done.clear();
        kept.clear();
        counter = 1;
        boolean calm = random.nextBoolean();
        for (int i = 0; i < steps; i++) {
            step(calm);
            assertShows();
            if (i == steps - 1 || random.nextInt(100) == 0) {
                assertSame(register, plain);
                assertSame(Register.of(plain, authors), plain);
                kept.add(new Kept(register, plain));
            }
        }
        kept.forEach(k -> assertSame(k.register, k.plain));
    }

    private void step(boolean calm) {
        if (random.nextInt(calm ? 400 : 60) == 0) {
            for (int left = random.nextInt(calm ? 3 : 40); left > 0 && !done.isEmpty(); left--) {
                takeBack(done.removeLast());
            }
        } else if (calm && random.nextInt(20) > 0) {
            apply(random.nextInt(40) == 0 ? new Op(newId(0), Action.SET, new Scalar.Counter(3))
                    : plain.length == 0 || !isCounter() ? new Op(newId(0), Action.SET, value()) : new Op(newId(0), Action.INCREMENT, number()),
                    PlainRegister.visibleIds(plain));
        } else {
            long[] preds = preds();
            apply(op(preds.length == 0 ? newId(random.nextInt(AUTHORS)) : newId(preds)), preds);
        }
    }

    private boolean isCounter() {
        Op winner = PlainRegister.winner(plain);
        return winner != null && winner.isCounter();
    }

    private long newId(int author) {
        counter += 1 + random.nextInt(3);
        return Ids.of(counter, author);
    }

    /** Often older than the newest, but not than what it follows. */
    private long newId(long[] preds) {
        long most = Arrays.stream(preds).map(Ids::counter).max().orElseThrow();
        long id = Ids.of(most + 1 + random.nextInt(20), random.nextInt(AUTHORS));
        while (done.stream().anyMatch(is(id))) {
            id = Ids.plus(id, 1);
        }
        counter = Math.max(counter, Ids.counter(id));
        return id;
    }

    private static Predicate<Done> is(long id) {
        return d -> d.op.id() == id;
    }

    private long[] preds() {
        if (plain.length == 0 || random.nextInt(12) == 0) {
            return Op.NONE;
        }
        if (random.nextInt(3) > 0) {
            return PlainRegister.visibleIds(plain);
        }
        return random.ints(1 + random.nextInt(3), 0, plain.length).distinct().mapToLong(i -> plain[i].id()).toArray();
    }

    private Op op(long id) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Op(id, Action.DELETE, Scalar.NULL);
            case 2, 3 -> new Op(id, Action.INCREMENT, number());
            case 4 -> new Op(id, Action.MAKE_MAP, Scalar.NULL);
            case 5 -> new Op(id, Action.MARK, Scalar.of(true), random.nextBoolean(), random.nextBoolean() ? "bold" : null, Op.NONE);
            case 6 -> new Op(id, Action.SET, new Scalar.Counter(random.nextInt(100)));
            default -> new Op(id, Action.SET, value());
        };
    }

    private Scalar number() {
        long by = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(-5, 6);
        return random.nextInt(4) == 0 ? new Scalar.Uint(by) : new Scalar.Int(by);
    }

    private Scalar value() {
        return switch (random.nextInt(9)) {
            case 0 -> Scalar.NULL;
            case 1 -> Scalar.of(random.nextBoolean());
            case 2 -> Scalar.of(random.nextDouble());
            case 3 -> Scalar.of("é".repeat(random.nextInt(40)));
            case 4 -> Scalar.of("a long story ".repeat(random.nextInt(20)));
            case 5 -> Scalar.of(new byte[random.nextInt(100)]);
            case 6 -> new Scalar.Timestamp(random.nextLong());
            case 7 -> new Scalar.Unknown(10 + random.nextInt(6), new Scalar.Bytes(new byte[random.nextInt(80)]));
            default -> Scalar.of(random.nextLong());
        };
    }

    private void apply(Op op, long[] preds) {
        register = register.with(op, preds, authors);
        plain = PlainRegister.succeeded(plain, preds, op.id(), authors);
        plain = op.action() == Action.DELETE ? plain : PlainRegister.with(plain, op, authors);
        done.add(new Done(op, preds));
    }

    private void takeBack(Done last) {
        register = register.without(last.op.id(), 1, authors);
        plain = PlainRegister.without(plain, last.op.id());
    }

    private void assertShows() {
        Op[] visible = PlainRegister.visible(plain);
        Op[] shown = register.visible();
        assertEquals(visible.length, shown.length);
        assertEquals(visible.length, register.shown());
        for (int i = 0; i < visible.length; i++) {
            assertEquals(visible[i].id(), shown[i].id());
            assertEquals(visible[i].action(), shown[i].action());
            assertEquals(PlainRegister.scalar(visible[i], plain), shown[i].value());
        }
        Op winner = register.winner();
        assertEquals(visible.length == 0 ? -1 : visible[visible.length - 1].id(), winner == null ? -1 : winner.id());
        Op first = plain.length == 0 ? null : plain[0];
        boolean edge = first != null && first.action() == Action.MARK && first.succ().length == 0;
        assertEquals(edge ? first.id() : -1, register.markEdge() == null ? -1 : register.markEdge().id());
    }

    private static boolean isNoIncrement(Op op) {
        return op == null || op.action() != Action.INCREMENT;
    }

    private void assertSame(Register actual, Op[] expected) {
        Op[] all = PlainRegister.of(actual, authors);
        assertEquals(expected.length, all.length);
        for (int i = 0; i < all.length; i++) {
            assertEquals(expected[i].withSucc(Op.NONE), all[i].withSucc(Op.NONE));
            assertArrayEquals(expected[i].succ(), all[i].succ());
            assertEquals(expected[i].value(), actual.find(expected[i].id(), authors).value());
            assertArrayEquals(Arrays.stream(expected[i].succ()).filter(id -> isNoIncrement(PlainRegister.find(expected, id))).toArray(),
                    actual.overwriters(expected[i].id(), authors));
        }
        long[] successors = Arrays.stream(expected).flatMapToLong(op -> Arrays.stream(op.succ())).distinct().toArray();
        for (long id : successors) {
            long[] preds = Arrays.stream(expected).filter(op -> op.isSucceededBy(id)).mapToLong(Op::id).toArray();
            assertArrayEquals(preds, actual.predecessors(id, authors));
        }
        long[] deletions = Arrays.stream(successors).filter(id -> PlainRegister.find(expected, id) == null).boxed()
                .sorted(authors::compare).mapToLong(Long::longValue).toArray();
        assertArrayEquals(deletions, actual.deletions(authors));
        assertNull(actual.find(Ids.of(0xFFFF_FFF0L, 3), authors));
        assertNull(actual.with(new Op(Ids.of(0xFFFF_FFF1L, 3), Action.SET, Scalar.NULL), new long[] {Ids.of(0xFFFF_FFF0L, 3)}, authors));
    }
}
