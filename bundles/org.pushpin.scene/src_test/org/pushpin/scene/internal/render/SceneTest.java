// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pushpin.content.Action;
import org.pushpin.content.Icon;
import org.pushpin.content.Insets;
import org.pushpin.content.Intent;
import org.pushpin.content.Role;
import org.pushpin.content.Seed;
import org.pushpin.content.Shape;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Styled;
import org.pushpin.content.TextStyle;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crdt.ObjectId;
import org.pushpin.scene.Accessible;
import org.pushpin.scene.Sprite;
import org.pushpin.scene.internal.fixture.Theatre;
import org.pushpin.scene.internal.fixture.Types;

class SceneTest {

    private Theatre theatre = new Theatre();

    @AfterEach
    void close() {
        theatre.close();
    }

    private List<String> says(String key) {
        return theatre.stage.accessible().children().stream().filter(node -> node.key().equals(key))
                .flatMap(node -> texts(node).stream()).toList();
    }

    private static List<String> texts(Accessible node) {
        List<String> texts = new ArrayList<>();
        if (node.role() == Role.TEXT || node.role() == Role.BUTTON) texts.add(node.name() + node.value());
        node.children().forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private DocumentUrl pinAny(String key, Types.Any type) {
        theatre.add(type);
        DocumentUrl url = theatre.factory.create(type.name(), Seed.blank());
        theatre.pin(key, url, 100, 100, 200, 0);
        return url;
    }

    @Test
    void aCardWithoutPlugInIsKeptAndFollowsItsPlugIn() {
        DocumentUrl note = theatre.pin("a", "hello", 100, 100, 200, 0);
        theatre.pin("p", note.withContentType("poll"), 400, 100, 200, 0);
        theatre.open();
        assertEquals("poll", says("p").getFirst());
        assertTrue(says("p").get(1).startsWith("This card needs a plug-in"), says("p").toString());

        Types.Any poll = theatre.add(new Types.Any("poll", (doc, in) -> View.Text.of("Which day?", in.theme().body())));
        theatre.settle();
        assertEquals(List.of("Which day?"), says("p"));

        theatre.registry.remove((org.pushpin.content.Renderer) poll);
        theatre.registry.remove((org.pushpin.content.ContentType) poll);
        theatre.settle();
        assertEquals("poll", says("p").getFirst());
        assertEquals(List.of("hello"), says("a"));
    }

    /** However many cards are in sight, and whoever changes them. */
    @Test
    void aChangeToOneCardRendersOneCard() {
        AtomicInteger asked = new AtomicInteger();
        Types.Any counted = theatre.add(new Types.Any("counted", (doc, in) -> {
            asked.incrementAndGet();
            return View.Text.of(String.valueOf(doc.heads().hashCode()), in.theme().body());
        }));
        List<DocumentUrl> cards = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cards.add(theatre.factory.create(counted.name(), Seed.blank()));
            theatre.pin("c" + i, cards.getLast(), 60 + i % 4 * 250, 60 + i / 4 * 150, 200, 0);
        }
        theatre.open();
        assertEquals(12, asked.get());
        theatre.repo.handle(cards.get(5)).remote(edit -> edit.put(ObjectId.ROOT, "count", 2));
        theatre.settle();
        assertEquals(13, asked.get());
        List<String> others = theatre.stage.frame().sprites().stream().filter(sprite -> !sprite.key().startsWith("c7"))
                .map(sprite -> sprite.key() + sprite.version()).toList();
        theatre.repo.handle(theatre.board).remote(edit -> theatre.boardType.perform(new org.pushpin.content.Intent.Arrange(
                java.util.Map.of("c7", org.pushpin.content.Adjustment.move(new org.pushpin.content.Point(30, 600)))), edit));
        theatre.settle();
        assertEquals(13, asked.get());
        assertEquals(others, theatre.stage.frame().sprites().stream().filter(sprite -> !sprite.key().startsWith("c7"))
                .map(sprite -> sprite.key() + sprite.version()).toList());
    }

    @Test
    void aRendererThatThrowsCostsItsOwnCard() {
        theatre.pin("a", "hello", 400, 100, 200, 0);
        pinAny("x", new Types.Any("bad", (doc, in) -> {
            throw new IllegalStateException("secret text");
        }));
        theatre.open();
        assertEquals("bad cannot be shown", says("x").getFirst());
        assertEquals(List.of("hello"), says("a"));
    }

