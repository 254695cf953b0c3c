// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export.internal.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pushpin.content.Intent;
import org.pushpin.content.Fields;
import org.pushpin.content.Point;
import org.pushpin.content.Adjustment;
import org.pushpin.content.Placement;
import org.pushpin.content.Seed;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.export.Importer;
import org.pushpin.export.Progress;
import org.pushpin.export.internal.cards.Content;
import org.pushpin.export.internal.cards.Json;
import org.pushpin.export.internal.fixture.Desk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Canvases of other programs come in, go out again, and are the same; boards of ours likewise. */
final class CanvasTest {

    /** As in the repository of the specification, where it is the only sample. */
    static final String SAMPLE = """
            {
            	"nodes":[
            		{"id":"754a8ef995f366bc","type":"group","x":-300,"y":-460,"width":610,"height":200,"label":"JSON Canvas"},
            		{"id":"8132d4d894c80022","type":"file","file":"readme.md","x":-280,"y":-200,"width":570,"height":560,"color":"6"},
            		{"id":"7efdbbe0c4742315","type":"file","file":"_site/logo.svg","x":-280,"y":-440,"width":217,"height":80},
            		{"id":"59e896bc8da20699","type":"text","text":"Learn more:\\n\\n- [Apps](/docs/apps.md)\\n- [Spec](spec/1.0.md)\\n- [Github](https://github.com/obsidianmd/jsoncanvas)","x":40,"y":-440,"width":250,"height":160},
            		{"id":"0ba565e7f30e0652","type":"file","file":"spec/1.0.md","x":360,"y":-400,"width":400,"height":400}
            	],
            	"edges":[
            		{"id":"6fa11ab87f90b8af","fromNode":"7efdbbe0c4742315","fromSide":"right","toNode":"59e896bc8da20699","toSide":"left"}
            	]
            }
            """;

    /** Every field of the specification, and what it does not know. */
    private static final String EVERYTHING = """
            {"version":{"of":"another program","at":1.50},
            "nodes":[
            {"id":"t","type":"text","text":"Two\\r\\nlines","x":1,"y":2,"width":300,"height":60,"color":"#FF0000","styleAttributes":{"shape":null}},
            {"id":"l","type":"link","url":"https://a.example/?q=1","x":400,"y":2.5,"width":300,"height":60},
            {"id":"f","type":"file","file":"sub/note.md","subpath":"#Heading","x":1,"y":200,"width":10,"height":9000,"color":"2"},
            {"id":"g","type":"group","x":-10,"y":-10,"width":5000,"height":600,"label":" Two\\nlines ","background":"bg.png","backgroundStyle":"cover"},
            {"id":"gg","type":"group","x":390,"y":0,"width":320,"height":80,"color":"4"},
            {"id":"unknown","type":"portal","x":1,"y":1,"width":1,"height":1},
            {"id":"broken","type":"text","text":"no place"},
            {"id":"far","type":"text","text":"","x":9007199254740991,"y":-5e9,"width":100,"height":100}
            ],
            "edges":[
            {"id":"e2","fromNode":"t","toNode":"l","fromEnd":"arrow","toEnd":"none","label":"says","color":"5"},
            {"id":"e1","fromNode":"t","fromSide":"top","toNode":"f","toSide":"bottom","toEnd":"arrow","weight":7},
            {"id":"loop","fromNode":"t","toNode":"t"},
            {"id":"nowhere","fromNode":"t","toNode":"gone"},
            {"id":"group","fromNode":"g","toNode":"t","fromEnd":"circle"}
            ]}
            """;

    @TempDir
    Path folder;
    private final Desk desk = new Desk();

    private Path put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Importer.Imported read(Path canvas) throws IOException {
        return new CanvasImport(desk.maker(), Progress.NONE).read(canvas);
    }

