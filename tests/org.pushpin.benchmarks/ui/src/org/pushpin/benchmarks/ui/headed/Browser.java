// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui.headed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;

/** Chromium with a page that is served on this machine alone; it resolves no other name. */
final class Browser implements Program {

    private final HttpServer server;
    private final Processes chromium;

    /**
     * @param site the folder that is served
     * @param page in it, with its query
     * @param work an empty folder
     */
    Browser(Path site, String page, Path work) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SimpleFileServer.createFileHandler(site.toAbsolutePath().normalize()));
        server.start();
        Path profile = Files.createDirectories(work.resolve("chromium"));
        chromium = new Processes(List.of("chromium", "--no-sandbox", "--no-first-run", "--no-default-browser-check",
                "--user-data-dir=" + profile, "--app=http://127.0.0.1:" + server.getAddress().getPort() + "/" + page,
                "--window-size=1440,900", "--window-position=0,0", "--test-type", "--force-device-scale-factor=1", "--disable-extensions", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--metrics-recording-only",
                "--password-store=basic", "--disable-features=Translate,OptimizationHints,MediaRouter",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), Map.of("HOME", work.toString()), work.resolve("chromium.log"));
    }

    @Override
    public Optional<Screen.Key> free() {
        return Optional.empty();
    }

    @Override
    public long memory() throws IOException {
        return chromium.memory();
    }

    @Override
    public void close() throws Exception {
        try (chromium) {
            server.stop(0);
        }
    }
}
