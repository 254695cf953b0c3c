// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.storage.sqlite.internal.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;

import org.pushpin.crypto.Bytes;
import org.pushpin.storage.Transfer;

/** Writes a backup record by record. One thread. */
public final class RecordWriter {

    private final DigestOutputStream digest;
    private final DataOutputStream out;
    private final Transfer progress;
    private long bytes;

    public RecordWriter(OutputStream target, Transfer progress) throws IOException {
        this.digest = new DigestOutputStream(target, Digests.sha256());
        this.out = new DataOutputStream(digest);
        this.progress = progress;
        out.write(Record.MAGIC);
        out.writeShort(Record.VERSION);
    }

    public void write(Record.Kind kind, Bytes... payload) throws IOException {
        Bytes all = Bytes.concat(payload);
        if (all.length() < kind.shortest || all.length() > kind.longest) {
            throw new IllegalArgumentException(kind + " of " + all.length() + " bytes");
        }
        out.writeByte(kind.code);
        out.writeInt(all.length());
        all.writeTo(out);
        bytes += all.length();
        progress.moved(bytes);
    }

    /** The last record. */
    public void end() throws IOException {
        write(Record.Kind.END, Bytes.of(digest.getMessageDigest().digest()));
    }
}
