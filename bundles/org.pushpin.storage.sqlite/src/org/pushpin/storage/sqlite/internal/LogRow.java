// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.StoredBatch;
import org.pushpin.storage.Write;

/** A row of the log as a batch, and its hash. */
final class LogRow {

    static final String SELECT = "SELECT rev, seq0, seq1, state, log.sum AS sum, header, body, writer.pub AS pub"
            + " FROM log LEFT JOIN writer ON writer.id = log.writer";

    /** The state of a row that did not match its hash and has been reported; its hash is empty then. */
    static final long DAMAGED = 9;

    private LogRow() {}

    /** The batch; nothing if the row is damaged, which is reported unless it has been marked. */
    static Optional<StoredBatch> read(ResultSet row, DocumentId document, DamageReport damage) throws SQLException {
        long revision = row.getLong("rev");
        long state = row.getLong("state");
        if (state == DAMAGED && Session.bytes(row, "sum").isEmpty()) {
            return Optional.empty();
        }
        if (state >= 0 && state < Write.State.values().length) {
            Bytes header = Session.bytes(row, "header");
            Optional<StoredBatch> batch = intact(row, document, Session.bytes(row, "pub"), header);
            if (batch.isEmpty()) {
                batch = intact(row, document, writerIn(header), header);
            }
            if (batch.isPresent()) {
                return batch;
            }
        }
        damage.reportBatch(revision);
        return Optional.empty();
    }

    /** The header names the writer too: a damaged row of the writer's must not cost all that he wrote. */
    static Bytes writerIn(Bytes header) {
        try {
            return BatchHeader.decode(header).writer().key();
        } catch (FormatException noHeader) {
            return Bytes.EMPTY;
        }
    }

    private static Optional<StoredBatch> intact(ResultSet row, DocumentId document, Bytes pub, Bytes header) throws SQLException {
        if (pub.length() != WriterId.LENGTH) {
            return Optional.empty();
        }
        var batch = new StoredBatch(row.getLong("rev"), new WriterId(pub), row.getLong("seq0"), row.getLong("seq1"),
                Write.State.values()[(int) row.getLong("state")], header, Session.bytes(row, "body"));
        return sum(document, batch).equals(Session.bytes(row, "sum")) ? Optional.of(batch) : Optional.empty();
    }

    static Bytes sum(DocumentId document, StoredBatch batch) {
        return RowSum.of("log", document.key(), batch.writer().key(), batch.revision(), batch.fromSequence(), batch.toSequence(),
                code(batch.state()), batch.header(), batch.body());
    }

    static long code(Write.State state) {
        return switch (state) {
            case APPLIED -> 0;
            case WAITING -> 1;
            case FORKED -> 2;
            case QUARANTINED -> 3;
        };
    }
}
