// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.UnavailableException;
import org.pushpin.repo.internal.link.LinkBudget;
import org.pushpin.repo.internal.replication.Replica;

class LinksTest {

    private final Rig rig = new Rig(30);
    private final Rig far = new Rig(31);

    private DocHandle board(DocHandle... cards) {
        return rig.repo.create(null, edit -> {
            ObjectId map = edit.putObject(ObjectId.ROOT, "cards", ObjectType.MAP);
            for (int i = 0; i < cards.length; i++) {
                edit.put(edit.putObject(map, "c" + i, ObjectType.MAP), "url", cards[i].url("text").toString());
            }
        });
    }

    @Test
    void whatIsLinkedBecomesWantedWithItsSecret() {
        DocHandle card = far.text("far away");
        DocHandle board = board(card);
        rig.settle();

        Replica replica = rig.repo.replica();
        assertEquals(List.of(board.id(), card.id()), List.copyOf(replica.documents()));
        assertTrue(replica.wanted(card.id()));
        assertFalse(replica.wanted(board.id()));
        assertEquals(replica.secret(card.id()), card.url("text").secret().orElseThrow());
        rig.restart();
        assertTrue(rig.repo.replica().wanted(card.id()));
        assertTrue(rig.repo.local(card.id()).isEmpty());
    }

    @Test
    void linksAreFoundInTextsToo() {
        DocHandle card = far.text("far away");
        DocHandle note = rig.text("look here: " + card.url("text") + ", and here");
        rig.settle();

        assertTrue(rig.repo.replica().wanted(card.id()));
        Rig.type(note, 0, Rig.textOf(note.current()).length(), "gone");
        rig.settle();
        assertTrue(rig.repo.documents().contains(card.id()), "what was wanted once stays wanted");
    }

    @Test
    void blobsAreLinkedByTheirId() throws Exception {
        var stage = rig.repo.blobs().importBytes("a picture".getBytes()).toCompletableFuture();
        rig.settle();
        BlobId blob = stage.get().id();
        DocHandle image = rig.repo.create(null, edit -> edit.put(ObjectId.ROOT, "blob", "pushpin-blob:/" + blob));
        rig.settle();

        assertEquals(Set.of(blob), Set.copyOf(rig.repo.replica().blobs(image.id())));
        rig.restart();
        assertEquals(Set.of(blob), Set.copyOf(rig.repo.replica().blobs(image.id())));
    }

    @Test
    void linksThatWereNotCrawledBeforeAKillAreCrawledAfter() {
        DocHandle card = far.text("far away");
        DocHandle board = board();
        rig.settle();
        board.change(null, edit -> edit.put(ObjectId.ROOT, "link", card.url("text").toString()));
        rig.scheduler.run();
        assertTrue(board.saved());
        assertFalse(rig.repo.documents().contains(card.id()));

        rig.restart();
        rig.settle();

        assertTrue(rig.repo.replica().wanted(card.id()));
    }

    @Test
    void linksAreFollowedDownToALimit() {
        List<DocHandle> chain = new ArrayList<>(List.of(far.text("the end")));
        for (int i = 0; i < LinkBudget.DEPTH + 2; i++) {
            String link = chain.get(i).url("text").toString();
            chain.add(far.repo.create(null, edit -> edit.put(ObjectId.ROOT, "next", link)));
        }
        far.settle();
        rig.adopt(far, chain.get(chain.size() - 1));

        for (int i = chain.size() - 1; i >= 0; i--) {
            DocumentId id = chain.get(i).id();
            boolean followed = chain.size() - 1 - i <= LinkBudget.DEPTH;
            assertEquals(followed, rig.repo.documents().contains(id), "depth " + (chain.size() - 1 - i));
            if (followed) {
                rig.repo.replica().acceptGenesis(id, far.repo.replica().genesis(id).orElseThrow());
                far.sendTo(rig, id);
                rig.settle();
            }
        }
    }

    @Test
    void aLinkWithoutSecretToAnUnknownDocumentIsUnavailable() {
        DocHandle elsewhere = far.text("x");
        var stage = rig.repo.open(elsewhere.url("text").withoutCapability()).toCompletableFuture();

        ExecutionException failure = org.junit.jupiter.api.Assertions.assertThrows(ExecutionException.class, stage::get);
        assertTrue(failure.getCause() instanceof UnavailableException);
    }

    @Test
    void openGivesWhatIsHereAndWaitsForWhatIsNot() throws Exception {
        DocHandle here = rig.text("x");
        rig.settle();
        var opened = rig.repo.open(here.url("text").withoutCapability()).toCompletableFuture();
        rig.settle();
        assertEquals(here.id(), opened.get().id());

        var waiting = rig.repo.open(far.text("y").url("text")).toCompletableFuture();
        rig.settle();
        assertFalse(waiting.isDone());
    }

    @Test
    void whatIsTooDeepIsSaidAndFollowedWhenSomebodySaysSo() {
        List<DocHandle> chain = new ArrayList<>(List.of(far.text("the end")));
        for (int i = 0; i < LinkBudget.DEPTH + 1; i++) {
            String link = chain.get(i).url("text").toString();
            chain.add(far.repo.create(null, edit -> edit.put(ObjectId.ROOT, "next", link)));
        }
        far.settle();
        rig.adopt(far, chain.get(chain.size() - 1));
        for (int i = chain.size() - 1; i > 0; i--) {
            rig.repo.replica().acceptGenesis(chain.get(i).id(), far.repo.replica().genesis(chain.get(i).id()).orElseThrow());
            far.sendTo(rig, chain.get(i).id());
            rig.settle();
        }
        DocumentId end = chain.get(0).id();
        assertFalse(rig.repo.documents().contains(end));
        assertTrue(rig.repo.linkLimits().reached());
        assertEquals(1, rig.notices.stream().filter(notice -> notice.kind() == Notice.Kind.LIMIT).count(), "said once");

        rig.repo.followFurther();
        rig.settle();

        assertTrue(rig.repo.replica().wanted(end));
        assertFalse(rig.repo.linkLimits().reached());
        assertEquals(2 * LinkBudget.DEPTH, rig.repo.linkLimits().depth());
        rig.restart();
        rig.settle();
        assertEquals(2 * LinkBudget.DEPTH, rig.repo.linkLimits().depth(), "remembered");
        assertEquals(chain.size() - 1, rig.repo.linkLimits().documentsFollowed());
    }

    @Test
    void whatLinksHereIsKnownAndFollowsChanges() {
        DocHandle card = rig.text("card");
        DocHandle board = board(card);
        DocHandle note = rig.text("see " + card.url("text"));
        rig.settle();
        assertEquals(List.of(board.id(), note.id()), rig.repo.linking(card.id(), 10));
        assertEquals(List.of(board.id()), rig.repo.linking(card.id(), 1));
        assertEquals(List.of(), rig.repo.linking(board.id(), 10));

        Rig.type(note, 0, 6, "");
        rig.settle();
        assertEquals(List.of(board.id()), rig.repo.linking(card.id(), 10), "the link is broken");
        note.undo();
        rig.restart();
        rig.settle();
        assertEquals(List.of(board.id()), rig.repo.linking(card.id(), 10), "the undo was lost");
    }
}
