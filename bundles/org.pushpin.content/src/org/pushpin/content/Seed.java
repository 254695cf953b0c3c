// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Optional;

import org.pushpin.crypto.DocumentUrl;

/** What a new document is made from. A type that cannot use a seed makes an empty document with its title, if any. */
public sealed interface Seed {

    /** An empty document with this title, which may be empty. */
    record Blank(String title) implements Seed {}

    /** Typed, pasted or dropped text; lines end with {@code \n}. */
    record Text(String text) implements Seed {
        public Text {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
    }

    /** A dropped or pasted file. @param pixels of a picture, where the host could tell */
    record Blob(BlobRef blob, Optional<Size> pixels) implements Seed {}

    /** A link to another document. */
    record Link(DocumentUrl url) implements Seed {}

    /** This as text: a title, the text, the name of the file, the link. Empty for an empty document without a title. */
    default String words() {
        return switch (this) {
            case Blank blank -> blank.title();
            case Text typed -> typed.text();
            case Blob file -> file.blob().name();
            case Link link -> link.url().toString();
        };
    }

    static Seed blank() {
        return new Blank("");
    }
}
