// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.List;
import java.util.Optional;

public final class Change {
    private Change() {
    }

    public static List<Change> parse(byte[] chunks) throws MalformedException {
        throw new UnsupportedOperationException();
    }

    public ChangeHash hash() {
        throw new UnsupportedOperationException();
    }

    public ActorId actor() {
        throw new UnsupportedOperationException();
    }

    public long seq() {
        throw new UnsupportedOperationException();
    }

    public long startOp() {
        throw new UnsupportedOperationException();
    }

    public long maxOp() {
        throw new UnsupportedOperationException();
    }

    public long time() {
        throw new UnsupportedOperationException();
    }

    public Optional<String> message() {
        throw new UnsupportedOperationException();
    }

    public List<ChangeHash> deps() {
        throw new UnsupportedOperationException();
    }

    public int opCount() {
        throw new UnsupportedOperationException();
    }

    public byte[] toByteArray() {
        throw new UnsupportedOperationException();
    }
}
