// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.workspace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pushpin.content.Fields;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.Place;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentSecret;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.testkit.Documents;

/** Workspaces: their boards, listed by two devices. */
final class WorkspaceTypeTest {

    private static final List<Renderer> RENDERERS = List.of(new WorkspaceView(), new WorkspaceRow());

    private final WorkspaceType type = new WorkspaceType();
    private final Doc workspace = Documents.create(type, new Seed.Blank("Mine"));

    @Test
    void boardIsListedOnceByWhateverLink() {
        Doc doc = add(add(workspace, url(1)), url(1).withParameter("via", "x"));
        assertEquals(List.of(url(1)), Workspace.boards(doc));
        assertEquals(List.of(url(1), url(2)), Workspace.boards(add(doc, url(2))));
        assertEquals(doc.heads(), Documents.perform(type, doc, Documents.ANN, act("add", "nonsense")).heads());
    }

    @Test
    void twoDevicesMayAddTheSameBoardAndEitherForgetsIt() {
        Doc ann = add(workspace, url(1));
        Doc ben = Documents.perform(type, workspace, Documents.BEN, act("add", url(1).toString()));
        Doc both = ann.merge(ben);
        assertEquals(List.of(url(1)), Workspace.boards(both));

        Doc none = Documents.perform(type, both, Documents.ANN, act("forget", url(1).toString()));
        assertEquals(List.of(), Workspace.boards(none));
        assertEquals(0, none.length(list(none)));
    }

    @Test
    void boardsAddedAtTheSameTimeAllStay() {
        Doc ben = Documents.perform(type, workspace, Documents.BEN, act("add", url(2).toString()));
        assertEquals(2, Workspace.boards(add(workspace, url(1)).merge(ben)).size());
    }

    @Test
    void rowsOpenTheirBoards() {
        View.Described list = (View.Described) new WorkspaceView().render(add(workspace, url(1)), FixedContext.of(RenderContext.WORKSPACE));
        View.Box rows = (View.Box) list.view();
        View.Described row = (View.Described) rows.children().getLast();
        assertEquals(new Intent.Open(url(1), Place.HERE), row.actions().getFirst().intent());
        assertEquals(new Intent.Create("board", Seed.blank(), "add"), list.actions().getFirst().intent());
    }

    @Test
    void titleIsAString() {
        Doc doc = Documents.perform(type, workspace, Documents.ANN, new Intent.Rename("Ours\n"));
        assertEquals(Optional.of(Scalar.of("Ours")), doc.get(ObjectId.ROOT, "title"));
        assertEquals("Ours", type.summarize(doc).title());
    }

    @Test
    void linkSeedsTheList() {
        assertEquals(List.of(url(3)), Workspace.boards(Documents.create(type, new Seed.Link(url(3)))));
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostileAndHuge()) {
            for (Renderer renderer : RENDERERS) {
                for (String context : List.of(RenderContext.WORKSPACE, RenderContext.LIST, RenderContext.TITLE_BAR)) {
                    renderer.render(doc, FixedContext.of(context));
                }
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
        }
    }

    @Test
    void longListIsCutShort() {
        Doc doc = Documents.change(workspace, Documents.ANN, edit -> {
            for (int i = 0; i < 1000; i++) edit.insert(list(workspace), i, Scalar.of(url(i).toString()));
        });
        View.Described view = (View.Described) new WorkspaceView().render(doc, FixedContext.of(RenderContext.WORKSPACE));
        assertTrue(((View.Box) view.view()).children().getLast().toString().contains("and 500 more"));
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        for (Doc doc : hostile()) {
            for (Intent intent : Documents.intents()) Documents.perform(type, doc, Documents.BEN, intent);
        }
    }

    @Test
    void isNotOfferedInMenus() {
        assertFalse(type.descriptor(Locale.ENGLISH).listed());
    }

    private List<Doc> hostileAndHuge() {
        List<Doc> bad = new ArrayList<>(hostile());
        bad.addAll(Documents.huge(add(workspace, url(1)), ObjectId.ROOT, "title"));
        return bad;
    }

    private List<Doc> hostile() {
        return Documents.hostile(add(workspace, url(1)), ObjectId.ROOT, "title", "boards", "contacts");
    }

    private Doc add(Doc doc, DocumentUrl url) {
        return Documents.perform(type, doc, Documents.ANN, act("add", url.toString()));
    }

    private static Intent act(String name, String url) {
        return new Intent.Act(name, Map.of("url", Scalar.of(url)));
    }

    private static ObjectId list(Doc doc) {
        return Fields.root(doc).object("boards", ObjectType.LIST).orElseThrow();
    }

    private static DocumentUrl url(int n) {
        DocumentId id = new DocumentId(Bytes.concat(Bytes.of((byte) n, (byte) (n >> 8)), Bytes.zeros(30)));
        return DocumentUrl.of(id, "board", DocumentSecret.of(Bytes.zeros(16)));
    }
}
