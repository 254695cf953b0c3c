// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built products, and a third party's card type that comes and goes while one runs. */
class ProductTest {
    private static final List<String> BUILT_IN = List.of("board", "file", "image", "ink", "sticky", "text", "workspace");
    private static final String POLL = "org.pushpin.example.poll.feature.feature.group";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "peer"})
    void everyBundleResolvesAndTheBuiltInTypesAreThere(String name) throws IOException {
        try (Product product = Product.start(Product.home(name), folder.resolve("profile"))) {
            for (String type : BUILT_IN) {
                assertEquals("true", product.ask("await", type), type);
            }
            assertEquals(BUILT_IN, words(product.ask("types")));
            assertEquals("", product.ask("unresolved"));
            assertEquals(name.equals("desktop"), words(product.ask("bundles")).contains("org.eclipse.swt"));
        }
    }

    @Test
    void aCardTypeComesAndGoesWithoutARestart() throws IOException {
        try (Product product = Product.start(Product.home("desktop"), folder.resolve("profile"))) {
            assertEquals("false", String.valueOf(words(product.ask("types")).contains("poll")));

            String installed = product.ask("install", Product.repository().toString(), POLL);
            assertTrue(installed.contains(POLL), installed);
            expectPoll(product);
            assertTrue(product.ask("installed").contains(POLL));

            assertEquals("null", product.ask("uninstall", POLL));
            assertEquals("true", product.ask("await-gone", "poll"));
            assertEquals("[]", product.ask("installed"));
        }
    }

    @Test
    void aCardTypeSurvivesARestartAndAnotherProfileDoesNotHaveIt() throws IOException {
        install(Product.home("desktop"), folder.resolve("profile"));

        try (Product product = Product.start(Product.home("desktop"), folder.resolve("profile"))) {
            expectPoll(product);
        }
        try (Product product = Product.start(Product.home("desktop"), folder.resolve("other"))) {
            assertEquals("true", product.ask("await", "board"));
            assertFalse(words(product.ask("types")).contains("poll"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCardTypeSurvivesARebuildOfTheInstallation(boolean profileToo) throws IOException {
        Path home = copyOfDesktop();
        install(home, folder.resolve("profile"));
        rebuild(home, profileToo);

        for (int start = 0; start < 2; start++) {
            try (Product product = Product.start(home, folder.resolve("profile"))) {
                assertEquals("[]", product.ask("reinstate"));
                expectPoll(product);
                assertTrue(product.ask("installed").contains(POLL));
            }
        }
    }

    @Test
    void aRetainedCopyThatChangedIsRefused() throws IOException {
        Path home = copyOfDesktop();
        install(home, folder.resolve("profile"));
        rebuild(home, true);
        try (Stream<Path> files = Files.walk(folder.resolve("profile/card-types"))) {
            Path jar = files.filter(f -> f.getFileName().toString().startsWith("org.pushpin.example.poll_")).findFirst()
                    .orElseThrow();
            Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
        }

        try (Product product = Product.start(home, folder.resolve("profile"))) {
            assertTrue(product.ask("reinstate").contains("was not reinstated"));
            assertFalse(words(product.ask("types")).contains("poll"));
        }
    }

    private static void install(Path home, Path profile) throws IOException {
        try (Product product = Product.start(home, profile)) {
            String installed = product.ask("install", Product.repository().toString(), POLL);
            assertTrue(installed.contains(POLL), installed);
            expectPoll(product);
        }
    }

    /** A copy to be changed. */
    private Path copyOfDesktop() throws IOException {
        Path home = Product.home("desktop");
        Path copy = folder.resolve("product");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(home.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copy;
    }

    /** What a build does to an installation: the list of its bundles is new, and p2's own list with it. */
    private static void rebuild(Path home, boolean profileToo) throws IOException {
        Path list = home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Files.setLastModifiedTime(list, FileTime.from(Instant.now().plusSeconds(60)));
        if (profileToo) {
            Path profiles = home.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile");
            try (Stream<Path> states = Files.list(profiles)) {
                for (Path state : states.filter(f -> f.getFileName().toString().endsWith(".profile.gz")).toList()) {
                    moveOneHourOn(state);
                }
            }
        }
    }

    private static void moveOneHourOn(Path state) throws IOException {
        String time = state.getFileName().toString().replace(".profile.gz", "");
        String later = String.valueOf(Long.parseLong(time) + Duration.ofHours(1).toMillis());
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(state))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(state.resolveSibling(later + ".profile.gz")))) {
            out.write(text.replace("timestamp='" + time + "'", "timestamp='" + later + "'").getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(state);
    }

    private static void expectPoll(Product product) throws IOException {
        if (!product.ask("await", "poll").equals("true")) {
            fail("no poll among " + product.ask("types") + "; its bundle: "
                    + product.ask("state", "org.pushpin.example.poll") + "; the log: " + product.log());
        }
    }

    private static List<String> words(String answer) {
        return Arrays.asList(answer.split(" "));
    }
}
