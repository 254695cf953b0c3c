// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the control socket of a profile is: {@code control.sock} in the profile; where that path is longer than the
 * system allows for a socket, in an owner-only folder of the temporary directory, named by a hash of the profile's path.
 */
record ControlAddress(Path file) {

    /** The system allows 108 bytes with the closing zero on Linux, 104 on macOS. */
    private static final int MAX_PATH_BYTES = 103;

    static ControlAddress of(Path profile) throws IOException {
        Path inProfile = profile.toAbsolutePath().normalize().resolve("control.sock");
        if (inProfile.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES) {
            return new ControlAddress(inProfile);
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"),
                "pushpin-" + System.getProperty("user.name"));
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
                || !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).equals("rwx------")) {
            throw new IOException(folder + " belongs to somebody else");
        }
        return new ControlAddress(folder.resolve(name(inProfile)));
    }

    UnixDomainSocketAddress socket() {
        return UnixDomainSocketAddress.of(file);
    }

    private static String name(Path path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8) + ".sock";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
