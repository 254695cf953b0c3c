// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.pushpin.content.Action;
import org.pushpin.content.ContentType;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.text.Fonts;

/**
 * Makes scenes of a document, one after another; what did not change is taken over from the last one. Only what is near
 * the viewport is opened, rendered and laid out, the nearest to the focus first, and within a budget. One thread.
 */
public final class Composer {

    private static final double PAGE_WIDTH = 760;
    private static final double PAGE_MARGIN = 32;
    /** Parts of the viewport around it in which cards are laid out. */
    private static final double NEAR = 0.35;

    private final DocumentUrl url;
    private final String context;
    private final ContentRegistry registry;
    private final Views views;
    private final CardLayout layout;
    private final Nearby nearby = new Nearby();
    private long epoch;
    private Scene last;
    private View.Canvas planned;
    private List<ContentType> typesPlanned = List.of();
    private Optional<Instant> due = Optional.empty();

    public Composer(DocumentUrl url, String context, ContentRegistry registry, Guard guard, Fonts fonts,
            Previews previews, Documents documents) {
        this.url = url;
        this.context = context;
        this.registry = registry;
        views = new Views(registry, guard, previews, documents);
        layout = new CardLayout(url, registry, guard, fonts);
    }

    /** When time alone will change the scene that was made last. */
    public Optional<Instant> due() {
        return due;
    }

    /** Lays out all of the document as it is now; without bitmaps. */
    public Scene compose(long number, Request request) {
        return compose(number, request, Budget.unlimited());
    }

    /** @param budget for what can wait; the scene says whether anything does */
    Scene compose(long number, Request request, Budget budget) {
        epoch = views.begin(request);
        layout.begin(request, last == null ? null : last.theme());
        Rendered root = views.render(url, context, 0);
        List<Action> actions = new ArrayList<>();
        View bare = unwrap(root.view(), actions);
        Scene scene = bare instanceof View.Canvas canvas ? canvas(number, root, canvas, actions, request, budget)
                : page(number, root, actions, request);
        due = views.due();
        last = scene;
        return scene;
    }

    /** Takes back the scene that was made last, with its bitmaps. */
    void last(Scene painted) {
        last = painted;
    }

    private static View unwrap(View view, List<Action> actions) {
        View inner = view;
        while (inner instanceof View.Described described) {
            actions.addAll(described.actions());
            inner = described.view();
        }
        return inner;
    }

    private Scene page(long number, Rendered root, List<Action> actions, Request request) {
        double width = Math.clamp(request.width() - 2 * PAGE_MARGIN, 160, PAGE_WIDTH);
        Rect at = new Rect((request.width() - width) / 2, PAGE_MARGIN, width, 200);
        Item item = new Item(Scene.PAGE, at, true, 0, "", Set.of(), root.view());
        SceneItem before = last == null ? null : last.item(Scene.PAGE).orElse(null);
        SceneItem shown = layout.lay(item, root, before);
        planned = null;
        nearby.clear();
        Set<DocumentId> open = new HashSet<>();
        Nearby.collect(root, open);
        views.retain(open);
        Plan plan = Plan.of(List.of(item), List.of(), whole -> shown.at());
        return new Scene(number, root, Optional.empty(), actions, plan, List.of(shown), Optional.empty(), Overview.NONE, Optional.empty(),
                true, request.theme(), request.scale());
    }

    // a canvas

