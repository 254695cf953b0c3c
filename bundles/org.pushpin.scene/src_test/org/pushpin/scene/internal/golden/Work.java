// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.golden;

import java.time.Duration;
import java.util.List;

import org.pushpin.content.Intent;
import org.pushpin.content.Theme;
import org.pushpin.scene.Modifiers;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.internal.fixture.FakePresence;

/** What is shown of work that is under way: this person's and others'. */
final class Work {

    private Work() {
    }

    static List<Exhibit> exhibits() {
        return List.of(
                new Exhibit("selected", 420, 270, Work::three, studio -> studio.theatre.click(60, 60)),
                new Exhibit("several-selected", 420, 270, Work::three, studio -> {
                    studio.theatre.click(60, 60);
                    studio.theatre.click(260, 60, Modifiers.SHIFT);
                }),
                new Exhibit("locked-selected", 420, 270, Work::locked, studio -> studio.theatre.click(60, 60)),
                new Exhibit("keyboard", 420, 270, Work::three, studio -> {
                    studio.theatre.key("Tab");
                    studio.theatre.key("Tab");
                }),
                new Exhibit("marquee", 420, 270, Work::three, studio -> {
                    studio.theatre.down(10, 190, 1, Modifiers.NONE);
                    studio.theatre.move(200, 100);
                    studio.theatre.move(390, 30);
                }),
                new Exhibit("guides", 420, 270, Work::three, studio -> {
                    studio.theatre.down(260, 60, 1, Modifiers.NONE);
                    studio.theatre.move(262, 70);
                    studio.theatre.move(263, 61);
                }),
                new Exhibit("typing", 420, 160, studio -> studio.pin("a", studio.text("Week two"), 20, 20, 300, 0), studio -> {
                    studio.theatre.click(60, 40);
                    studio.theatre.key("Enter");
                    studio.theatre.type(" begins");
                }),
                new Exhibit("text-selected", 420, 160, studio -> studio.pin("a", studio.text("Week two\nand three"), 20, 20, 300, 0), studio -> {
                    studio.theatre.doubleClick(60, 40);
                    studio.theatre.key("Ctrl+A");
                }),
                new Exhibit("dropping", 420, 300, Work::three, studio -> studio.theatre.stage.dragOver(Transfer.Offer.FILES, 170, 120)),
                new Exhibit("people", 420, 270, Work::three, Work::visited));
    }

    private static void three(Studio studio) {
        studio.pin("a", studio.text("One"), 40, 40, 140, 60).pin("b", studio.text("Two"), 220, 40, 140, 60)
                .pin("c", studio.sticky("violet", "Three"), 40, 130, 120, 70);
    }

    private static void locked(Studio studio) {
        three(studio);
        studio.theatre.perform(studio.theatre.board, new Intent.Lock(java.util.Set.of("a"), true));
    }

    /** Two people come: both point, and have selected cards, of which one is the same. */
    private static void visited(Studio studio) {
        Studio ann = visitor(studio, 2, "Ann Lee");
        Studio ben = visitor(studio, 3, "Ben");
        ann.theatre.click(60, 60);
        ann.theatre.click(260, 60, Modifiers.SHIFT);
        ann.theatre.move(330, 130);
        ben.theatre.click(260, 60);
        ben.theatre.move(210, 150);
        for (int i = 0; i < 3; i++) {
            for (Studio one : List.of(ann, ben, studio)) one.theatre.pass(Duration.ofMillis(20));
        }
    }

    private static Studio visitor(Studio studio, int device, String name) {
        Studio visitor = new Studio();
        studio.others.add(visitor);
        visitor.theatre.repo.presence = new FakePresence(device);
        three(visitor);
        studio.theatre.repo.presence.connect(visitor.theatre.repo.presence);
        visitor.open(Theme.LIGHT, 420, 270, 1);
        visitor.theatre.stage.personName(name);
        return visitor;
    }
}
