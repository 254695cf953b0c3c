// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.file.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.BlobFields;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Descriptor;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Size;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.testkit.Documents;

/** Files: made from a blob, renamed by two, shown, and broken. */
final class FileTypeTest {

    private static final List<String> CONTEXTS = List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST,
            RenderContext.TITLE_BAR, "thread");
    private static final List<Renderer> RENDERERS = List.of(new FileCard(), new FileRow(), new FileTitleBar());

    private static final BlobRef BLOB = new BlobRef(new BlobId(Bytes.zeros(32)), 2_413_000, "image/jpeg", "river-bend.jpg");

    private final FileType type = new FileType();

    @Test
    void documentNamesTheFile() {
        BlobFields fields = BlobFields.of(document());
        assertEquals(Optional.of(BLOB), fields.blob());
        assertEquals("river-bend", fields.title());
        assertEquals(new Summary("river-bend", "river-bend.jpg"), type.summarize(document()));
        assertEquals("river-bend.jpg · 2.4\u00a0MB", FileCard.detail(fields, FixedContext.of(RenderContext.BOARD)));
        assertEquals("river-bend.jpg · 2,4\u00a0MB", FileCard.detail(fields, FixedContext.of(RenderContext.BOARD).locale(Locale.GERMAN)));
    }

    @Test
    void nameWithoutExtensionIsTheTitle() {
        for (String[] pair : new String[][] {{"a.tar.gz", "a.tar"}, {".profile", ".profile"}, {"notes", "notes"}, {"", ""}}) {
            BlobRef blob = new BlobRef(BLOB.id(), 0, "", pair[0]);
            assertEquals(pair[1], type.summarize(Documents.create(type, new Seed.Blob(blob, Optional.empty()))).title());
        }
    }

    @Test
    void concurrentRenamesMergeByCharacter() {
        Doc ann = Documents.perform(type, document(), Documents.ANN, new Intent.Rename("The river-bend"));
        ObjectId title = ann.get(ObjectId.ROOT, "title").map(value -> ((ObjectValue) value).id()).orElseThrow();
        Doc ben = Documents.perform(type, document(), Documents.BEN, new Intent.Splice(title, 10, 0, " at Mill Lane"));

        assertEquals("The river-bend at Mill Lane", type.summarize(ann.merge(ben)).title());
    }

    @Test
    void cardShowsNameSizeAndKind() {
        String card = new FileCard().render(document(), FixedContext.of(RenderContext.BOARD)).toString();
        assertTrue(card.contains("river-bend.jpg · 2.4\u00a0MB"), card);
        assertTrue(card.contains("Picture"), card);
        assertTrue(card.contains(new Intent.Export(BLOB, true).toString()) && card.contains(new Intent.Export(BLOB, false).toString()));
    }

    @Test
    void kindsAreToldByTheirMediaType() {
        assertEquals("PDF document", FileKind.of("application/pdf").label("application/pdf", Locale.ENGLISH));
        assertEquals("Web page", FileKind.of("text/html").label("text/html", Locale.ENGLISH));
        assertEquals("application/x-thing", FileKind.of("application/x-thing").label("application/x-thing", Locale.ENGLISH));
        assertEquals("File", FileKind.of("application/octet-stream").label("application/octet-stream", Locale.ENGLISH));
        assertEquals(FileKind.VIDEO, FileKind.of("video/x-anything"));
        for (FileKind kind : FileKind.values()) {
            assertTrue(!kind.label("application/octet-stream", Locale.ENGLISH).startsWith("kind."), kind.name());
        }
    }

    @Test
    void documentWithoutAFileSaysSo() {
        Doc doc = Documents.create(type, new Seed.Blank("x"));
        assertTrue(new FileCard().render(doc, FixedContext.of(RenderContext.BOARD)).toString().contains("no file here"));
    }

    @Test
    void describesItself() {
        Descriptor descriptor = type.descriptor(Locale.ENGLISH);
        assertEquals("File", descriptor.label());
        assertEquals(1, descriptor.affinity("image/png"));
        assertEquals(1, descriptor.affinity("application/pdf"));
        assertTrue(!descriptor.listed());
    }

    private Doc document() {
        return Documents.create(type, new Seed.Blob(BLOB, Optional.of(new Size(1600, 900))));
    }

    private List<Doc> hostileAndHuge() {
        List<Doc> bad = new ArrayList<>(hostile());
        bad.addAll(Documents.huge(document(), ObjectId.ROOT, "title"));
        bad.addAll(Documents.huge(document(), ObjectId.ROOT, "name"));
        return bad;
    }

    private List<Doc> hostile() {
        return Documents.hostile(document(), ObjectId.ROOT, "title", "name", "mediaType", "size", "blob", "width", "height");
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostileAndHuge()) {
            for (Renderer renderer : RENDERERS) {
                for (String context : CONTEXTS) renderer.render(doc, FixedContext.of(context));
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
        }
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        for (Doc doc : hostile()) {
            for (Intent intent : Documents.intents()) Documents.perform(type, doc, Documents.BEN, intent);
        }
    }

    @Test
    void viewsAreEqualWhenDocumentsAre() {
        Doc doc = hostile().get(1);
        for (Renderer renderer : RENDERERS) {
            for (String context : CONTEXTS) {
                assertEquals(renderer.render(doc, FixedContext.of(context)), renderer.render(doc, FixedContext.of(context)));
            }
        }
    }
}
