// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.StoredHeader;

/** A row of the table of headers: those of one writer, authority and sequence number, one after the other, and its hash. */
final class HeaderRow {

    static final String SELECT = "SELECT header.auth AS auth, header.seq AS seq, header.sum AS sum, header.bytes AS bytes,"
            + " writer.pub AS pub FROM header LEFT JOIN writer ON writer.id = header.writer";

    private HeaderRow() {}

    /** The headers; none if the row is damaged, which is reported. */
    static List<StoredHeader> read(ResultSet row, DocumentId document, DamageReport damage) throws SQLException {
        Bytes bytes = Session.bytes(row, "bytes");
        Bytes auth = Session.bytes(row, "auth");
        long sequence = row.getLong("seq");
        for (Bytes pub : List.of(Session.bytes(row, "pub"), LogRow.writerIn(bytes.slice(0, Math.min(BatchHeader.LENGTH, bytes.length()))))) {
            boolean fits = pub.length() == WriterId.LENGTH && bytes.length() % BatchHeader.LENGTH == 0;
            if (fits && sum(document, pub, auth, sequence, bytes).equals(Session.bytes(row, "sum"))) {
                return split(new WriterId(pub), auth, sequence, bytes);
            }
        }
        damage.row("a kept header of " + document);
        return List.of();
    }

    private static List<StoredHeader> split(WriterId writer, Bytes auth, long sequence, Bytes bytes) {
        List<StoredHeader> headers = new ArrayList<>(1);
        for (int at = 0; at < bytes.length(); at += BatchHeader.LENGTH) {
            headers.add(new StoredHeader(writer, auth, sequence, bytes.slice(at, at + BatchHeader.LENGTH)));
        }
        return headers;
    }

    static Bytes sum(DocumentId document, Bytes pub, Bytes auth, long sequence, Bytes bytes) {
        return RowSum.of("header", document.key(), pub, auth, sequence, bytes);
    }
}
