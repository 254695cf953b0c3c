// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.image.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.BlobRef;
import org.pushpin.content.Descriptor;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.Preview;
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

/** Pictures: made from a blob, renamed by two, shown, and broken. */
final class ImageTypeTest {

    private static final List<String> CONTEXTS = List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST,
            RenderContext.TITLE_BAR, "thread");
    private static final List<Renderer> RENDERERS = List.of(new ImageCard(), new ImageRow(), new ImageTitleBar());

    private static final BlobRef BLOB = new BlobRef(new BlobId(Bytes.zeros(32)), 2_413_000, "image/jpeg", "river-bend.jpg");

    private final ImageType type = new ImageType();

    @Test
    void documentNamesTheFile() {
        ImageFields fields = ImageFields.of(document());
        assertEquals(Optional.of(BLOB), fields.file().blob());
        assertEquals("river-bend", fields.file().title());
        assertEquals(new Summary("river-bend", "river-bend.jpg"), type.summarize(document()));
        assertEquals("river-bend.jpg · 2.4\u00a0MB", ImageCard.detail(fields, FixedContext.of(RenderContext.BOARD)));
        assertEquals("river-bend.jpg · 2,4\u00a0MB", ImageCard.detail(fields, FixedContext.of(RenderContext.BOARD).locale(Locale.GERMAN)));
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
    void readyPictureFillsTheCard() {
        Preview ready = new Preview.Ready(BLOB, Preview.IMAGE, new Size(1600, 900));
        View.Picture picture = (View.Picture) picture(RenderContext.BOARD, ready);
        assertEquals(BLOB, picture.image().blob());
        assertEquals(View.Fit.COVER, picture.fit());
        assertEquals("river-bend", picture.description());
        assertEquals(View.Fit.CONTAIN, ((View.Picture) picture(RenderContext.WORKSPACE, ready)).fit());
    }

    @Test
    void smallPictureIsNotEnlarged() {
        Preview ready = new Preview.Ready(BLOB, Preview.IMAGE, new Size(16, 16));
        assertEquals(View.Fit.CONTAIN, ((View.Picture) picture(RenderContext.BOARD, ready)).fit());
    }

    @Test
    void pictureThatIsBeingReadKeepsItsPlace() {
        View.Drawing room = (View.Drawing) picture(RenderContext.BOARD, new Preview.Pending());
        assertEquals(new Size(1600, 900), room.size());
    }

    @Test
    void missingAndBrokenPicturesSaySo() {
        String missing = picture(RenderContext.BOARD, new Preview.Missing()).toString();
        assertTrue(missing.contains("not on this device yet"));
        assertTrue(broken(Preview.Reason.DAMAGED).contains("damaged"));
        assertTrue(broken(Preview.Reason.TOO_COMPLEX).contains("takes too long"));
        assertTrue(broken(Preview.Reason.UNKNOWN).contains("not a picture"));
        assertTrue(broken(Preview.Reason.TOO_LARGE).contains("too large to be shown: 1,600 \u00d7 900 pixels"));
    }

    private String broken(Preview.Reason reason) {
        return picture(RenderContext.BOARD, new Preview.Broken(reason)).toString();
    }

    private View picture(String context, Preview preview) {
        View.Described described = (View.Described) new ImageCard().render(document(), FixedContext.of(context).preview(preview));
        View.Box card = (View.Box) described.view();
        return ((View.Box) card.children().getFirst()).children().getFirst();
    }

    @Test
    void describesItself() {
        Descriptor descriptor = type.descriptor(Locale.ENGLISH);
        assertEquals("Image", descriptor.label());
        assertEquals(3, descriptor.affinity("image/png"));
        assertEquals(0, descriptor.affinity("application/pdf"));
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
