// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.URLTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;

import org.pushpin.crypto.Bytes;
import org.pushpin.scene.Transfer;

/** Reads what a clipboard or a drop offers into the scene's terms; what is too large is left. Ui thread. */
final class TransferReader {

    private static final int MAX_TEXT_CHARACTERS = 16 << 20;
    private static final long MAX_PICTURE_PIXELS = 32_000_000;

    private final Function<org.eclipse.swt.dnd.Transfer, Object> source;

    /** @param source the content in a flavour; null where there is none */
    TransferReader(Function<org.eclipse.swt.dnd.Transfer, Object> source) {
        this.source = source;
    }

    Transfer read() {
        String cards = text(new CardsTransfer());
        List<String> uris = uris();
        List<Path> files = files(uris);
        String text = text(TextTransfer.getInstance());
        if (text.isEmpty()) {
            text = String.join("\n", uris.stream().filter(uri -> !isFile(uri)).toList());
        }
        if (text.isEmpty()) {
            text = text(URLTransfer.getInstance());
        }
        String html = text(HTMLTransfer.getInstance());
        boolean other = !cards.isEmpty() || !files.isEmpty() || !text.isEmpty();
        return new Transfer(text, cards, files, other ? Optional.empty() : picture(), html);
    }

    /** The flavours that are understood, best first. */
    static org.eclipse.swt.dnd.Transfer[] flavours() {
        return new org.eclipse.swt.dnd.Transfer[] {new CardsTransfer(), new UriListTransfer(), FileTransfer.getInstance(),
                HTMLTransfer.getInstance(), ImageTransfer.getInstance(), URLTransfer.getInstance(),
                TextTransfer.getInstance()};
    }

    /** An encoded picture as the platform wants it; empty if it cannot be read. */
    static Optional<ImageData> decoded(Transfer.Picture picture) {
        try {
            return Optional.of(new ImageData(new ByteArrayInputStream(picture.content().toByteArray())));
        } catch (SWTException e) {
            return Optional.empty();
        }
    }

    private String text(org.eclipse.swt.dnd.Transfer flavour) {
        return source.apply(flavour) instanceof String text && text.length() <= MAX_TEXT_CHARACTERS ? text : "";
    }

    private List<String> uris() {
        return source.apply(new UriListTransfer()) instanceof List<?> lines ? lines.stream().map(String::valueOf).toList() : List.of();
    }

    private static boolean isFile(String uri) {
        return uri.regionMatches(true, 0, "file:", 0, 5);
    }

    /** Those of the links, and what the platform's own flavour names besides. */
    private List<Path> files(List<String> uris) {
        List<Path> files = new ArrayList<>();
        uris.stream().filter(TransferReader::isFile).forEach(uri -> file(uri).ifPresent(files::add));
        if (files.isEmpty() && source.apply(FileTransfer.getInstance()) instanceof String[] names) {
            Stream.of(names).forEach(name -> file(name).ifPresent(files::add));
        }
        return files;
    }

    /** What another program names may be no file of this machine. */
    private static Optional<Path> file(String name) {
        try {
            return Optional.of(isFile(name) ? Path.of(URI.create(name)) : Path.of(name));
        } catch (IllegalArgumentException | FileSystemNotFoundException notHere) {
            return Optional.empty();
        }
    }

    private Optional<Transfer.Picture> picture() {
        if (source.apply(ImageTransfer.getInstance()) instanceof ImageData data
                && (long) data.width * data.height <= MAX_PICTURE_PIXELS) {
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {data};
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            loader.save(png, SWT.IMAGE_PNG);
            return Optional.of(new Transfer.Picture(Bytes.of(png.toByteArray()), "image/png"));
        }
        return Optional.empty();
    }
}
