// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;

/** The TCP transport as an OSGi service. */
@Component(service = Transport.class, property = "transport=tcp")
public final class TcpTransportService implements Transport {
    private final TcpTransport transport;

    /** Starts the io threads when first needed. */
    @Activate
    public TcpTransportService() {
        transport = new TcpTransport(Limits.DEFAULT);
    }

    @Deactivate
    void deactivate() {
        transport.close();
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public CompletionStage<Listener> listen(Address address, Consumer<Connection> accepted) {
        return transport.listen(address, accepted);
    }

    @Override
    public CompletionStage<Connection> dial(Address address) {
        return transport.dial(address);
    }
}
