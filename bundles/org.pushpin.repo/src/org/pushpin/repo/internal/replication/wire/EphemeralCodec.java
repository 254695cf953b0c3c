// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.replication.wire;

import java.util.ArrayList;
import java.util.List;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.FormatException;
import org.pushpin.crypto.Signatures;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** The message that is never stored; see the package's description. Any thread, no state. */
final class EphemeralCodec {
    /** Its type. */
    static final int TYPE = 0x30;
    /** The most of one message. */
    static final int MAX_NEWS = 64;

    private static final int HEAD = DeviceId.LENGTH + Ephemeral.SESSION_LENGTH + Integer.BYTES + 1 + Short.BYTES + Signatures.LENGTH;

    private EphemeralCodec() {
    }

    static Bytes encode(List<Ephemeral> news) {
        Output out = new Output(TYPE).u16(news.size());
        for (Ephemeral one : news) {
            out.bytes(one.device().key()).bytes(one.session()).u32(one.count()).u8(one.kind()).u16(one.value().length())
                    .bytes(one.signature()).bytes(one.value());
        }
        return out.done();
    }

    static List<Ephemeral> decode(Input in) throws FormatException {
        int count = in.count(MAX_NEWS, HEAD);
        if (count == 0) {
            throw new FormatException("a message says nothing of anybody");
        }
        List<Ephemeral> news = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            news.add(one(in));
        }
        return news;
    }

    private static Ephemeral one(Input in) throws FormatException {
        DeviceId device = new DeviceId(in.copy(DeviceId.LENGTH));
        Bytes session = in.copy(Ephemeral.SESSION_LENGTH);
        long count = in.u32();
        int kind = in.u8();
        int length = in.u16();
        if (length > Ephemeral.MAX_VALUE) {
            throw new FormatException("somebody's presence is said to have " + length + " bytes");
        }
        Bytes signature = in.copy(Signatures.LENGTH);
        return new Ephemeral(device, session, count, kind, in.copy(length), signature);
    }
}
