// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pushpin.content.Theme;

/** Every view of the gallery looks as it did when somebody last looked at it. See the package for how to renew a picture. */
class GoldenTest {

    private static final String RENEW = System.getProperty("pushpin.golden.renew");
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @BeforeAll
    static void sameEverywhere() {
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void asItWas() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    static Stream<Arguments> pictures() {
        return Gallery.all().stream().flatMap(exhibit -> Stream.of(1, 2).flatMap(scale -> Stream.of(Theme.LIGHT, Theme.DARK)
                .map(theme -> Arguments.of(name(exhibit, theme, scale), exhibit, theme, scale))));
    }

    private static String name(Exhibit exhibit, Theme theme, int scale) {
        return exhibit.name() + (theme.dark() ? "-dark" : "-light") + (scale == 2 ? "@2x" : "") + ".png";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void looksAsItDid(String name, Exhibit exhibit, Theme theme, int scale) throws IOException {
        BufferedImage actual = exhibit.picture(theme, scale);
        if (RENEW != null) {
            Files.createDirectories(Path.of(RENEW));
            ImageIO.write(actual, "png", Path.of(RENEW, name).toFile());
            return;
        }
        BufferedImage expected = kept(name).orElseGet(() -> new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        Comparison comparison = new Comparison(expected, actual);
        Optional<String> fault = comparison.fault();
        if (fault.isPresent()) {
            Path folder = Files.createDirectories(Path.of("target", "golden"));
            ImageIO.write(actual, "png", folder.resolve(name).toFile());
            ImageIO.write(comparison.difference(), "png", folder.resolve("difference-" + name).toFile());
            fail(name + ": " + fault.get() + "; what it looks like now, and where that differs, is in " + folder.toAbsolutePath());
        }
    }

    @Test
    void namesAreNotUsedTwice() {
        assertEquals(Gallery.all().size(), Gallery.all().stream().map(Exhibit::name).distinct().count());
    }

    private static Optional<BufferedImage> kept(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("pictures/" + name)) {
            return in == null ? Optional.empty() : Optional.of(ImageIO.read(in));
        }
    }
}
