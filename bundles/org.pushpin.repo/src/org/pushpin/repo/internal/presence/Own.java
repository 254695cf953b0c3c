// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.presence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.SigningKey;
import org.pushpin.repo.Presence.Stay;
import org.pushpin.repo.internal.replication.wire.Message.Ephemeral;

/** What this device lets see at one document: signed only when there is somebody to tell. One lane. */
final class Own {
    private final SigningKey device;
    private final DocumentId document;
    private final Bytes session;
    private final Bytes[] values = new Bytes[Ephemeral.KINDS];
    private final Stay[] speakers = new Stay[Ephemeral.KINDS];
    /** What was said last of each kind; null if nothing was. */
    private final Ephemeral[] said = new Ephemeral[Ephemeral.KINDS];
    private long count;
    /** What of this process is at the document. */
    int stays;
    /** Something was said a moment ago. */
    boolean resting;

    Own(SigningKey device, DocumentId document, Bytes session) {
        this.device = device;
        this.document = document;
        this.session = session;
        Arrays.fill(values, Bytes.EMPTY);
    }

    /** @param kind as on the wire */
    void set(int kind, Bytes value, Stay speaker) {
        values[kind] = value;
        speakers[kind] = speaker;
    }

    /** Takes back what a stay said, unless another one has said something since. */
    void silence(Stay speaker) {
        for (int kind = 0; kind < values.length; kind++) {
            if (speakers[kind] == speaker) {
                set(kind, Bytes.EMPTY, null);
            }
        }
    }

    /** What differs from what was said; at first, that this device is here. */
    List<Ephemeral> news() {
        List<Ephemeral> news = new ArrayList<>();
        for (int kind = Guest.STAYS; kind < values.length; kind++) {
            boolean same = said[kind] == null ? kind != Guest.STAYS && values[kind].isEmpty() : said[kind].value().equals(values[kind]);
            if (!same) {
                news.add(say(kind));
            }
        }
        return news;
    }

    /** All of it anew: a sign of life. */
    List<Ephemeral> again() {
        List<Ephemeral> news = new ArrayList<>(news());
        for (int kind = Guest.STAYS; kind < values.length; kind++) {
            if (kind == Guest.STAYS || !values[kind].isEmpty()) {
                news.add(say(kind));
            }
        }
        return news;
    }

    /** What was said, for a peer that has just come. */
    List<Ephemeral> all() {
        return Arrays.stream(said).filter(Objects::nonNull).toList();
    }

    /** The last that is said. */
    Ephemeral farewell() {
        return say(Guest.LEAVES);
    }

    private Ephemeral say(int kind) {
        said[kind] = Ephemeral.sign(device, document, session, ++count, kind, values[kind]);
        return said[kind];
    }
}
