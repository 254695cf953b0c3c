// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.repo.Scheduler;
import org.pushpin.repo.Subscription;
import org.pushpin.repo.internal.batch.OwnWriter;
import org.pushpin.repo.internal.undo.History;
import org.pushpin.repo.internal.undo.UndoStep;

/** Replicas of one document, each with a person who types, undoes and redoes; an {@link UndoOracle} watches every step. */
final class UndoWorld {

    private static final ExpandMark[] EXPAND = ExpandMark.values();

    final List<Replica> replicas = new ArrayList<>();
    private final UndoOracle oracle;
    private int tokens;

    /** A person with a copy. */
    static final class Replica implements Scheduler {
        final int number;
        final ActorId actor;
        final AtomicReference<Shown> shown;
        final Undoing undoing;

        Replica(int number, Doc doc) {
            this.number = number;
            actor = ActorId.of(new byte[] {(byte) (number + 1)});
            shown = new AtomicReference<>(new Shown(doc, doc, null, History.EMPTY));
            undoing = new Undoing(shown, this, () -> new OwnWriter(null, null, null, actor, null), UndoStep::settle);
        }

        Doc doc() {
            return shown.get().current();
        }

        void change(Consumer<Edit> content) {
            Shown before = shown.get();
            Edit edit = before.current().edit(actor);
            content.accept(edit);
            Optional<Commit> commit = edit.commit(null, Instant.EPOCH);
            commit.ifPresent(made -> shown.set(before.with(made, null, before.history().with(new UndoStep(before.current(), edit, made)))));
        }

        void take(Doc other) {
            Shown before = shown.get();
            shown.set(new Shown(before.current().merge(other), before.durable(), before.pending(), before.history()));
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void execute(String lane, Runnable task) {
            task.run();
        }

        @Override
        public Subscription after(Duration delay, String lane, Runnable task) {
            throw new AssertionError("nothing here waits");
        }
    }

    UndoWorld(int count) {
        Edit edit = Doc.empty().edit(ActorId.of(new byte[] {99}));
        edit.splice(edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT), 0, 0, "words");
        edit.put(edit.putObject(ObjectId.ROOT, "map", ObjectType.MAP), "k0", "first");
        edit.insert(edit.putObject(ObjectId.ROOT, "list", ObjectType.LIST), 0, new Scalar.Str("element"));
        edit.put(ObjectId.ROOT, "count", new Scalar.Counter(0));
        Doc base = edit.commit(null, Instant.EPOCH).orElseThrow().document();
        for (int i = 0; i < count; i++) {
            replicas.add(new Replica(i, base));
        }
        oracle = new UndoOracle(UndoView.of(base).tokens(), count);
    }

    private String token(Replica replica, String kind) {
        String token = kind.isEmpty() ? Character.toString(0x4E00 + tokens++) : kind + tokens++;
        oracle.made(token, replica.number);
        return token;
    }

    void run(UndoAct act) {
        Replica replica = replicas.get(act.replica() % replicas.size());
        UndoView before = UndoView.of(replica.doc());
        switch (act.kind()) {
            case UNDO -> {
                boolean did = replica.undoing.undo();
                oracle.undone(replica.number, before, UndoView.of(replica.doc()), did);
            }
            case REDO -> {
                boolean did = replica.undoing.redo();
                oracle.redone(replica.number, before, UndoView.of(replica.doc()), did);
            }
            case SYNC -> sync(replica, replicas.get((act.replica() + 1 + act.a() % Math.max(1, replicas.size() - 1)) % replicas.size()));
            case GROUP -> {
                try (var group = replica.undoing.group()) {
                    for (int i = 0; i < 2 + act.a() % 2; i++) {
                        UndoAct.Kind kind = act.b() % 2 == 0 ? UndoAct.Kind.TYPE : i == 0 ? UndoAct.Kind.ERASE : UndoAct.Kind.PUT;
                        int shift = i;
                        replica.change(edit -> write(replica, new UndoAct(act.replica(), kind, act.a() + shift, act.b()), edit));
                    }
                }
                oracle.changed(replica.number, before, UndoView.of(replica.doc()));
            }
            default -> {
                replica.change(edit -> write(replica, act, edit));
                oracle.changed(replica.number, before, UndoView.of(replica.doc()));
            }
        }
    }

