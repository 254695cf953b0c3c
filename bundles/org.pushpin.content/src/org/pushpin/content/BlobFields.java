// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Read;

/**
 * The fields of a document about one file, alike in all types: what it is called, its media type, its size, and where it
 * is. As careful as {@link Fields}.
 */
public record BlobFields(Fields root) {

    public static final String TITLE = "title";
    private static final String NAME = "name";
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SIZE = "size";
    private static final String BLOB = "blob";

    public static BlobFields of(Read document) {
        return new BlobFields(Fields.root(document));
    }

    /** Fills a new document; it is titled as the file is named. */
    public static void write(Edit edit, BlobRef blob) {
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

    /** What the file was called. */
    public String name() {
        return Summary.oneLine(root.string(NAME));
    }

    /** The title; the file's name where there is none. */
    public String title() {
        String title = Summary.oneLine(root.string(TITLE));
        return title.isEmpty() ? name() : title;
    }

    /** The file itself; empty when the document does not name one. */
    public Optional<BlobRef> blob() {
        long size = Math.max(0, root.whole(SIZE).orElse(0));
        return BlobRef.parse(root.string(BLOB))
                .map(id -> new BlobRef(id, size, Summary.oneLine(root.string(MEDIA_TYPE)), name()));
    }
}
