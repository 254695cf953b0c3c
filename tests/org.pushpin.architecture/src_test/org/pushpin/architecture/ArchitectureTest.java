// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project keeps to its map. */
class ArchitectureTest {
    private static final Path ROOT = root();
    private static final List<BundleFolder> BUNDLES = BundleFolder.readAll(ROOT.resolve("bundles"));

    @Test
    void everyArrowIsOnTheMap() throws IOException {
        try (var in = ArchitectureTest.class.getResourceAsStream("arrows.txt")) {
            var map = ArrowMap.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            expectNone(ArrowRule.check(map, BUNDLES));
        }
    }

    @Test
    void packagesFormNoCycle() {
        expectNone(CycleRule.check(BUNDLES));
    }

    @Test
    void noStaticStateChanges() {
        expectNone(StateRule.check(BUNDLES));
    }

    @Test
    void bundlesHaveOneNameNoActivatorAndKeepTheirInsideInside() {
        expectNone(BundleRule.check(BUNDLES));
    }

    @Test
    void theRulesSeeTheSources() {
        long files = BUNDLES.stream().mapToLong(b -> b.sources().size()).sum();
        assertTrue(BUNDLES.size() >= 18 && files >= 60, BUNDLES.size() + " bundles, " + files + " files");
    }

    @Test
    void thePeerResolvesNoWindowSystem() throws IOException {
        expectNone(ProductRule.checkHeadless(plugins("peer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"peer", "desktop"})
    void noProductHoldsAnExample(String product) throws IOException {
        expectNone(ProductRule.checkNoExamples(plugins(product)));
    }

    /** The plug-ins of a product that this build made. Without a build (a test run by itself) there is nothing to check. */
    private static Path plugins(String product) throws IOException {
        Path built = ROOT.resolve("releng/org.pushpin.products/target/products/org.pushpin." + product + ".product");
        boolean inBuild = System.getProperty("pushpin.root") != null;
        Assumptions.assumeTrue(inBuild || Files.isDirectory(built), "the products are not built");
        try (Stream<Path> folders = Files.walk(built, 5)) {
            return folders.filter(p -> p.endsWith("plugins")).findFirst().orElseThrow();
        }
    }

    private static void expectNone(List<Violation> violations) {
        if (!violations.isEmpty()) {
            fail(violations.stream().distinct().map(Violation::toString).collect(Collectors.joining("\n", "\n", "\n")));
        }
    }

    static Path root() {
        String given = System.getProperty("pushpin.root");
        Path at = Path.of(given == null ? "" : given).toAbsolutePath();
        while (!Files.isDirectory(at.resolve("target-platform"))) {
            at = at.getParent();
        }
        return at;
    }
}
