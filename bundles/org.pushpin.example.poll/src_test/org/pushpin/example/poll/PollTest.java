// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.example.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pushpin.content.FixedContext;
import org.pushpin.content.Intent;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.content.View;
import org.pushpin.crdt.ActorId;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.testkit.Documents;

/** Polls: made, voted in by two, shown, and broken. */
final class PollTest {

    private final PollType type = new PollType();
    private final Doc poll = Documents.create(type, new Seed.Text("Where to?\n\nThe mill\nThe lock\n"));

    @Test
    void textBecomesAQuestionAndOptions() {
        assertEquals(new Summary("Where to?", "The mill\nThe lock"), type.summarize(poll));
        assertEquals(2, new Poll(Documents.create(type, Seed.blank())).options().size());
    }

    @Test
    void votesAtTheSameTimeAllCount() {
        Doc ann = vote(vote(poll, Documents.ANN, 0), Documents.ANN, 0);
        Doc ben = vote(poll, Documents.BEN, 0);
        assertEquals(3, new Poll(ann.merge(ben)).options().getFirst().votes());
    }

    @Test
    void optionsAddedAtTheSameTimeAllStay() {
        Doc ann = Documents.perform(type, poll, Documents.ANN, new Intent.Act("add"));
        Doc ben = Documents.perform(type, poll, Documents.BEN, new Intent.Act("add"));
        assertEquals(4, new Poll(ann.merge(ben)).options().size());
    }

    @Test
    void voteForWhatIsGoneIsNoVote() {
        Doc gone = Documents.perform(type, poll, Documents.BEN, act("remove", 0));
        assertEquals(1, new Poll(gone).options().size());
        assertEquals(gone.heads(), Documents.perform(type, gone, Documents.ANN, act("vote", 0)).heads());
    }

    @Test
    void buttonsVote() {
        View card = new PollCard().render(poll, FixedContext.of(RenderContext.BOARD));
        View.Described option = (View.Described) ((View.Box) card).children().get(1);
        Doc voted = Documents.perform(type, poll, Documents.ANN, option.actions().getFirst().intent());
        assertEquals(1, new Poll(voted).options().getFirst().votes());
        assertTrue(new PollCard().render(voted, FixedContext.of(RenderContext.BOARD)).toString().contains("Progress[part=1.0, label=1 vote]"));
    }

    @Test
    void speaksItsOwnLanguages() {
        assertEquals("Umfrage", type.descriptor(Locale.GERMAN).label());
        assertEquals("Poll", type.descriptor(Locale.FRENCH).label());
    }

    @Test
    void anyDocumentHasAView() {
        for (Doc doc : hostileAndHuge()) {
            for (String context : List.of(RenderContext.BOARD, RenderContext.WORKSPACE, RenderContext.LIST, RenderContext.TITLE_BAR)) {
                new PollCard().render(doc, FixedContext.of(context));
            }
            assertTrue(type.summarize(doc).title().length() <= Summary.TITLE_LIMIT);
        }
    }

    @Test
    void anyIntentIsSurvivedByAnyDocument() {
        for (Doc doc : hostile()) {
            for (Intent intent : Documents.intents()) Documents.perform(type, doc, Documents.BEN, intent);
            Documents.perform(type, doc, Documents.BEN, act("vote", 0));
        }
    }

    private List<Doc> hostileAndHuge() {
        List<Doc> bad = new ArrayList<>(hostile());
        bad.addAll(Documents.huge(poll, ObjectId.ROOT, "question"));
        bad.addAll(Documents.huge(poll, new Poll(poll).options().getFirst().id(), "label"));
        return bad;
    }

    private List<Doc> hostile() {
        List<Doc> bad = new ArrayList<>(Documents.hostile(poll, ObjectId.ROOT, "question", "options"));
        bad.addAll(Documents.hostile(poll, new Poll(poll).options().getFirst().id(), "label", "votes"));
        return bad;
    }

    private Doc vote(Doc doc, ActorId actor, int option) {
        return Documents.perform(type, doc, actor, act("vote", option));
    }

    private Intent act(String verb, int option) {
        String id = new Poll(poll).options().get(option).id().toString();
        return new Intent.Act(verb, Map.of("option", Scalar.of(id)));
    }
}
