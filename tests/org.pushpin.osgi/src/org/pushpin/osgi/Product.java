// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.osgi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.pushpin.osgi.probe.ProbeHook;

/** A built product, started by its own script, with a probe in its framework and no application. One thread. */
final class Product implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("pushpin.root"));
    private static final int START_MILLIS = 60_000;

    private final Process process;
    private final Path log;
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private Product(Process process, Socket socket, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.socket = socket;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Where this build put a product: desktop or peer. */
    static Path home(String product) throws IOException {
        Path built = ROOT.resolve("releng/org.pushpin.products/target/products/org.pushpin." + product + ".product");
        try (Stream<Path> folders = Files.walk(built, 5)) {
            return folders.filter(p -> p.endsWith("plugins")).findFirst().orElseThrow().getParent();
        }
    }

    /** The p2 repository that this build made. */
    static URI repository() {
        return ROOT.resolve("releng/org.pushpin.repository/target/repository").toUri();
    }

    /** Starts the product of a folder on a profile. */
    static Product start(Path home, Path profile) throws IOException {
        Path probe = probe(Files.createDirectories(profile));
        Path log = profile.resolve("output.log");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = process(home, profile, probe, server.getLocalPort());
            server.setSoTimeout(START_MILLIS);
            try {
                return new Product(process, server.accept(), log);
            } catch (IOException e) {
                kill(process);
                throw new IOException("the product did not start: "
                        + Files.readString(log, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static Process process(Path home, Path profile, Path probe, int port) throws IOException {
        Path script = Stream.of("pushpin-desktop", "pushpin").map(home::resolve).filter(Files::isExecutable).findFirst()
                .orElseThrow();
        var builder = new ProcessBuilder(script.toString(), "--profile", profile.toString());
        builder.environment().put("PUSHPIN_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
        builder.environment().putIfAbsent("DISPLAY", ":0"); // asked for by the script, used by no one: nothing is shown
        builder.environment().put("PUSHPIN_VMARGS", String.join(" ", List.of("-Xmx512m",
                "-Dosgi.framework.extensions=" + extensions(home) + ",reference:" + probe.toUri(),
                "-Dprobe.port=" + port, "-Dprobe.profile=" + profile,
                "-Declipse.ignoreApp=true", "-Dosgi.noShutdown=true")));
        return builder.redirectErrorStream(true).redirectOutput(profile.resolve("output.log").toFile()).start();
    }

    private static String extensions(Path home) throws IOException {
        var config = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("configuration/config.ini"))) {
            config.load(in);
        }
        return config.getProperty("osgi.framework.extensions");
    }

    /** A jar with the probe, as the framework wants its extensions. */
    private static Path probe(Path folder) throws IOException {
        Path file = folder.resolve("probe.jar");
        try (OutputStream out = Files.newOutputStream(file); var jar = new JarOutputStream(out)) {
            add(jar, "META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
                    + "Bundle-SymbolicName: org.pushpin.osgi.probe\nBundle-Version: 1.0.0\n"
                    + "Fragment-Host: system.bundle;extension:=framework\n\n").getBytes(StandardCharsets.UTF_8));
            add(jar, "hookconfigurators.properties",
                    ("hook.configurators=" + ProbeHook.class.getName() + "\n").getBytes(StandardCharsets.UTF_8));
            for (String name : List.of("ProbeHook", "Probe")) {
                try (InputStream in = ProbeHook.class.getResourceAsStream(name + ".class")) {
                    add(jar, ProbeHook.class.getPackageName().replace('.', '/') + "/" + name + ".class", in.readAllBytes());
                }
            }
        }
        return file;
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    /** What it printed so far. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    /** Asks the probe. */
    String ask(String... words) throws IOException {
        out.println(String.join("\t", words));
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the product ended");
        }
        return answer;
    }

    /** Ends the product in order. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill(process);
            }
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