    private void sync(Replica one, Replica two) {
        if (one == two) {
            return;
        }
        Doc doc = one.doc();
        one.take(two.doc());
        two.take(doc);
        if (!one.doc().heads().equals(two.doc().heads())) {
            throw new AssertionError("the replicas differ after a sync");
        }
        UndoView after = UndoView.of(one.doc());
        if (!after.equals(UndoView.of(two.doc()))) {
            throw new AssertionError("the replicas show something else: " + after + " and " + UndoView.of(two.doc()));
        }
        oracle.synced(one.number, two.number, after);
    }

    /** Everybody gets everything. */
    void syncAll() {
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < replicas.size(); i++) {
                sync(replicas.get(0), replicas.get(i));
            }
        }
    }

    /** What was counted and not taken back is what the counter says. */
    void requireCount() {
        for (Replica replica : replicas) {
            UndoOracle.require(UndoView.of(replica.doc()).count() == oracle.count(), "the counter lost or won something");
        }
    }

    /** One person takes back all that there is to take back. */
    void undoAll(Replica replica) {
        while (replica.undoing.canUndo()) {
            run(new UndoAct(replica.number, UndoAct.Kind.UNDO, 0, 0));
        }
        oracle.undidAll(replica.number, UndoView.of(replica.doc()));
    }

    private void write(Replica replica, UndoAct act, Edit edit) {
        ObjectId text = UndoView.object(edit, "text");
        ObjectId map = UndoView.object(edit, "map");
        ObjectId list = UndoView.object(edit, "list");
        int length = edit.length(text);
        int at = act.a() % (length + 1);
        int end = Math.min(length, at + 1 + act.b() % 4);
        int elements = edit.length(list);
        switch (act.kind()) {
            case TYPE -> edit.splice(text, at, act.b() % 5 == 0 ? Math.min(1, length - at) : 0,
                    token(replica, "") + (act.b() % 2 == 0 ? token(replica, "") + token(replica, "") : ""));
            case ERASE -> edit.splice(text, at, end - at, "");
            case BLOCK -> edit.splitBlock(text, at, Map.of("token", (Content) new Scalar.Str(token(replica, "block"))));
            case MARK -> edit.mark(text, at, end, EXPAND[act.b() % EXPAND.length], UndoView.MARK, new Scalar.Str(token(replica, "mark")));
            case UNMARK -> edit.unmark(text, at, end, EXPAND[act.b() % EXPAND.length], UndoView.MARK);
            case PUT -> edit.put(map, "k" + act.a() % 3, token(replica, "value"));
            case DELETE -> edit.delete(map, "k" + act.a() % 3);
            case INSERT -> edit.insert(list, act.a() % (elements + 1), new Scalar.Str(token(replica, "element")));
            case REMOVE -> {
                if (elements > 0) {
                    edit.delete(list, act.a() % elements);
                }
            }
            case REPLACE -> {
                if (elements > 0) {
                    edit.put(list, act.a() % elements, new Scalar.Str(token(replica, "replaced")));
                }
            }
            case COUNT -> edit.increment(ObjectId.ROOT, "count", 1 + act.a() % 7);
            case GROUP, UNDO, REDO, SYNC -> throw new AssertionError(act);
        }
    }

    static Set<String> minus(Set<String> from, Set<String> what) {
        Set<String> rest = new HashSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    @Override
    public String toString() {
        return Arrays.toString(replicas.stream().map(replica -> UndoView.of(replica.doc())).toArray());
    }
}
