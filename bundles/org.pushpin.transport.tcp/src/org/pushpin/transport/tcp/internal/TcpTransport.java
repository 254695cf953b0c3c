// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pushpin.crypto.Bytes;
import org.pushpin.network.Address;
import org.pushpin.network.Connection;
import org.pushpin.network.Transport;

/** TCP under Noise on Netty's NIO. Two io threads, whatever the number of connections. Any thread. */
final class TcpTransport implements Transport, AutoCloseable {
    private static final int THREADS = 2;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int QUIET_MILLIS = 0;
    private static final int SHUTDOWN_MILLIS = 2_000;
    private static final WriteBufferWaterMark WATER = new WriteBufferWaterMark(32 * 1024, 128 * 1024);
    private static final String ANY = "0.0.0.0";

    private final Limits limits;
    private final Admission admission;
    private final MemoryBudget budget;
    private final EventLoopGroup group;

    TcpTransport(Limits limits) {
        this.limits = limits;
        this.admission = new Admission(limits);
        this.budget = new MemoryBudget(limits.memory());
        this.group = new MultiThreadIoEventLoopGroup(THREADS, new DefaultThreadFactory("io", true), NioIoHandler.newFactory());
    }

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public CompletionStage<Listener> listen(Address address, Consumer<Connection> accepted) {
        var result = new CompletableFuture<Listener>();
        var server = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class).option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true).childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        answer(channel, accepted);
                    }
                });
        server.bind(local(address)).addListener((ChannelFuture bound) -> {
            if (bound.isSuccess()) {
                result.complete(new TcpListener(bound.channel(), address.host()));
            } else {
                result.completeExceptionally(new IOException("cannot listen on " + address + ": " + cause(bound.cause())));
            }
        });
        return result;
    }

    /** All interfaces means both families. */
    private static InetSocketAddress local(Address address) {
        return address.host().equals(ANY) ? new InetSocketAddress(address.port()) : new InetSocketAddress(address.host(), address.port());
    }

    private record TcpListener(Channel channel, String host) implements Listener {
        @Override
        public Address address() {
            return new Address(host, ((InetSocketAddress) channel.localAddress()).getPort());
        }

        @Override
        public void close() {
            channel.close();
        }
    }

    private void answer(Channel channel, Consumer<Connection> accepted) {
        var peer = (InetSocketAddress) channel.remoteAddress();
        Optional<Admission.Place> place = peer == null ? Optional.empty() : admission.admit(peer.getAddress());
        if (place.isEmpty()) {
            channel.close();
            return;
        }
        channel.closeFuture().addListener(gone -> place.get().left());
        shakeHands(channel, peer, false, new Result() {
            @Override
            public void established(Connection connection) {
                place.get().shaken();
                accepted.accept(connection);
            }

            @Override
            public void refused(String reason) {
                place.get().shaken();
            }
        });
    }

    /** What came of a socket. */
    private interface Result {
        void established(Connection connection);

        void refused(String reason);
    }

    private void shakeHands(Channel channel, InetSocketAddress peer, boolean initiator, Result result) {
        var remote = new Address(peer.getAddress().getHostAddress(), peer.getPort());
        RecordHandler[] records = new RecordHandler[1];
        records[0] = new RecordHandler(new HandshakeOwner(channel, initiator, limits, new HandshakeOwner.Outcome() {
            @Override
            public void established(Bytes hash, Ciphers ciphers) {
                var identity = new TcpConnection.Identity(hash, initiator, remote);
                var connection = new TcpConnection(channel, records[0], limits, budget, identity, ciphers);
                connection.takeOver();
                result.established(connection);
            }

            @Override
            public void refused(String reason) {
                result.refused(reason);
            }
        }));
        channel.pipeline().addLast(records[0]);
    }

    @Override
    public CompletionStage<Connection> dial(Address address) {
        var result = new CompletableFuture<Connection>();
        Thread.ofVirtual().name("io-resolve").start(() -> resolve(address, result));
        return result;
    }

    private void resolve(Address address, CompletableFuture<Connection> result) {
        try {
            connect(address, List.of(InetAddress.getAllByName(address.host())), 0, result);
        } catch (UnknownHostException unknown) {
            result.completeExceptionally(new IOException("cannot reach " + address + ": there is no such host"));
        }
    }

    /** Tries the host's addresses one after the other. */
    private void connect(Address address, List<InetAddress> hosts, int index, CompletableFuture<Connection> result) {
        var peer = new InetSocketAddress(hosts.get(index), address.port());
        var client = new Bootstrap().group(group).channel(NioSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS).option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        shakeHands(channel, peer, true, completing(address, result));
                    }
                });
        client.connect(peer).addListener((ChannelFuture connected) -> {
            if (!connected.isSuccess() && index + 1 < hosts.size()) {
                connect(address, hosts, index + 1, result);
            } else if (!connected.isSuccess()) {
                result.completeExceptionally(new IOException("cannot reach " + address + ": " + cause(connected.cause())));
            }
        });
    }

    private static Result completing(Address address, CompletableFuture<Connection> result) {
        return new Result() {
            @Override
            public void established(Connection connection) {
                result.complete(connection);
            }

            @Override
            public void refused(String reason) {
                result.completeExceptionally(new IOException("cannot reach " + address + ": " + reason));
            }
        };
    }

    /** The system's words without the address, which is in ours. */
    private static String cause(Throwable failure) {
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        int colon = text.indexOf(": ");
        return (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    /** How many accepted connections there are, in their handshake or past it. */
    int accepted() {
        return admission.connections();
    }

    /** How many bytes of received messages are held. */
    long held() {
        return budget.held();
    }

    @Override
    public void close() {
        group.shutdownGracefully(QUIET_MILLIS, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
    }
}
