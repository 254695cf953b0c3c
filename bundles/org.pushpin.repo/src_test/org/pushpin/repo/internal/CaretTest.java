// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.OpId;
import org.pushpin.crdt.Patch;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.internal.replication.Replica.Carried;

/** Somebody types while somebody else's batches merge: the caret stays behind what was typed, by its element and by patches alike. */
class CaretTest {

    private static final int ROUNDS = 60;

    private final Rig rig = new Rig(70);
    private final Rig far = new Rig(71);
    private final StringBuilder typed = new StringBuilder();
    private OpId element;
    private int followed;

    @RepeatedTest(5)
    void caretStaysBehindWhatWasTyped(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        DocHandle here = rig.text("The quick brown fox jumps over the lazy dog, and runs.");
        rig.settle();
        far.adopt(rig, here);
        rig.sendTo(far, here.id());
        DocHandle there = far.local(here.id());
        followed = 10;
        element = here.current().elementAt(Rig.textId(here.current()), followed - 1);
        here.subscribe(update -> update.patches().forEach(this::follow));
        int sent = 0;

        for (int i = 0; i < ROUNDS; i++) {
            type(here, (char) ('A' + i % 26));
            int length = Rig.textOf(there.current()).length();
            int at = random.nextInt(length - 6);
            Rig.type(there, at, random.nextInt(4) == 0 ? 5 : 0, "·".repeat(random.nextInt(4)));
            if (random.nextInt(3) == 0) {
                far.settle();
                List<Carried> news = far.batches(here.id());
                for (Carried batch : news.subList(sent, news.size())) {
                    rig.repo.replica().ingest(here.id(), batch.header(), batch.body());
                    type(here, '!');
                }
                sent = news.size();
            }
            rig.scheduler.run();
            assertCaret(here.current());
        }
    }

    private void type(DocHandle handle, char letter) {
        int[] at = new int[1];
        Doc after = handle.change(null, edit -> {
            at[0] = edit.positionAfter(Rig.textId(edit), element);
            edit.splice(Rig.textId(edit), at[0], 0, Character.toString(letter));
        });
        element = after.elementAt(Rig.textId(after), at[0]);
        typed.append(letter);
    }

    /** As an editor does that knows nothing but patches. */
    private void follow(Patch patch) {
        if (patch instanceof Patch.SpliceText splice) {
            int deletedBefore = Math.max(0, Math.min(splice.delete(), followed - splice.index()));
            boolean before = splice.index() <= followed;
            followed += before ? splice.text().length() - deletedBefore : 0;
        }
    }

    private void assertCaret(Doc now) {
        String text = Rig.textOf(now);
        int caret = now.positionAfter(Rig.textId(now), element);
        assertTrue(text.substring(0, caret).endsWith(typed.toString()), () -> "typed " + typed + " and got " + text);
        assertEquals(caret, followed, text);
    }
}
