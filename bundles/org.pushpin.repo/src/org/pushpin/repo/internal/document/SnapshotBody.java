// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crypto.BatchHeader;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.FormatException;

/** A snapshot as it is kept: a document and the headers that vouch for it. The package's description has the table. */
record SnapshotBody(Doc document, List<BatchHeader> headers) {

    /** The most headers: more writers than a document has, unless somebody makes them up. */
    static final int MAX_HEADERS = 0xffff;

    private static final Bytes MAGIC = Bytes.utf8("PPS1");
    private static final int PREFIX = 6;

    /** The bytes; at most {@link #MAX_HEADERS}. */
    static Bytes encode(Doc document, List<Bytes> headers) {
        Bytes count = Bytes.of((byte) (headers.size() >> Byte.SIZE), (byte) headers.size());
        List<Bytes> parts = new ArrayList<>(List.of(MAGIC, count));
        parts.addAll(headers);
        parts.add(Bytes.of(document.save()));
        return Bytes.concat(parts.toArray(Bytes[]::new));
    }

    /** Reads and verifies. @throws FormatException if it may not be believed */
    static SnapshotBody decode(DocumentId id, Bytes bytes) throws FormatException {
        if (bytes.length() < PREFIX || !bytes.startsWith(MAGIC)) {
            throw new FormatException("this is no snapshot");
        }
        int count = bytes.at(MAGIC.length()) << Byte.SIZE | bytes.at(MAGIC.length() + 1);
        int end = PREFIX + count * BatchHeader.LENGTH;
        if (end > bytes.length()) {
            throw new FormatException("the snapshot ends too early");
        }
        List<BatchHeader> headers = new ArrayList<>();
        for (int at = PREFIX; at < end; at += BatchHeader.LENGTH) {
            headers.add(header(id, bytes.slice(at, at + BatchHeader.LENGTH)));
        }
        try {
            SnapshotBody body = new SnapshotBody(Doc.load(bytes.slice(end, bytes.length()).toByteArray()), List.copyOf(headers));
            body.checkHeads();
            return body;
        } catch (MalformedException e) {
            throw new FormatException("the snapshot's document is damaged: " + e.getMessage());
        }
    }

    private static BatchHeader header(DocumentId id, Bytes bytes) throws FormatException {
        BatchHeader header = BatchHeader.decode(bytes);
        if (!header.document().equals(id)) {
            throw new FormatException("the snapshot holds a header of another document");
        }
        header.verifySignature();
        return header;
    }

    private void checkHeads() throws FormatException {
        Set<ChangeHash> vouched = new HashSet<>();
        for (BatchHeader header : headers) {
            ChangeHash head = ChangeHash.of(header.range().head().toByteArray());
            Change change = document.change(head).orElseThrow(() -> new FormatException("a header's head is not in the snapshot"));
            if (change.seq() != header.range().to() || !change.actor().equals(OwnWriter.actor(header.writer()))) {
                throw new FormatException("a header's head is another writer's change");
            }
            vouched.add(head);
        }
        if (!vouched.containsAll(document.heads())) {
            throw new FormatException("nobody vouches for a head of the snapshot");
        }
    }
}
