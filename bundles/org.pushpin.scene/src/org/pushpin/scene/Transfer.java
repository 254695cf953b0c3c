// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.Bytes;

/**
 * What a clipboard or a drop carries, in every form that is there; the stage takes the best it knows.
 *
 * @param text plain text, empty if none; links are recognised in it
 * @param cards cards with their places and sizes, of the flavour {@link #CARDS}; empty if none
 * @param files local files
 * @param picture an encoded picture, best PNG
 * @param html the same as {@code text}, with its looks; empty if none. A stranger's: nothing of it is run or fetched
 */
public record Transfer(String text, String cards, List<Path> files, Optional<Picture> picture, String html) {

    /** The name of the clipboard flavour for {@link #cards()}. */
    public static final String CARDS = "application/x-pushpin-cards";

    public static final Transfer NOTHING = new Transfer("", "", List.of(), Optional.empty());

    /** What hovers, as far as a host can tell before it is dropped. */
    public enum Offer { CARDS, FILES, PICTURE, TEXT }

    public Transfer {
        files = List.copyOf(files);
    }

    public Transfer(String text, String cards, List<Path> files, Optional<Picture> picture) {
        this(text, cards, files, picture, "");
    }

    public static Transfer text(String text) {
        return new Transfer(text, "", List.of(), Optional.empty());
    }

    public static Transfer files(List<Path> files) {
        return new Transfer("", "", files, Optional.empty());
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** @param content the encoded bytes, bounded by the host to 64 MiB */
    public record Picture(Bytes content, String mediaType) {}
}
