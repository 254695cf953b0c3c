// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.util.List;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.Presence;
import org.pushpin.repo.Subscription;

/** Nobody is there, and nothing that is said is heard. */
final class PaperPresence implements Presence {

    private static final Subscription NOTHING = () -> { };

    @Override
    public DeviceId device() {
        return new DeviceId(Bytes.zeros(DeviceId.LENGTH));
    }

    @Override
    public Stay join(DocumentId document) {
        return new Stay() {
            @Override
            public void say(int kind, Bytes value) {
                // nobody listens
            }

            @Override
            public void close() {
                // nobody was there
            }
        };
    }

    @Override
    public List<Visitor> visitors(DocumentId document) {
        return List.of();
    }

    @Override
    public Subscription subscribe(DocumentId document, Consumer<List<Visitor>> listener) {
        return NOTHING;
    }
}
