// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule fails on a small project that breaks it, and passes one that does not. */
class RulesTest {
    private static final ArrowMap MAP = ArrowMap.parse("""
            crdt    ->               # nothing
            repo    -> crdt
            card.*  -> crdt, repo.Address, org.sqlite
            """);

    @TempDir
    Path folder;

    @Test
    void arrowsOfTheMapPass() throws IOException {
        bundle("org.pushpin.crdt", "");
        bundle("org.pushpin.repo", "Import-Package: org.pushpin.crdt;version=\"[1,2)\",javax.imageio\n");
        bundle("org.pushpin.card.a", "Import-Package: org.sqlite;version=\"[3,4)\"\n");
        source("org.pushpin.repo", "org.pushpin.repo", "A", "import org.pushpin.crdt.B; class A { java.util.List<B> b; }");

        assertEquals(List.of(), ArrowRule.check(MAP, read()));
    }

    @Test
    void arrowInAManifestIsFound() throws IOException {
        bundle("org.pushpin.repo", "");
        bundle("org.pushpin.crdt", "Import-Package: org.pushpin.repo;version=\"[1,2)\"\n");

        expect("arrow org.pushpin.crdt -> org.pushpin.repo is not on the map", ArrowRule.check(MAP, read()));
    }

    @Test
    void arrowInRequireBundleIsFound() throws IOException {
        bundle("org.pushpin.repo", "");
        bundle("org.pushpin.crdt", "Require-Bundle: org.pushpin.repo\n");

        expect("arrow org.pushpin.crdt -> org.pushpin.repo", ArrowRule.check(MAP, read()));
    }

    @Test
    void arrowInAnImportIsFound() throws IOException {
        bundle("org.pushpin.repo", "");
        bundle("org.pushpin.crdt", "");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "import org.pushpin.repo.Repo; class A {}");