    @Test
    void aRendererThatDoesNotReturnIsNamedAndNotAskedAgain() {
        theatre.close();
        theatre = new Theatre(Duration.ofMillis(500));
        theatre.pin("a", "hello", 400, 100, 200, 0);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        DocumentUrl url = pinAny("x", new Types.Any("slow", (doc, in) -> {
            asked.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return View.Text.of("late", in.theme().body());
        }));
        theatre.open();
        assertEquals("slow does not answer", says("x").getFirst());

        theatre.repo.handle(url).remote(edit -> edit.put(ObjectId.ROOT, "count", 2));
        theatre.settle();
        assertEquals(1, asked.get());
        never.countDown();
    }

    @Test
    void aDocumentThatHasNotArrivedShowsAsSuchAndThenAppears() {
        DocumentUrl url = theatre.repo.unknown("text");
        theatre.pin("a", url, 100, 100, 200, 0);
        theatre.open();
        assertEquals("Not here yet", says("a").getFirst());

        theatre.repo.arrive(url, edit -> theatre.textType.create(edit, new Seed.Text("now")));
        theatre.settle();
        assertEquals(List.of("now"), says("a"));
    }

    @Test
    void aBoardThatHoldsItselfEnds() {
        theatre.pin("self", theatre.board, 100, 100, 300, 200);
        theatre.open();
        assertEquals(1, theatre.stage.accessible().children().size());
    }

    @Test
    void documentsAreNestedTwoDeepAndThenByTitle() {
        DocumentUrl[] chain = new DocumentUrl[5];
        Types.Any nest = theatre.add(new Types.Any("nest", (doc, in) -> {
            int at = java.util.Arrays.asList(chain).indexOf(in.document());
            return View.Box.column(Style.NONE, View.Text.of("level " + at, in.theme().body()),
                    at + 1 < chain.length ? new View.Embed(chain[at + 1], "board") : View.Text.of("end",
                            in.theme().body()));
        }));
        for (int i = 0; i < chain.length; i++) chain[i] = theatre.factory.create(nest.name(), Seed.blank());
        theatre.pin("n", chain[0], 100, 100, 200, 0);
        theatre.open();
        assertEquals(List.of("level 0", "level 1", "nest"), says("n"));
    }

    @Test
    void onlyWhatChangedIsRasteredAgain() {
        DocumentUrl first = theatre.pin("a", "first", 100, 100, 200, 0);
        theatre.pin("b", "second", 400, 100, 200, 0);
        theatre.open();
        long a = theatre.sprite("a").version();
        long b = theatre.sprite("b").version();

        theatre.repo.handle(first).remote(edit -> edit.splice(Types.text(edit), 0, 0, "very "));
        theatre.settle();
        assertTrue(theatre.sprite("a").version() > a);
        assertEquals(b, theatre.sprite("b").version());

        theatre.repo.handle(theatre.board).remote(edit -> edit.put(ObjectId.ROOT, "title", "x"));
        theatre.settle();
        assertEquals(b, theatre.sprite("b").version());

        theatre.stage.theme(Theme.DARK);
        theatre.settle();
        assertTrue(theatre.sprite("b").version() > b);
    }

    @Test
    void layoutDoesNotDependOnTheScreen() {
        theatre.pin("a", "A longer text that is broken into several lines of the card", 100, 100, 160, 0);
        theatre.open();
        Sprite one = theatre.sprite("a");
        theatre.stage.resize(1200, 800, 2.5);
        theatre.settle();
        Sprite large = theatre.sprite("a");
        assertEquals(one.height(), large.height(), 1);
        assertTrue(large.image().getHeight() > 2.4 * one.image().getHeight());
    }

    @Test
    void whatIsFarAwayHasNoBitmap() {
        theatre.pin("a", "near", 100, 100, 200, 0);
        theatre.pin("far", "far away", 9000, 9000, 200, 0);
        theatre.open();
        assertEquals(1, theatre.stage.frame().sprites().size());
        theatre.stage.wheel(0, 0, 8900, 8900, org.pushpin.scene.Modifiers.NONE);
        theatre.settle();
        assertEquals(List.of("far#0"), theatre.stage.frame().sprites().stream().map(Sprite::key).toList());
    }

    @Test
    void anEmptyBoardTeaches() {
        theatre.open();
        assertEquals(List.of("hint#0"), theatre.stage.frame().sprites().stream().map(Sprite::key).toList());
        assertTrue(theatre.stage.frame().dots().isPresent());
    }

