// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A load's standard output, one write for each line, without a buffer: what is said has been handed over. Any thread. */
final class Voice {

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private volatile boolean heard = true;

    /** Whether anybody listens still. */
    boolean isHeard() {
        return heard;
    }

    synchronized void say(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobody) {
            heard = false;
        }
    }

    /** Says what went wrong, and ends the process. */
    void fail(Exception failure) {
        failure.printStackTrace();
        say("failed: " + failure);
        Runtime.getRuntime().halt(1);
    }
}
