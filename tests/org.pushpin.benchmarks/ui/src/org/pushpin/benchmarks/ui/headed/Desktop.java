// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pushpin.crypto.DocumentUrl;

/** PushPin's desktop on a profile with a board, and a peer that writes to it. */
final class Desktop implements Program {

    private final Processes desktop;
    private final Processes peer;

    /**
     * @param product the folder of the desktop
     * @param work an empty folder
     */
    Desktop(Path product, Path work, int cards) throws Exception {
        DocumentUrl board = ProfileFolder.make(work.resolve("profile"), new Cards(cards));
        String address = "127.0.0.1:" + freePort();
        desktop = new Processes(List.of(product.resolve("pushpin-desktop").toString(), "--profile", work.resolve("profile").toString(),
                "--listen", address, board.toString()),
                Map.of("PUSHPIN_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString()), work.resolve("desktop.log"));
        peer = new Processes(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Peer.class.getName(),
                work.resolve("peer").toString(), address, board.toString(), Integer.toString(cards)), Map.of(), work.resolve("peer.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public Optional<Screen.Key> free() {
        return Optional.of(Screen.Key.CONTROL);
    }

    @Override
    public long memory() throws IOException {
        return desktop.memory();
    }

    @Override
    public void close() throws Exception {
        try (desktop) {
            peer.close();
        }
    }
}
