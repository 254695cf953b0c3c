// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import java.util.Optional;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Fields;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Read;

/** The fields of a file's document. */
record FileFields(Fields root) {

    static final String TITLE = "title";
    private static final String NAME = "name";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SIZE = "size";
    private static final String BLOB = "blob";

    static FileFields of(Read document) {
        return new FileFields(Fields.root(document));
    }

    static void write(Edit edit, BlobRef blob) {
        Fields.write(edit, ObjectId.ROOT, TITLE, withoutExtension(Summary.oneLine(blob.name())));
        edit.put(ObjectId.ROOT, NAME, blob.name());
        edit.put(ObjectId.ROOT, MEDIA_TYPE, blob.mediaType());
        edit.put(ObjectId.ROOT, SIZE, blob.size());
        edit.put(ObjectId.ROOT, BLOB, blob.uri());
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    String name() {
        return Summary.oneLine(root.string(NAME));
    }

    /** The title; the file's name where there is none. */
    String title() {
        String title = Summary.oneLine(root.string(TITLE));
        return title.isEmpty() ? name() : title;
    }

    /** The file itself; empty when the document does not name one. */
    Optional<BlobRef> blob() {
        long size = Math.max(0, root.whole(SIZE).orElse(0));
        return BlobRef.parse(root.string(BLOB))
                .map(id -> new BlobRef(id, size, Summary.oneLine(root.string(MEDIA_TYPE)), name()));
    }
}
