// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import org.pushpin.crypto.Bytes;

/** What a record carries; the layouts are in the package's description. */
sealed interface Frame {
    /** The beginning of a message of {@code total} bytes. */
    record Start(int channel, int total, Bytes content) implements Frame {
    }

    /** The next bytes of the channel's unfinished message. */
    record More(int channel, Bytes content) implements Frame {
    }

    /** The receiver has let go of messages that cost this much. */
    record Credit(int channel, long amount) implements Frame {
    }

    /** To be answered with a pong of the same 8 bytes. */
    record Ping(Bytes token) implements Frame {
    }

    /** The answer to a ping. */
    record Pong(Bytes token) implements Frame {
    }

    /** Nothing comes after this. */
    record Close(String reason) implements Frame {
    }

    /** The sender's next record has the next key. */
    record Rekey() implements Frame {
    }
}
