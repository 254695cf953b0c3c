// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.nio.ByteBuffer;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.CipherState;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.HandshakeState;

/** The two directions of a connection, and when the sending one is due for a new key. One thread: the connection's. */
final class Ciphers {
    private final CipherState sending;
    private final CipherState receiving;
    private final long rekeyRecords;
    private long keySince;

    Ciphers(HandshakeState.Ciphers ciphers, long rekeyRecords) {
        this.sending = ciphers.sending();
        this.receiving = ciphers.receiving();
        this.rekeyRecords = rekeyRecords;
    }

    void seal(ByteBuffer record, ByteBuffer target) {
        sending.encrypt(Bytes.EMPTY, record, target);
    }

    Bytes open(Bytes record) throws FormatException {
        return receiving.decrypt(Bytes.EMPTY, record);
    }

    /** Whether the record being written should be the last under its key. */
    boolean rekeyDue() {
        return sending.nonce() - keySince + 1 >= rekeyRecords;
    }

    void rekeySending() {
        sending.rekey();
        keySince = sending.nonce();
    }

    void rekeyReceiving() {
        receiving.rekey();
    }
}
