// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Repo;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.Stage;
import org.pushpin.scene.Transfer;

/**
 * What a stranger sends becomes a card that says what it is, opens no connection, and is looked at by other threads: what
 * the ui thread allocates does not grow with it.
 */
class HostileCardsTest {

    /** A megabyte of text is two of these; pictures are hundreds. For several cards and their frames. */
    private static final long MOST_ALLOCATED = 48 << 20;
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final Window window = new Window();
    private final AtomicInteger asked = new AtomicInteger();
    private final ProxySelector before = ProxySelector.getDefault();
    private ServerSocket server;
    private HostileFiles files;
    private Stage stage;
    private UiWork work;

    @BeforeEach
    void onANewBoardNearAServerThatNobodyMayAsk() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                    asked.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        ProxySelector.setDefault(new Counting());
        files = new HostileFiles(folder, "http://127.0.0.1:" + server.getLocalPort());
        window.await("the first board", window::showsBoard);
        int tabs = window.tabs();
        window.perform("org.pushpin.newBoard");
        window.await("a new board", () -> window.tabs() == tabs + 1 && window.showsBoard()
                && window.canvas().stage().accessible().children().isEmpty());
        stage = window.canvas().stage();
        work = new UiWork();
    }

    @AfterEach
    void nobodyWasAskedAndTheWindowStayedAwake() throws IOException {
        ProxySelector.setDefault(before);
        server.close();
        assertEquals(0, asked.get(), "connections");
        System.out.printf("%s: the ui thread's longest event took %.0f ms, all of them %,d bytes%n", folder.getFileName(),
                work.longestMillis(), work.allocated());
        assertTrue(work.allocated() < MOST_ALLOCATED, "the ui thread allocated " + work.allocated());
    }

    /** Whoever opens a URL asks it first. */
    private final class Counting extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            asked.incrementAndGet();
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        }
    }

    @Test
    void picturesTooLargeSaySo() throws IOException {
        drop("huge.png", HostileFiles.hugePng(), "too large to be shown: 40,000 × 40,000");
        drop("huge.jpg", HostileFiles.hugeJpeg(), "too large to be shown: 40,000 × 40,000");
        drop("lying.gif", HostileFiles.lyingGif(), "too large to be shown: 65,535 × 65,535");
    }

    @Test
    void picturesCutShortSaySo() throws IOException {
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            drop("start." + format, HostileFiles.cut(HostileFiles.picture(format), 0.05), "damaged");
        }
        drop("start.webp", "RIFF\u0010\0\0\0WEBPVP8 ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), "damaged");
        drop("cut.svg", HostileFiles.cut(files.trackingSvg().getBytes(), 0.7), "damaged");
    }

    @Test
    void aPictureThatUnpacksToMuchIsThePictureItIs() throws IOException {
        shown("bomb.png", HostileFiles.bombPng());
    }

    @Test
    void drawingsReachNothingOutside() throws IOException {
        shown("tracking.svg", files.trackingSvg().getBytes());
        shown("laughing.svg", HostileFiles.laughingSvg().getBytes());
        drop("endless.svg", HostileFiles.endlessSvg().getBytes(), "takes too long to be shown");
    }

    @Test
    void whatIsNotShownIsAFileThatSaysWhatItIs() throws IOException {
        drop("broken.pdf", "%%PDF-1.7\n1 0 obj <</S/URI/URI(%s)>> xref".formatted(files.server()).getBytes(), "broken.pdf");
        drop("tracking.html", files.trackingHtml().getBytes(), "tracking.html");
    }

    @Test
    void whatIsCopiedFromAPageFetchesNothing() {
        Transfer page = new Transfer("Offer", "", List.of(), Optional.empty(), files.trackingHtml());
        work.run(() -> stage.drop(page, 300, 200));
        await("the page's text", card -> says(card, "Offer"));
    }

    @Test
    void textsWithoutEndStayCards() {
        String line = "word ".repeat(MEGABYTE / 5);
        for (String text : List.of(line, "x".repeat(MEGABYTE), "A" + "\u0301".repeat(20_000) + " zalgo",
                "\u202E\u2067\u2066\u202A".repeat(5_000) + " turned", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 ".repeat(2_000))) {
            int count = cards().size();
            work.run(() -> stage.drop(Transfer.text(text), 300, 150 + 20 * count));
            await("a card of " + text.length(), card -> cards().size() == count + 1 && painted(count + 1));
        }
    }

    @Test
    void documentsFromAPeerMaySayAnything() {
        DocumentFactory factory = window.service(DocumentFactory.class);
        String title = "title ".repeat(MEGABYTE / 6);
        DocumentUrl file = document("file", edit -> title(edit, title), "application/pdf");
        DocumentUrl picture = document("image", edit -> {
            title(edit, title);
            edit.put(ObjectId.ROOT, "width", Double.NaN);
            edit.put(ObjectId.ROOT, "height", -1e300);
            edit.put(ObjectId.ROOT, "blob", files.server() + "/blob.png");
        }, "image/png");
        DocumentUrl board = factory.create("board", new Seed.Blank(title));
        factory.place(stage.url(), List.of(file, picture, board), null);
        await("the peer's cards", card -> cards().size() == 3 && says(card, "There is no picture here"));
        assertTrue(cards().stream().anyMatch(card -> says(card, "There is no file here")));
    }

    // what the tests speak of

    private DocumentUrl document(String type, java.util.function.Consumer<Edit> content, String mediaType) {
        return window.service(Repo.class).create(null, edit -> {
            content.accept(edit);
            edit.put(ObjectId.ROOT, "mediaType", mediaType);
            edit.put(ObjectId.ROOT, "size", Long.MAX_VALUE);
            edit.put(ObjectId.ROOT, "name", "../../\u202Efdp.exe");
        }).url(type);
    }

    private static void title(Edit edit, String text) {
        ObjectId title = edit.putObject(ObjectId.ROOT, "title", ObjectType.TEXT);
        edit.splice(title, 0, 0, text);
    }

    /** Drops a file; a card comes that says something. */
    private void drop(String name, byte[] bytes, String message) throws IOException {
        Path file = files.write(name, bytes);
        int count = cards().size();
        work.run(() -> stage.drop(Transfer.files(List.of(file)), 300, 150 + 30 * count));
        await(name + " with " + message, card -> says(card, message) && cards().size() == count + 1);
    }

    /** Drops a file; a card comes that shows it. */
    private void shown(String name, byte[] bytes) throws IOException {
        Path file = files.write(name, bytes);
        long pictures = pictures();
        work.run(() -> stage.drop(Transfer.files(List.of(file)), 300, 150 + 30 * cards().size()));
        await(name + " as a picture", card -> pictures() == pictures + 1);
    }

    private long pictures() {
        return cards().stream().filter(card -> all(card).anyMatch(part -> part.role() == Role.IMAGE)).count();
    }

    private void await(String what, Predicate<Accessible> card) {
        try {
            work.await(what, () -> cards().stream().anyMatch(card));
        } catch (AssertionError late) {
            List<String> there = cards().stream().flatMap(HostileCardsTest::all).map(part -> part.name() + part.value())
                    .map(text -> text.substring(0, Math.min(80, text.length()))).toList();
            throw new AssertionError(what + " among " + there, late);
        }
    }

    private boolean painted(int cards) {
        return stage.frame().sprites().stream().map(sprite -> sprite.key().replaceAll("#.*", "")).distinct().count() >= cards;
    }

    private List<Accessible> cards() {
        return stage.accessible().children();
    }

    private static boolean says(Accessible card, String message) {
        return all(card).anyMatch(part -> part.name().contains(message) || part.value().contains(message));
    }

    private static Stream<Accessible> all(Accessible node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(HostileCardsTest::all));
    }
}
