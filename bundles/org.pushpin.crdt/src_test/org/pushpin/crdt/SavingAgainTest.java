// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A document that is saved after each of many edits, on columns of several segments. */
class SavingAgainTest {
    private static final ActorId ACTOR = ActorId.of(new byte[] {1});

    private final Random random = new Random(5);
    private final Edit edit = Doc.empty().edit(ACTOR);
    private final ObjectId text = edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT);

    private Doc typed(int edits) {
        String[] words = new String[400];
        for (int i = 0; i < words.length; i++) {
            words[i] = random.ints(2 + random.nextInt(8), 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                    StringBuilder::append).append(' ').toString();
        }
        for (int i = 0; i < edits; i++) {
            edit.splice(text, random.nextInt(edit.length(text) + 1), 0, words[random.nextInt(words.length)]);
        }
        return edit.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    private Doc edited(Doc doc) {
        Edit more = doc.edit(ACTOR);
        int length = more.length(text);
        int at = random.nextInt(length);
        int deleted = random.nextInt(4) == 0 ? Math.min(length - at, 1 + random.nextInt(3000)) : 0;
        more.splice(text, at, deleted, "new " + random.nextInt(100));
        return more.commit(null, Instant.EPOCH).orElseThrow().document();
    }

    @Test
    void theFileIsRightAndAsSmallAsIfSavedForTheFirstTime() throws MalformedException {
        Doc doc = typed(15_000);
        for (int i = 0; i < 40; i++) {
            doc = edited(doc);
            byte[] saved = doc.save();
            if (i % 8 == 7) {
                Doc loaded = Doc.load(saved);

                assertEquals(doc.heads(), loaded.heads());
                assertEquals(doc.text(text), loaded.text(text));
                int fresh = loaded.save().length;
                assertTrue(saved.length <= fresh * 1.005, saved.length + " bytes instead of " + fresh);
            }
        }
    }
}