    private Scene canvas(long number, Rendered root, View.Canvas canvas, List<Action> actions, Request request,
            Budget budget) {
        List<ContentType> types = registry.types();
        boolean follows = planned != null && typesPlanned.equals(types) && last != null;
        Plan.Next next = !follows ? new Plan.Next(Plan.of(canvas, layout::reach), null)
                : planned == canvas ? new Plan.Next(last.plan(), List.of()) : last.plan().next(canvas, layout::reach);
        Plan plan = next.plan();
        SceneItem[] shown = next.changed() == null ? carriedOver(plan) : exchanged(plan, next.changed());
        boolean newLook = last != null && !last.theme().equals(request.theme());
        if (newLook) forgetLooks(plan, shown, request);
        planned = canvas;
        typesPlanned = types;
        boolean complete = layNear(plan, shown, request, budget);
        for (int gone : nearby.letGo(plan, shown, request, newLook ? null : next.changed())) {
            shown[gone] = layout.far(plan.items().get(gone), shown[gone]);
        }
        nearby.leftovers(root, plan, shown).ifPresent(views::retain);
        Optional<SceneItem> hint = shown.length > 0 ? Optional.empty()
                : canvas.hint().map(text -> layout.hint(new View.Text(text, Style.Align.CENTER, 0)));
        return new Scene(number, root, Optional.of(canvas), List.copyOf(actions), plan, Scene.items(shown), hint,
                Overview.NONE, Optional.empty(), complete, request.theme(), request.scale());
    }

    /** The theme is another: what is a place only, and what will not be laid out now, gets the colours of any card. */
    private void forgetLooks(Plan plan, SceneItem[] shown, Request request) {
        boolean all = request.sight().farthest();
        for (int number = 0; number < shown.length; number++) {
            boolean place = all || !shown[number].near();
            if (place) shown[number] = layout.far(plan.items().get(number), shown[number]);
        }
        if (all) nearby.clear();
    }

    /** The items of a new plan, with what was known of them. */
    private SceneItem[] carriedOver(Plan plan) {
        SceneItem[] shown = new SceneItem[plan.items().size()];
        for (int number = 0; number < shown.length; number++) {
            Item item = plan.items().get(number);
            shown[number] = carriedOver(item, last == null ? null : last.item(item.key()).orElse(null));
        }
        nearby.retain(plan);
        return shown;
    }

    /** The same where some items are others of the same keys. */
    private SceneItem[] exchanged(Plan plan, List<Integer> changed) {
        SceneItem[] shown = last.items().toArray(SceneItem[]::new);
        for (int number : changed) shown[number] = carriedOver(plan.items().get(number), shown[number]);
        return shown;
    }

    private SceneItem carriedOver(Item item, SceneItem old) {
        if (old == null) return layout.far(item, null);
        if (old.source().equals(item)) return old;
        nearby.differs(item.key());
        return old.near() ? layout.moved(item, old) : layout.far(item, old);
    }

    /** @return whether nothing is left to be done */
    private boolean layNear(Plan plan, SceneItem[] shown, Request request, Budget budget) {
        for (String key : nearby.begin(request)) plan.number(key).ifPresent(number -> lay(plan, shown, number));
        int[] wanted = wanted(plan, shown, request);
        if (wanted.length > 1) views.expect(Arrays.stream(wanted).mapToObj(plan.items()::get));
        for (int number : wanted) {
            if (budget.spent()) return false;
            lay(plan, shown, number);
        }
        return true;
    }

    private void lay(Plan plan, SceneItem[] shown, int number) {
        Item item = plan.items().get(number);
        SceneItem before = shown[number];
        shown[number] = layout.lay(item, views.item(item), before);
        nearby.laid(shown[number], before, epoch);
    }

    /** What is to be laid out or looked at again, the nearest to the focus first. */
    private int[] wanted(Plan plan, SceneItem[] shown, Request request) {
        Request.Sight sight = request.sight();
        if (sight.farthest()) return new int[0];
        int[] found = sight.viewport().isEmpty() ? IntStream.range(0, shown.length).toArray()
                : plan.places().touching(sight.around(NEAR));
        return Arrays.stream(found).filter(number -> nearby.isStale(shown[number], epoch)).boxed()
                .sorted(Comparator.comparingDouble(number -> sight.distance(shown[number].at())))
                .mapToInt(Integer::intValue).toArray();
    }
}