    private Path write(DocumentUrl board, String name) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        new CanvasExport(desk.repo, desk.posters).write(board, out, name, Progress.NONE);
        return out.resolve(name + ".canvas");
    }

    private void sameAfterARound(String canvas) throws IOException {
        Path in = put("in/My canvas.canvas", canvas);
        Path out = write(read(in).url(), "My canvas");
        assertEquals(Json.parse(canvas), Json.read(out));
    }

    @Test
    void theSampleOfTheSpecificationComesBackWithItsFiles() throws IOException {
        put("in/readme.md", "---\ntitle: x\n---\n# JSON Canvas\n");
        put("in/spec/1.0.md", "# Spec\n");
        Path in = put("in/sample.canvas", SAMPLE);
        Importer.Imported imported = read(in);
        assertEquals(List.of("_site/logo.svg: there is no such file"), imported.problems());
        Path out = write(imported.url(), "sample");
        assertEquals(Json.parse(SAMPLE), Json.read(out));
        for (String file : List.of("readme.md", "spec/1.0.md")) {
            assertEquals(Files.readString(folder.resolve("in").resolve(file)), Files.readString(out.resolveSibling(file)));
        }
    }

    @Test
    void everyFieldAndEveryUnknownOneComesBack() throws IOException {
        put("in/sub/note.md", "A note");
        sameAfterARound(EVERYTHING);
    }

    @Test
    void smallCanvasesComeBack() throws IOException {
        sameAfterARound("{\"nodes\":[],\"edges\":[]}");
        assertEquals(Json.parse("{\"nodes\":[],\"edges\":[]}"), Json.read(write(read(put("in/e.canvas", "")).url(), "e")));
    }

    @Test
    void theSampleIsABoard() throws IOException {
        put("in/readme.md", "---\ntitle: x\n---\n# JSON Canvas\n");
        DocumentUrl board = read(put("in/sample.canvas", SAMPLE)).url();
        BoardFields fields = BoardFields.of(desk.document(board));
        assertEquals("sample", fields.root().string("title"));
        List<BoardFields.Entry> entries = fields.entries();
        assertEquals("JSON Canvas", entries.getFirst().fields().string("title"));
        assertTrue(entries.getFirst().isFrame());
        assertEquals(List.of("", "", "754a8ef995f366bc", "754a8ef995f366bc", ""), entries.stream().map(entry -> entry.fields().string("frame")).toList());
        Fields note = Fields.root(desk.document(entries.get(1).url().orElseThrow()));
        assertEquals("# JSON Canvas\n", note.string("text"));
        assertEquals("---\ntitle: x\n---\n", note.string("frontMatter"));
        assertEquals("file", entries.get(2).url().orElseThrow().contentType());
        assertTrue(fields.wires().getFirst().fields().isTrue("toArrow"));
    }

    @Test
    void whatWasChangedOnTheBoardIsWrittenAndTheRestStays() throws IOException {
        DocumentUrl board = read(put("in/c.canvas", EVERYTHING)).url();
        desk.perform(board, new Intent.Arrange(Map.of("t", Adjustment.move(new Point(100, 2)))));
        desk.perform(board, new Intent.Act("paint", Map.of("item", org.pushpin.crdt.Scalar.of("gg"), "color", org.pushpin.crdt.Scalar.of("royal"))));
        desk.perform(board, new Intent.Remove(java.util.Set.of("l")));
        JsonObject canvas = Json.read(write(board, "c"));
        JsonObject text = node(canvas, "t");
        assertEquals(100, text.get("x").getAsInt());
        assertEquals("#FF0000", text.get("color").getAsString());
        assertTrue(text.has("styleAttributes"));
        assertEquals("6", node(canvas, "gg").get("color").getAsString());
        assertEquals(null, node(canvas, "l"));
        assertFalse(canvas.get("edges").toString().contains("\"e2\""), "an arrow to a card that is gone");
    }

    private static JsonObject node(JsonObject canvas, String id) {
        for (JsonElement node : canvas.getAsJsonArray("nodes")) if (Json.string(node.getAsJsonObject(), "id").equals(id)) return node.getAsJsonObject();
        return null;
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        put("secret.md", "secret");
        Files.createDirectories(folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/link.md"), folder.resolve("secret.md"));
        for (String path : List.of("../secret.md", "a/../../secret.md", folder.resolve("secret.md").toString(), "link.md", "C:\\\\secret.md", "..\\\\secret.md", "", "a\\u0000b", ".")) {
            String canvas = "{\"nodes\":[{\"id\":\"a\",\"type\":\"file\",\"file\":\"" + path + "\",\"x\":0,\"y\":0,\"width\":100,\"height\":100}],\"edges\":[]}";
            Importer.Imported imported = read(put("in/hostile.canvas", canvas));
            assertEquals(1, imported.problems().size(), path);
            BoardFields.Entry entry = BoardFields.of(desk.document(imported.url())).entries().getFirst();
            assertEquals("file", entry.url().orElseThrow().contentType());
            assertFalse(org.pushpin.export.internal.cards.Content.of(desk.document(entry.url().get())).toString().contains("\"secret\""), path);
            Path out = write(imported.url(), "hostile");
            assertEquals(Json.parse(canvas), Json.read(out), path);
            try (Stream<Path> files = Files.walk(out.getParent())) {
                assertEquals(2, files.count(), "nothing but the canvas is written");
            }
        }
    }

    @Test
    void senselessFilesAreRefusedInOneLine() throws IOException {
        for (String text : List.of("[]", "{", "nonsense", "{} {}", "{\"a\":".repeat(5000), "{\"nodes\":[NaN]}")) {
            String message = assertThrows(IOException.class, () -> read(put("in/x.canvas", text)), text.substring(0, Math.min(20, text.length()))).getMessage();
            assertEquals(1, message.lines().count());
        }
        for (String text : List.of("{\"nodes\":7}", "{\"nodes\":[null,1,\"a\",[],{}],\"edges\":{}}", "{\"pushpin\":{\"background\":{}}}")) read(put("in/x.canvas", text));
    }

    @Test
    void whatOurOwnMemberClaimsIsNotBelieved() throws IOException {
        String node = "{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"text\":\"t\",\"x\":0,\"y\":0,\"width\":100,\"height\":100,\"pushpin\":%s}],\"edges\":[]}";
        for (String own : List.of("{\"type\":\"workspace\",\"document\":{\"boards\":[]}}", "{\"document\":{\"text\":{\"text\":\"other\"}}}",
                "{\"document\":{\"text\":{\"text\":7}}}", "{\"frame\":\"none\",\"x\":1e300,\"auto\":\"x\"}")) {
            DocumentUrl board = read(put("in/x.canvas", node.formatted(own))).url();
            DocumentUrl card = BoardFields.of(desk.document(board)).entries().getFirst().url().orElseThrow();
            assertEquals("text", card.contentType());
            assertEquals("t", Fields.root(desk.document(card)).string("text"));
        }
        String marks = "{\"document\":{\"text\":{\"text\":\"t\",\"marks\":[[0,99,\"strong\",true]]}}}";
        assertEquals(1, read(put("in/x.canvas", node.formatted(marks))).problems().size());
    }

    @Test
    void otherProgramsGetMarksAsMarkdownAndWeGetThemBack() throws IOException {
        DocumentUrl note = desk.create("text", new Seed.Text("Slow at the bend"));
        ObjectId text = Fields.root(desk.document(note)).object("text", ObjectType.TEXT).orElseThrow();
        desk.perform(note, new Intent.Format(text, 0, 4, "strong", Scalar.of(true)));
        desk.perform(note, new Intent.Format(text, 12, 16, "link", Scalar.of("https://example.org/bend")));
        DocumentUrl board = desk.create("board", new Seed.Blank("A board"));
        desk.perform(board, new Intent.Insert(List.of(new Placement("k", note, new Point(0, 0), 200, OptionalDouble.of(100)))));

        Path out = write(board, "board");
        JsonObject node = Json.read(out).getAsJsonArray("nodes").get(0).getAsJsonObject();
        assertEquals("**Slow** at the [bend](https://example.org/bend)", node.get("text").getAsString());
        DocumentUrl back = BoardFields.of(desk.document(read(out).url())).entries().getFirst().url().orElseThrow();
        assertEquals(Content.of(desk.document(note)), Content.of(desk.document(back)));

        Files.writeString(out, Files.readString(out).replace("**Slow** at", "**Slow** before"));
        DocumentUrl edited = BoardFields.of(desk.document(read(out).url())).entries().getFirst().url().orElseThrow();
        assertEquals("**Slow** before the [bend](https://example.org/bend)", Fields.root(desk.document(edited)).string("text"),
                "what somebody else wrote counts, and reads the same");
    }

    @Test
    void boardsOnBoardsComeToo() throws IOException {
        String inner = "{\"nodes\":[{\"id\":\"b\",\"type\":\"file\",\"file\":\"outer.canvas\",\"x\":0,\"y\":0,\"width\":100,\"height\":100}],\"edges\":[]}";
        put("in/sub/inner.canvas", inner);
        DocumentUrl outer = read(put("in/outer.canvas", inner.replace("outer.canvas", "sub/inner.canvas"))).url();
        DocumentUrl in = BoardFields.of(desk.document(outer)).entries().getFirst().url().orElseThrow();
        assertEquals("inner", Fields.root(desk.document(in)).string("title"));
        assertEquals(outer, BoardFields.of(desk.document(in)).entries().getFirst().url().orElseThrow(), "paths are from the folder of the first canvas");
        JsonObject canvas = Json.read(write(outer, "outer").resolveSibling("sub/inner.canvas"));
        assertEquals(Json.parse(inner), canvas);
    }

    @Test
    void itCanBeStopped() throws IOException {
        put("in/sub/note.md", "A note");
        Path in = put("in/c.canvas", EVERYTHING);
        Progress stopped = new Progress() {
            @Override
            public void at(double part) {
                assertTrue(part >= 0 && part <= 1);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> new CanvasImport(desk.maker(), stopped).read(in));
        DocumentUrl board = read(in).url();
        Path out = Files.createDirectory(folder.resolve("stopped"));
        assertThrows(CancellationException.class, () -> new CanvasExport(desk.repo, desk.posters).write(board, out, "c", stopped));
    }

    @Test
    void anyBoardOfOursIsTheSameBoardAfterwards() throws IOException {
        for (long seed = 1; seed <= Integer.getInteger("pushpin.canvas.boards", 30); seed++) {
            int steps = 30;
            if (isSame(seed, steps)) continue;
            while (steps > 1 && !isSame(seed, steps - 1)) steps--;
            DocumentUrl board = new Boards(desk, seed).board(steps);
            Path out = write(board, "board");
            assertEquals(Boards.shown(desk, board, 1).toString(), Boards.shown(desk, read(out).url(), 1).toString(),
                    "seed " + seed + ", the first " + steps + " steps: " + Files.readString(out));
        }
    }

    private boolean isSame(long seed, int steps) throws IOException {
        DocumentUrl board = new Boards(desk, seed).board(steps);
        Path out = write(board, "board");
        Importer.Imported back = read(out);
        return back.problems().isEmpty() && Boards.shown(desk, board, 1).equals(Boards.shown(desk, back.url(), 1))
                && Json.read(out).equals(Json.read(write(back.url(), "board")));
    }

    @Test
    void theCanvasTellsNothingThatGivesAccess() throws IOException {
        DocumentUrl board = new Boards(desk, 3).board(40);
        try (Stream<Path> files = Files.walk(write(board, "board").getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String said = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFalse(said.contains("pushpin:/") || said.contains("#k"), file.toString());
            }
        }
    }

    @Test
    void namesOfFilesAreSafeEverywhere() {
        CanvasFiles files = new CanvasFiles(folder);
        assertEquals("a-b.png", files.name("a/b", ".png"));
        assertEquals("A-B 2.png", files.name("A\\B", ".png"));
        assertEquals("_con.txt", files.name("con", ".txt"));
        assertEquals("untitled", files.name("..", ""));
        assertTrue(files.name("x".repeat(500), ".png").length() < 100);
        assertFalse(files.take("a-b.png/c"));
    }
}