        expect("arrow org.pushpin.crdt -> org.pushpin.repo", ArrowRule.check(MAP, read()));
    }

    @Test
    void arrowInAQualifiedNameIsFound() throws IOException {
        bundle("org.pushpin.repo", "");
        bundle("org.pushpin.crdt", "");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "class A { Object o = org.pushpin.repo.Repo.open(); }");

        expect("arrow org.pushpin.crdt -> org.pushpin.repo", ArrowRule.check(MAP, read()));
    }

    @Test
    void arrowBetweenSiblingsIsFound() throws IOException {
        bundle("org.pushpin.card.a", "");
        bundle("org.pushpin.card.b", "Import-Package: org.pushpin.card.a\n");

        expect("arrow org.pushpin.card.b -> org.pushpin.card.a", ArrowRule.check(MAP, read()));
    }

    @Test
    void oneTypeMayBeAllowedAlone() throws IOException {
        bundle("org.pushpin.repo", "");
        bundle("org.pushpin.card.a", "Import-Package: org.pushpin.repo\n");
        source("org.pushpin.card.a", "org.pushpin.card.a", "A", "import org.pushpin.repo.Address; class A {}");
        assertEquals(List.of(), ArrowRule.check(MAP, read()));

        source("org.pushpin.card.a", "org.pushpin.card.a", "B", "import org.pushpin.repo.Repo; class B {}");

        expect("arrow org.pushpin.card.a -> org.pushpin.repo", ArrowRule.check(MAP, read()));
    }

    @Test
    void libraryOfAnotherIsFound() throws IOException {
        bundle("org.pushpin.repo", "Import-Package: org.sqlite\n");

        expect("must not use the library package org.sqlite", ArrowRule.check(MAP, read()));
    }

    @Test
    void bundleWithoutARowIsFound() throws IOException {
        bundle("org.pushpin.stranger", "");

        expect("has no row", ArrowRule.check(MAP, read()));
    }

    @Test
    void reachInsideIsFound() throws IOException {
        bundle("org.pushpin.crdt", "");
        bundle("org.pushpin.repo", "");
        source("org.pushpin.repo", "org.pushpin.repo", "A", "import org.pushpin.crdt.internal.B; class A {}");

        expect("reaches into the inside of org.pushpin.crdt", ArrowRule.check(MAP, read()));
    }

    @Test
    void cycleOfPackagesIsFound() throws IOException {
        bundle("org.pushpin.repo", "");
        source("org.pushpin.repo", "org.pushpin.repo.internal.a", "A", "import org.pushpin.repo.internal.b.B; class A {}");
        source("org.pushpin.repo", "org.pushpin.repo.internal.b", "B", "import org.pushpin.repo.internal.c.C; class B {}");
        source("org.pushpin.repo", "org.pushpin.repo.internal.c", "C", "class C { org.pushpin.repo.internal.a.A a; }");
        source("org.pushpin.repo", "org.pushpin.repo.internal.d", "D", "import org.pushpin.repo.internal.a.A; class D {}");

        List<Violation> found = CycleRule.check(read());

        expect("packages in a cycle: org.pushpin.repo.internal.a, org.pushpin.repo.internal.b, org.pushpin.repo.internal.c",
                found);
        assertEquals(1, found.size());
    }

    @Test
    void layersAreNoCycle() throws IOException {
        bundle("org.pushpin.repo", "");
        source("org.pushpin.repo", "org.pushpin.repo.internal.a", "A", "import org.pushpin.repo.internal.b.B; class A {}");
        source("org.pushpin.repo", "org.pushpin.repo.internal.b", "B", "class B { B b; }");

        assertEquals(List.of(), CycleRule.check(read()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "static int count;",
        "private static String last = null;",
        "static final java.util.List<String> NAMES = new java.util.ArrayList<>();",
        "static final Map<String, String> NAMES = new ConcurrentHashMap<>();",
        "static final Set<String> NAMES = ConcurrentHashMap.newKeySet();",
        "static final AtomicLong NEXT = new AtomicLong();",
        "static final ThreadLocal<Object> CURRENT = ThreadLocal.withInitial(Object::new);",
        "static final int[] TABLE = new int[4]; void set() { TABLE[0] = 1; }",
        "static final int[] TABLE = new int[4]; void set() { A.TABLE[0]++; }",
        "static final long[][] TABLE = new long[4][4]; void set() { TABLE[0][1] ^= 1; }",
        "enum E { X; static E last; }",
        "record R(int i) { static int made; }",
    })
    void changingStateIsFound(String member) throws IOException {
        bundle("org.pushpin.crdt", "");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "class A { " + member + " }");

        assertEquals(1, StateRule.check(read()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "static final int MAX = 4;",
        "static final java.util.List<String> NAMES = java.util.List.of();",
        "static final int[] TABLE = {1, 2}; int get(int[] other) { other[0] = 1; return TABLE[0]; }",
        "static final int[] TABLE = new int[4]; static { TABLE[0] = 1; }",
        "interface I { int[] X = {1}; }",
        "enum E { X, Y }",
        "int count; final java.util.List<String> names = new java.util.ArrayList<>();",
        "static final Map<String, Integer> INDEX = Map.copyOf(new HashMap<>());",
    })
    void constantsPass(String member) throws IOException {
        bundle("org.pushpin.crdt", "");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "class A { " + member + " }");

        assertEquals(List.of(), StateRule.check(read()));
    }

    @Test
    void activatorsAreFound() throws IOException {
        bundle("org.pushpin.crdt", "Bundle-Activator: org.pushpin.crdt.A\n");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "class A implements org.osgi.framework.BundleActivator {}");

        List<Violation> found = BundleRule.check(read());

        expect("has a Bundle-Activator", found);
        expect("is an activator", found);
    }

    @Test
    void internalInTheExportedPackageIsFound() throws IOException {
        bundle("org.pushpin.repo", "Export-Package: org.pushpin.repo;version=\"1.0.0\"\n");
        source("org.pushpin.repo", "org.pushpin.repo", "A", "import org.pushpin.repo.internal.B; class A {}");

        expect("the exported package uses org.pushpin.repo.internal.B", BundleRule.check(read()));
    }

    @Test
    void aFrontMayUseWhatIsInsideButTheInsideMayHaveNoCycles() throws IOException {
        bundle("org.pushpin.crdt", "Export-Package: org.pushpin.crdt;version=\"1.0.0\"\n");
        source("org.pushpin.crdt", "org.pushpin.crdt", "A", "import org.pushpin.crdt.internal.a.B; class A {}");
        source("org.pushpin.crdt", "org.pushpin.crdt.internal.a", "B", "import org.pushpin.crdt.A; class B {}");

        assertEquals(List.of(), BundleRule.check(read()));
        assertEquals(List.of(), CycleRule.check(read()));

        source("org.pushpin.crdt", "org.pushpin.crdt.internal.a", "C", "import org.pushpin.crdt.internal.c.C; class C {}");
        source("org.pushpin.crdt", "org.pushpin.crdt.internal.c", "C", "import org.pushpin.crdt.internal.a.C; class C {}");

        expect("packages in a cycle: org.pushpin.crdt.internal.a, org.pushpin.crdt.internal.c", CycleRule.check(read()));
    }

    @Test
    void exportOfTheInsideIsFound() throws IOException {
        bundle("org.pushpin.crdt", "Export-Package: org.pushpin.crdt,org.pushpin.crdt.internal\n");

        expect("exports org.pushpin.crdt.internal", BundleRule.check(read()));
    }

    @Test
    void theSecondExportedPackageIsOpenToOthersAndKnowsNothingInside() throws IOException {
        bundle("org.pushpin.crdt", "Export-Package: org.pushpin.crdt,org.pushpin.crdt.sync\n");
        bundle("org.pushpin.repo", "Import-Package: org.pushpin.crdt.sync\n");
        source("org.pushpin.crdt", "org.pushpin.crdt.sync", "A", "import org.pushpin.crdt.Doc; class A {}");
        source("org.pushpin.repo", "org.pushpin.repo", "A", "import org.pushpin.crdt.sync.SyncState; class A {}");
        assertEquals(List.of(), BundleRule.check(read()));
        assertEquals(List.of(), ArrowRule.check(MAP, read()));

        source("org.pushpin.crdt", "org.pushpin.crdt.sync", "B", "import org.pushpin.crdt.internal.C; class B {}");

        expect("the exported package uses org.pushpin.crdt.internal.C", BundleRule.check(read()));
    }

    @Test
    void strayPackageIsFound() throws IOException {
        bundle("org.pushpin.crdt", "");
        source("org.pushpin.crdt", "org.pushpin.crdt.helpers", "A", "class A {}");

        expect("is neither the root package nor under .internal", BundleRule.check(read()));
    }

    @Test
    void otherSymbolicNameIsFound() throws IOException {
        write(folder.resolve("org.pushpin.crdt/META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-SymbolicName: org.pushpin.other\n");

        expect("its symbolic name differs", BundleRule.check(read()));
    }

    @Test
    void windowSystemInAHeadlessProductIsFound() throws IOException {
        write(folder.resolve("org.eclipse.swt_3.1.0.jar"), "");
        jar("org.example.views_1.0.0.jar", "org.eclipse.swt.widgets;version=\"[3,4)\"");
        jar("org.example.fine_1.0.0.jar", "org.eclipse.swt.widgets;resolution:=optional,org.example");

        List<Violation> found = ProductRule.checkHeadless(folder);

        expect("belongs to a window system", found);
        expect("needs org.eclipse.swt.widgets", found);
        assertEquals(2, found.size());
    }

    @Test
    void exampleInAProductIsFound() throws IOException {
        write(folder.resolve("org.pushpin.example.poll_1.0.0.jar"), "");
        write(folder.resolve("org.pushpin.content_1.0.0.jar"), "");

        List<Violation> found = ProductRule.checkNoExamples(folder);

        expect("is not to be part of a product", found);
        assertEquals(1, found.size());
    }

    private List<BundleFolder> read() {
        return BundleFolder.readAll(folder);
    }

    private void bundle(String name, String headers) throws IOException {
        write(folder.resolve(name).resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-SymbolicName: " + name + ";singleton:=true\n" + headers);
    }

    private void source(String bundle, String packageName, String type, String code) throws IOException {
        Path file = folder.resolve(bundle).resolve("src").resolve(packageName.replace('.', '/')).resolve(type + ".java");
        write(file, "package " + packageName + ";\n" + code + "\n");
    }

    private void jar(String name, String imports) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Import-Package", imports);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void expect(String what, List<Violation> found) {
        assertTrue(found.stream().anyMatch(v -> v.what().contains(what)), () -> "expected \"" + what + "\" among " + found);
    }
}
