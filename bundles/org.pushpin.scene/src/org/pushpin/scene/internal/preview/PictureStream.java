// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, for decoders that go to and fro in it. Ends with an error when its time is over, because a few bytes can
 * keep a decoder busy that goes on reading behind their end. The time is what the processor spends on it: a busy machine
 * makes no picture worse. One thread.
 */
final class PictureStream extends ImageInputStreamImpl {

    private static final int LOOK = 0x3FFF;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final byte[] bytes;
    private final long deadline;
    private int steps;

    PictureStream(byte[] bytes, Duration time) {
        this.bytes = bytes;
        deadline = threads.getCurrentThreadCpuTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        step();
        bitOffset = 0;
        return streamPos >= bytes.length ? -1 : bytes[(int) streamPos++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        step();
        bitOffset = 0;
        if (streamPos >= bytes.length) return length == 0 ? 0 : -1;
        int read = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public void seek(long position) throws IOException {
        step();
        super.seek(position);
    }

    private void step() throws IOException {
        if ((++steps & LOOK) == 0 && threads.getCurrentThreadCpuTime() > deadline) throw new LateException();
    }

    @Override
    public long length() {
        return bytes.length;
    }

    /** The time is over. */
    static final class LateException extends IOException {

        private static final long serialVersionUID = 1L;

        LateException() {
            super("a picture that takes too long");
        }
    }
}
