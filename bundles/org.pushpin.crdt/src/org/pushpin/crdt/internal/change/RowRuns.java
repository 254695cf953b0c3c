// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.change;

import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.internal.column.ByteReader;
import org.pushpin.crdt.internal.column.Limits;
import org.pushpin.crdt.internal.column.RleReader;
import org.pushpin.crdt.internal.column.ScalarCodec;
import org.pushpin.crdt.internal.column.Utf8;
import org.pushpin.crdt.internal.op.Action;

/** Finds the rows that go on with what a row began: typing or deleting. The columns are asked by runs. One thread. */
final class RowRuns {
    private final ChangeColumns columns;
    private final ChangeRow row;
    private int stride;

    RowRuns(ChangeColumns columns, ChangeRow row) {
        this.columns = columns;
        this.row = row;
    }

    /** How the counters of deleted elements go on. */
    int stride() {
        return stride;
    }

    boolean isTyping(byte[] bytes) {
        return row.insert && row.action == Action.SET && row.valueType == ScalarCodec.STR && !row.expand && !row.isMarked()
                && row.valueLength > 0 && Utf8.length(bytes[row.valueFrom]) == row.valueLength;
    }

    boolean isDeleting() {
        stride = 1;
        return row.action == Action.DELETE && !row.isKeyed() && row.predCount == 1 && row.predActors[0] == row.keyActor
                && row.predCounters[0] == row.keyCounter;
    }

    /** How many of the next rows, at most so many, are like this one in what does not change within a run. */
    private long likeThis(int keyActor) throws MalformedException {
        long rows = columns.action.following(row.action);
        if (rows == 0) {
            return 0;
        }
        rows = Math.min(rows, columns.insert.following(row.insert));
        rows = Math.min(rows, columns.keyString.followingNulls());
        if (row.objectActor < 0) {
            rows = Math.min(rows, Math.min(columns.objectActor.followingNulls(), columns.objectCounter.followingNulls()));
        } else {
            rows = Math.min(rows, columns.objectActor.following(row.objectActor));
            rows = Math.min(rows, columns.objectCounter.following(row.objectCounter));
        }
        rows = Math.min(rows, columns.keyActor.following(keyActor));
        rows = Math.min(rows, columns.predCount.following(row.predCount));
        rows = Math.min(rows, columns.expand.following(false));
        return Math.min(rows, columns.mark.followingNulls());
    }

    private int skip(long rows) throws MalformedException {
        columns.action.skip(rows);
        columns.insert.skip(rows);
        columns.keyString.skip(rows);
        columns.objectActor.skip(rows);
        columns.objectCounter.skip(rows);
        columns.keyActor.skip(rows);
        columns.predCount.skip(rows);
        columns.expand.skip(rows);
        columns.mark.skip(rows);
        return (int) rows;
    }

    /** Takes the next rows that each refer to the one before, this one being {@code counter}; returns how many. */
    int takeTyping(byte[] bytes, long counter) throws MalformedException {
        long most = likeThis(0);
        RleReader keys = columns.keyCounter;
        if (codePoints(bytes, most) == 0 || keys.followingNulls() > 0 || keys.following(counter - row.keyCounter) == 0) {
            return 0;
        }
        keys.skip(1);
        long rows = takeText(bytes, 1 + Math.min(most - 1, keys.following(1)));
        keys.skip(rows - 1);
        return skip(rows);
    }

    /** Takes values that are one code point each, and returns how many. */
    private long takeText(byte[] bytes, long most) throws MalformedException {
        long rows = 0;
        for (int more = codePoints(bytes, most); more > 0; more = codePoints(bytes, most - rows)) {
            int length = (int) ScalarCodec.length(columns.valueMeta.ahead()) * more;
            columns.valueRaw.skip(length);
            columns.valueMeta.skip(more);
            row.valueLength += length;
            rows += more;
        }
        return rows;
    }

    /** How many of the next values are one code point each and of the same length, as far as the present run tells. */
    private int codePoints(byte[] bytes, long most) throws MalformedException {
        RleReader metas = columns.valueMeta;
        if (most == 0 || metas.followingNulls() > 0) {
            return 0;
        }
        long meta = metas.ahead();
        if (ScalarCodec.type(meta) != ScalarCodec.STR || ScalarCodec.length(meta) == 0 || ScalarCodec.length(meta) > 4) {
            return 0;
        }
        ByteReader raw = columns.valueRaw;
        int length = (int) ScalarCodec.length(meta);
        int rows = (int) Math.min(Math.min(most, metas.following(meta)), raw.remaining() / length);
        if (length == 1) {
            return Utf8.skipAscii(bytes, raw.position(), raw.position() + rows) - raw.position();
        }
        int found = 0;
        for (int at = raw.position(); found < rows && Utf8.length(bytes, at, raw.end()) == length; at += length) {
            found++;
        }
        return found;
    }

    /** Takes the next rows that delete the elements whose counters go on by one, up or down; returns how many. */
    int takeDeleting() throws MalformedException {
        long most = likeThis(row.keyActor);
        RleReader keys = columns.keyCounter;
        if (most == 0 || keys.followingNulls() > 0 || Math.abs(keys.ahead()) != 1) {
            return 0;
        }
        long step = keys.ahead();
        long rows = Math.min(most, Math.min(keys.following(step), columns.predCounter.following(step)));
        rows = Math.min(rows, Math.min(columns.predActor.following(row.keyActor), columns.valueMeta.following(ScalarCodec.NULL)));
        if (rows == 0) {
            return 0;
        }
        stride = (int) step;
        keys.skip(rows);
        columns.predCounter.skip(rows);
        columns.predActor.skip(rows);
        columns.valueMeta.skip(rows);
        ChangeRow.require(keys.value() > 0 && keys.value() <= Limits.MAX_COUNTER, "an operation counter beyond 32 bits");
        return skip(rows);
    }
}
