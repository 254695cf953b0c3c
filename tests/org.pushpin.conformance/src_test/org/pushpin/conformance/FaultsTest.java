// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.Transaction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Faults of the other engines that {@code releng/differential} has to be led around, shown without a byte of ours. Where one of these
 * tests fails the fault has gone, and so can what leads around it (DIFFERENCES.md).
 */
class FaultsTest {

    @Test
    void theNativeEngineListsAnElementInConflictTwice() {
        int[] twice = IntStream.range(0, 20).filter(FaultsTest::contradictsItself).toArray();

        assertNotEquals(0, twice.length);
    }

    /** Whether a list in which one element is in conflict shows another thing by index than when one goes through it, once it gets long. */
    private static boolean contradictsItself(int conflict) {
        Document one = new Document(new byte[] {1});
        ObjectId list = written(one, edit -> edit.set(ObjectId.ROOT, "list", ObjectType.LIST));
        written(one, edit -> append(edit, list, 20));
        Document other = one.fork(new byte[] {2});
        written(one, edit -> put(edit, list, conflict, -1));
        written(other, edit -> put(edit, list, conflict, -2));
        one.merge(other);
        written(one, edit -> append(edit, list, 20));
        List<String> through = Arrays.stream(one.listItems(list).orElseThrow()).map(FaultsTest::shown).toList();
        List<String> byIndex = IntStream.range(0, 40).mapToObj(i -> one.get(list, i).map(FaultsTest::shown).orElse("")).toList();
        other.free();
        one.free();
        return !through.equals(byIndex);
    }

    private static ObjectId written(Document doc, Function<Transaction, ObjectId> write) {
        try (Transaction edit = doc.startTransaction()) {
            ObjectId written = write.apply(edit);
            edit.commit();
            return written;
        }
    }

    private static ObjectId put(Transaction edit, ObjectId list, long index, int value) {
        edit.set(list, index, value);
        return list;
    }

    private static ObjectId append(Transaction edit, ObjectId list, int more) {
        for (int i = 0; i < more; i++) {
            edit.insert(list, edit.length(list), i);
        }
        return list;
    }

    private static String shown(AmValue value) {
        return Long.toString(((AmValue.Int) value).getValue());
    }

    @Test
    void theJavaScriptEngineFailsInAMerge() throws InterruptedException, IOException {
        NodeFolder folder;
        try {
            folder = NodeFolder.installed();
        } catch (IOException e) {
            System.err.println("SKIPPED: the JavaScript engine cannot be installed: " + e.getMessage());
            Assumptions.abort("no npm: " + e.getMessage());
            return;
        }

        assertEquals("exposed value must record the value it replaces", folder.run("node", "panic.mjs").strip());
    }
}
