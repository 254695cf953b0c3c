// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.network;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Makes encrypted connections. An OSGi service; several may be present. */
public interface Transport {

    /** What this transport is called in addresses and logs, for instance {@code tcp}. */
    String name();

    /**
     * Accepts connections; {@code accepted} is called, on an io thread, for each whose handshake has succeeded.
     * The stage ends exceptionally with an {@link java.io.IOException} that can be shown if the address is taken.
     */
    CompletionStage<Listener> listen(Address address, Consumer<Connection> accepted);

    /** Dials and completes once the handshake has succeeded; else ends with an {@link java.io.IOException}. */
    CompletionStage<Connection> dial(Address address);

    /** A listening socket. */
    interface Listener extends AutoCloseable {

        /** The address with the port that the system chose. */
        Address address();

        @Override
        void close();
    }
}