    @Test
    void pressingAButtonPerformsItsIntent() {
        Action vote = new Action("vote", "Vote", Icon.CHECK, new Intent.Act("vote"));
        DocumentUrl url = pinAny("x", new Types.Any("poll", (doc, in) -> View.Box.column(Style.NONE,
                new View.Button(vote), View.Text.of("text", in.theme().body()))));
        theatre.open();
        theatre.click(115, 110);
        assertEquals(Optional.of(org.pushpin.crdt.Scalar.of("vote")),
                theatre.repo.handle(url).current().get(ObjectId.ROOT, "act"));
        theatre.key("Ctrl+Z");
        assertEquals(Optional.empty(), theatre.repo.handle(url).current().get(ObjectId.ROOT, "act"));
    }

    @Test
    void aTypeWhoseIntentThrowsChangesNothing() {
        Types.Any bad = new Types.Any("bad", (doc, in) -> new View.Button(
                new Action("a", "Do", Icon.NONE, new Intent.Rename("x"))));
        theatre.registry.addType(new org.pushpin.content.ContentType() {
            @Override
            public org.pushpin.content.Descriptor descriptor(java.util.Locale locale) {
                return bad.descriptor(locale);
            }

            @Override
            public void create(org.pushpin.crdt.Edit edit, Seed seed) {
                bad.create(edit, seed);
            }

            @Override
            public void perform(Intent intent, org.pushpin.crdt.Edit edit) {
                edit.put(ObjectId.ROOT, "half", true);
                throw new IllegalStateException("no");
            }

            @Override
            public org.pushpin.content.Summary summarize(org.pushpin.crdt.Doc document) {
                return bad.summarize(document);
            }
        }, Types.named("bad"));
        theatre.registry.addRenderer(bad, Types.named("bad"));
        DocumentUrl url = theatre.factory.create("bad", Seed.blank());
        theatre.pin("x", url, 100, 100, 200, 0);
        theatre.open();
        theatre.click(110, 110);
        assertEquals(Optional.empty(), theatre.repo.handle(url).current().get(ObjectId.ROOT, "half"));
        assertTrue(theatre.notices.getLast().contains("bad"), theatre.notices.toString());
    }

    @Test
    void hostileViewsBecomeErrorCards() {
        theatre.pin("good", "hello", 600, 400, 200, 0);
        View deep = View.Text.of("x", Theme.LIGHT.body());
        for (int i = 0; i < 5000; i++) deep = View.Box.column(Style.NONE, deep);
        View nested = deep;
        View text = View.Text.of("x", Theme.LIGHT.body());
        View wide = new View.Box(View.Axis.ROW, Collections.nCopies(100_000, text), Style.NONE);
        List<View> hostile = List.of(nested, wide,
                View.Text.of("x".repeat(3_000_000), Theme.LIGHT.body()),
                new View.Drawing(new Size(1e300, Double.MAX_VALUE), List.of(new Shape.Path("M0 0L1e308 1e308ZA",
                        Optional.empty(), Optional.of(org.pushpin.content.Stroke.of(Theme.LIGHT.palette().ink(),
                                Double.NaN)))), Set.of()),
                View.Box.column(Style.NONE.padding(new Insets(-1e9, Double.NaN, Double.POSITIVE_INFINITY, 1)).gap(
                        Double.NaN), text, text),
                new View.Text(Styled.of("huge", TextStyle.of(1e9, 1e9, 400, Theme.LIGHT.palette().ink()))));
        for (int i = 0; i < hostile.size(); i++) {
            View view = hostile.get(i);
            pinAny("h" + i, new Types.Any("hostile" + i, (doc, in) -> view));
        }
        theatre.open();
        assertEquals(List.of("hello"), says("good"));
        assertEquals(hostile.size() + 1, theatre.stage.accessible().children().size());
        theatre.stage.frame().sprites().forEach(sprite -> assertTrue(sprite.image().getHeight() <= 1024));
    }

    @Test
    void aFailingTypeDescriptorDoesNotStopTheMenu() {
        theatre.registry.addType(new org.pushpin.content.ContentType() {
            @Override
            public org.pushpin.content.Descriptor descriptor(java.util.Locale locale) {
                throw new IllegalStateException();
            }

            @Override
            public void create(org.pushpin.crdt.Edit edit, Seed seed) {
                throw new IllegalStateException();
            }

            @Override
            public void perform(Intent intent, org.pushpin.crdt.Edit edit) {
                throw new IllegalStateException();
            }

            @Override
            public org.pushpin.content.Summary summarize(org.pushpin.crdt.Doc document) {
                throw new IllegalStateException();
            }
        }, Types.named("worse"));
        theatre.open();
        List<String> ids = theatre.stage.menu(new org.pushpin.content.Point(600, 600)).stream().map(c -> c.id()).toList();
        assertTrue(ids.containsAll(List.of("create:text", "create:board", "paste", "act:board:paint", "group:More")
                .subList(0, 4)), ids.toString());
    }
}
