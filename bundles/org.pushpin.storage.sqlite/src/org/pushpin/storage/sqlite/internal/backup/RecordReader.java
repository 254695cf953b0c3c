// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

import org.pushpin.crypto.Bytes;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.sqlite.internal.backup.Record.Kind;

/** Reads a backup record by record; nothing is believed but lengths within bounds until the last record has been read. One thread. */
public final class RecordReader {

    private final DataInputStream in;
    private final MessageDigest digest = Digests.sha256();
    private final Transfer progress;
    private long bytes;

    /** @throws StorageException if this is no backup, or of a newer version */
    public RecordReader(InputStream source, Transfer progress) throws IOException, StorageException {
        this.in = new DataInputStream(source);
        this.progress = progress;
        byte[] start = read(Record.MAGIC.length + 2);
        if (!Arrays.equals(Arrays.copyOf(start, Record.MAGIC.length), Record.MAGIC)) {
            throw new StorageException("This file is no backup of a PushPin profile.");
        }
        if (start[Record.MAGIC.length] != 0 || start[Record.MAGIC.length + 1] != Record.VERSION) {
            throw new StorageException("This backup was made by a newer version of PushPin: a newer version is needed to restore it.");
        }
        digest.update(start);
    }

    /** The next record; of the last one the hash has been checked, and that nothing follows. */
    public Record next() throws IOException, StorageException {
        byte[] head = read(5);
        Kind kind = kind(head[0]);
        int length = Bytes.of(head).slice(1, 5).asBuffer().getInt();
        if (length < kind.shortest || length > kind.longest) {
            throw damaged("a part has a length that none can have");
        }
        byte[] payload = read(length);
        if (kind == Kind.END) {
            end(payload);
        }
        digest.update(head);
        digest.update(payload);
        bytes += length;
        progress.moved(bytes);
        return new Record(kind, Bytes.of(payload));
    }

    private static Kind kind(byte code) throws StorageException {
        return Arrays.stream(Kind.values()).filter(kind -> kind.code == code).findFirst()
                .orElseThrow(() -> damaged("it has a part of an unknown kind"));
    }

    private void end(byte[] sum) throws IOException, StorageException {
        if (!Arrays.equals(digest.digest(), sum)) {
            throw damaged("its content is not what was written");
        }
        if (in.read() >= 0) {
            throw damaged("something follows its end");
        }
    }

    private byte[] read(int length) throws IOException, StorageException {
        byte[] bytes = new byte[length];
        try {
            in.readFully(bytes);
            return bytes;
        } catch (EOFException cutOff) {
            throw damaged("it is cut off");
        }
    }

    /** What to say of a backup that is not as it was written. */
    public static StorageException damaged(String how) {
        return new StorageException("The backup is damaged: " + how + ". Nothing was restored.");
    }
}
