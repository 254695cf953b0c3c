// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.FormatException;
import org.pushpin.storage.BlobStore.Form;
import org.pushpin.storage.BlobStore.Kept;

/** What is in the folder of blobs: a listing, which others may change meanwhile. Files that nobody here made are passed over. */
final class KeptFiles {

    private static final String HEX_BYTE = "[0-9a-f][0-9a-f]";

    private final Path folder;
    private final long moment;
    private final List<Kept> kept = new ArrayList<>();

    private KeptFiles(Path folder, long moment) {
        this.folder = folder;
        this.moment = moment;
    }

    /** @param whole those that can be read, with their lengths */
    static List<Kept> list(Path folder, Map<BlobId, Long> whole, long moment) throws IOException {
        var files = new KeptFiles(folder, moment);
        whole.forEach((blob, length) -> files.kept.add(new Kept(blob, Form.WHOLE, length, moment)));
        files.of(FileBlobs.partial(folder), "", Form.PARTIAL, Map.of());
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, path -> path.getFileName().toString().matches(HEX_BYTE))) {
            for (Path each : folders) {
                files.of(each, each.getFileName().toString(), Form.REMAINS, whole);
            }
        }
        return List.copyOf(files.kept);
    }

    private void of(Path part, String prefix, Form form, Map<BlobId, Long> known) throws IOException {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(part)) {
            for (Path file : names) {
                add(file, prefix + file.getFileName(), form, known);
            }
        }
    }

    private void add(Path file, String name, Form form, Map<BlobId, Long> known) throws IOException {
        try {
            BlobId blob = BlobId.parse(name);
            if (!known.containsKey(blob)) {
                kept.add(new Kept(blob, form, Files.size(file), moment));
            }
        } catch (FormatException foreign) {
            System.getLogger(KeptFiles.class.getName()).log(System.Logger.Level.DEBUG, "a file that is no blob in {0}", folder);
        } catch (NoSuchFileException gone) {
            // Published or removed since it was listed.
        }
    }
}
