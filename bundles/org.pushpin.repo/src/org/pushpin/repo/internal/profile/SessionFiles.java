// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.Hashes;

/** Session tokens as small files in the state directory, bound to the machine; the package's description has the layout. */
public final class SessionFiles implements SessionMemory {

    private static final String MAGIC = "pushpin-session 1";
    private static final String NONE = "-";
    private static final int MAX_FILE_BYTES = 1024;

    private final Path directory;
    private final Path machineId;

    /** @param machineId a file that is unlike on every machine, {@code /etc/machine-id}; need not exist */
    public SessionFiles(Path directory, Path machineId) {
        this.directory = directory;
        this.machineId = machineId;
    }

    /** Where the state of this person's programs is kept on this machine. */
    public static SessionFiles ofThisMachine() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return new SessionFiles(base.resolve("pushpin"), Path.of("/etc/machine-id"));
    }

    @Override
    public Optional<Session> read(Bytes profileId) throws IOException {
        Path file = file(profileId);
        if (!Files.exists(file) || Files.size(file) > MAX_FILE_BYTES) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 4 || !lines.get(0).equals(MAGIC) || !lines.get(1).equals(machine())) {
            return Optional.empty();
        }
        try {
            String next = lines.get(3);
            return Optional.of(new Session(Bytes.fromHex(lines.get(2)),
                    next.equals(NONE) ? Optional.empty() : Optional.of(Bytes.fromHex(next))));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    @Override
    public void write(Bytes profileId, Session session) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            syncNames(directory.toAbsolutePath().getParent());
        }
        String text = String.join("\n", MAGIC, machine(), session.token().toHex(), session.next().map(Bytes::toHex).orElse(NONE), "");
        Path draft = directory.resolve(profileId.toHex() + ".new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file(profileId), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncNames(directory);
    }

    /** So that a loss of power does not look like a restored backup. Where folders cannot be opened, names are durable by themselves. */
    private static void syncNames(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(Bytes profileId) {
        return directory.resolve(profileId.toHex());
    }

    private String machine() throws IOException {
        if (!Files.isReadable(machineId)) {
            return NONE;
        }
        return Hashes.sha256("pp/machine/1", Bytes.utf8(Files.readString(machineId).strip())).toHex();
    }
}
