// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.search;

import java.time.Instant;
import java.util.Random;

import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Commit;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;

/**
 * A profile of made-up documents: of every 50 one is a board that links to the other 49, most of them notes of some 60 words, some
 * long, some files. Words are drawn as people use them, a few very often and most hardly ever. A function of number and seed.
 */
final class Corpus {

    private static final int BOARD = 50;
    private static final int WORDS = 60_000;
    private static final long SEED = 77;
    private static final ActorId ACTOR = ActorId.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private final int size;

    Corpus(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    static DocumentId id(int number) {
        byte[] id = new byte[DocumentId.LENGTH];
        new Random(number).nextBytes(id);
        id[0] = (byte) (number >> 24);
        id[1] = (byte) (number >> 16);
        id[2] = (byte) (number >> 8);
        id[3] = (byte) number;
        return new DocumentId(Bytes.of(id));
    }

    static int number(DocumentId id) {
        Bytes key = id.key();
        return (key.at(0) & 0xff) << 24 | (key.at(1) & 0xff) << 16 | (key.at(2) & 0xff) << 8 | key.at(3) & 0xff;
    }

    static DocumentUrl link(DocumentId id, String type) {
        return DocumentUrl.of(id, type, DocumentSecret.of(id.key().slice(0, DocumentSecret.LENGTH)));
    }

    static String type(int number) {
        return number % BOARD == 0 ? "board" : number % 7 == 0 ? "file" : "text";
    }

    /** A document; the same for the same number. */
    Doc document(int number) {
        Random random = new Random(SEED * 31 + number);
        Edit edit = Doc.empty().edit(ACTOR);
        switch (type(number)) {
            case "board" -> board(edit, number, random);
            case "file" -> {
                text(edit, "title", words(random, 4));
                edit.put(ObjectId.ROOT, "name", words(random, 2).replace(' ', '-') + ".pdf");
                edit.put(ObjectId.ROOT, "mediaType", "application/pdf");
            }
            default -> text(edit, "text", words(random, random.nextInt(100) == 0 ? 3_000 : 20 + random.nextInt(80)));
        }
        return edit.commit(null, BEGIN.plusSeconds(number * 60L)).map(Commit::document).orElseThrow();
    }

    private void board(Edit edit, int number, Random random) {
        text(edit, "title", words(random, 3));
        ObjectId cards = edit.putObject(ObjectId.ROOT, "cards", ObjectType.MAP);
        for (int card = number + 1; card < Math.min(size, number + BOARD); card++) {
            ObjectId place = edit.putObject(cards, "c" + card, ObjectType.MAP);
            edit.put(place, "url", link(id(card), type(card)).toString());
            edit.put(place, "x", (double) random.nextInt(5_000));
        }
    }

    private static void text(Edit edit, String key, String value) {
        edit.splice(edit.putObject(ObjectId.ROOT, key, ObjectType.TEXT), 0, 0, value);
    }

    static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : i % 12 == 0 ? ".\n" : " ").append(word(rank(random)));
        }
        return words.toString();
    }

    /** Zipf's law: the n-th word about as often as 1 in n. */
    static int rank(Random random) {
        return (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
    }

    /** A word that can be spoken, the more frequent the shorter. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 3; rest > 0; rest /= 60) {
            int syllable = rest % 60;
            word.append("btdkmnrslvpg".charAt(syllable / 5)).append("aeiou".charAt(syllable % 5));
        }
        return word.toString();
    }
}
