// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.pushpin.crypto.BlobManifest;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.WriterId;
import org.pushpin.storage.BlobStore;
import org.pushpin.storage.Storage;
import org.pushpin.storage.Write;

/**
 * A program that saves without end until it is killed, and prints a line once something is saved: {@code open}, a commit's number,
 * or a blob's id. What it saves is a function of the number, so that the test knows what must be found.
 */
final class CrashingProgram {

    static final DocumentId ONE = new DocumentId(Bytes.zeros(32));
    static final DocumentId TWO = new DocumentId(Bytes.copy(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
            19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32}, 0, 32));
    static final String COUNT = "count";
    private static final WriterId WRITER = new WriterId(Bytes.zeros(32));
    private static final int BLOB_EVERY = 7;

    private CrashingProgram() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        try (Storage storage = SqliteStorage.open(Path.of(arguments[0]))) {
            long number = storage.setting(COUNT).map(CrashingProgram::number).orElse(0L);
            out.println("open");
            for (number++; !out.checkError(); number++) {
                storage.commit(commit(number));
                out.println(number);
                if (number % BLOB_EVERY == 0) {
                    out.println(keep(storage.blobs(), number).blob());
                }
            }
        }
    }

    static List<Write> commit(long number) {
        return List.of(new Write.Document(ONE, secret()), new Write.Document(TWO, secret()), batch(ONE, number),
                new Write.Setting(COUNT, Bytes.utf8(Long.toString(number))), batch(TWO, number));
    }

    static Write.Batch batch(DocumentId document, long number) {
        var random = new Random(31 * number + document.hashCode());
        byte[] header = new byte[292];
        random.nextBytes(header);
        byte[] body = new byte[random.nextInt(6000)];
        random.nextBytes(body);
        return new Write.Batch(document, WRITER, number, number, Write.State.APPLIED, Bytes.of(header), Bytes.of(body));
    }

    static long number(Bytes setting) {
        return Long.parseLong(new String(setting.toByteArray(), StandardCharsets.US_ASCII));
    }

    private static DocumentSecret secret() {
        return DocumentSecret.of(Bytes.zeros(16));
    }

    private static BlobManifest keep(BlobStore blobs, long number) throws IOException {
        byte[] content = new byte[BlobManifest.CHUNK_BYTES + 1000];
        new Random(number).nextBytes(content);
        try (BlobStore.Import in = blobs.begin()) {
            in.write(ByteBuffer.wrap(content));
            return in.finish();
        }
    }
}
