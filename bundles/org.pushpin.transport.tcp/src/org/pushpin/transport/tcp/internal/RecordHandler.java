// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.transport.tcp.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.pushpin.crypto.Bytes;

/** Cuts the stream into length-prefixed records for whoever is in charge of the socket: first the handshake, then the connection. */
final class RecordHandler extends ByteToMessageDecoder {
    private static final Logger LOG = System.getLogger(RecordHandler.class.getName());
    private static final int PREFIX = Short.BYTES;

    private Owner owner;
    private ChannelHandlerContext context;
    private long received;

    /** Who gets the records; called on the channel's thread. */
    interface Owner {
        /** The socket is ready. */
        void active();

        /** The longest record that may come, in bytes; 0 while none is wanted yet, negative if what comes is of no interest. */
        int longest();

        /** A record came. */
        void record(Bytes content);

        /** The socket takes more, or no more. */
        void writabilityChanged();

        /** This cannot go on. */
        void fail(String reason);

        /** The socket is gone. @param inRecord whether a record had come in part */
        void inactive(boolean inRecord);
    }

    RecordHandler(Owner first) {
        this.owner = first;
    }

    void setOwner(Owner next) {
        owner = next;
    }

    /** Looks again at what has come, because the owner wants records now. */
    void resume() {
        context.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER);
    }

    /** How many bytes have come so far. */
    long received() {
        return received;
    }

    /** Whether a record has come in part. */
    boolean inRecord() {
        return actualReadableBytes() > 0;
    }

    /** A record as it goes over the wire, its length in front. */
    static ByteBuf framed(ByteBufAllocator allocator, Bytes content) {
        ByteBuf framed = allocator.heapBuffer(PREFIX + content.length());
        return framed.writeShort(content.length()).writeBytes(content.toByteArray());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        if (ctx.channel().isActive()) {
            owner.active();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        owner.active();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        received += ((ByteBuf) message).readableBytes();
        super.channelRead(ctx, message);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int longest = owner.longest();
        if (longest < 0) {
            in.skipBytes(in.readableBytes());
        }
        if (longest <= 0 || in.readableBytes() < PREFIX) {
            return;
        }
        int length = in.getUnsignedShort(in.readerIndex());
        if (length > longest) {
            owner.fail("a record of " + length + " bytes came; " + longest + " are allowed");
        } else if (in.readableBytes() >= PREFIX + length) {
            Bytes content = Bytes.copy(in.nioBuffer(in.readerIndex() + PREFIX, length));
            in.skipBytes(PREFIX + length);
            owner.record(content);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        owner.writabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        boolean inRecord = inRecord();
        super.channelInactive(ctx);
        owner.inactive(inRecord);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException lost) {
            owner.fail("the connection was lost: " + lost.getMessage());
        } else {
            LOG.log(Level.WARNING, "a connection failed", cause);
            owner.fail("an internal error");
        }
    }
}
