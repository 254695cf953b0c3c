// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Action;
import org.pushpin.content.ContentType;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
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
    /** Parts of the viewport around it in which cards are laid out, and beyond which they are let go. */
    private static final double NEAR = 0.35;
    private static final double KEPT = 1.5;

    private final DocumentUrl url;
    private final String context;
    private final ContentRegistry registry;
    private final Views views;
    private final CardLayout layout;
    /** Keys of what is laid out. */
    private final Set<String> near = new HashSet<>();
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
        views.begin(request);
        layout.begin(request, last == null ? null : last.theme());
        Rendered root = views.render(url, context, 0);
        List<Action> actions = new ArrayList<>();
        View bare = unwrap(root.view(), actions);
        Scene scene = bare instanceof View.Canvas canvas ? canvas(number, root, canvas, actions, request, budget)
                : page(number, root, actions, request);
        due = views.end(scene.complete());
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
        Plan plan = Plan.of(List.of(item), whole -> shown.at());
        return new Scene(number, root, Optional.empty(), actions, plan, List.of(shown), Optional.empty(), Overview.NONE, Optional.empty(),
                true, request.theme(), request.scale());
    }

    // a canvas

    private Scene canvas(long number, Rendered root, View.Canvas canvas, List<Action> actions, Request request,
            Budget budget) {
        List<ContentType> types = registry.types();
        boolean planHolds = planned == canvas && typesPlanned.equals(types) && last != null;
        Plan plan = planHolds ? last.plan() : Plan.of(Labels.with(canvas), layout::reach);
        SceneItem[] shown = planHolds ? last.items().toArray(SceneItem[]::new) : carriedOver(plan);
        boolean newLook = last != null && !last.theme().equals(request.theme());
        if (newLook) forgetLooks(plan, shown, request);
        planned = canvas;
        typesPlanned = types;
        boolean complete = layNear(plan, shown, request, budget);
        letGo(plan, shown, request);
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
        if (all) near.clear();
    }

    /** The items of a new plan, with what was known of them. */
    private SceneItem[] carriedOver(Plan plan) {
        SceneItem[] shown = new SceneItem[plan.items().size()];
        for (int number = 0; number < shown.length; number++) {
            Item item = plan.items().get(number);
            SceneItem old = last == null ? null : last.item(item.key()).orElse(null);
            if (old == null) shown[number] = layout.far(item, null);
            else if (old.source().equals(item)) shown[number] = old;
            else shown[number] = old.near() ? layout.moved(item, old) : layout.far(item, old);
        }
        near.removeIf(key -> plan.number(key).isEmpty());
        return shown;
    }

    /** @return whether nothing is left to be done */
    private boolean layNear(Plan plan, SceneItem[] shown, Request request, Budget budget) {
        Set<String> first = new HashSet<>(request.lifted());
        first.addAll(request.expanded());
        first.addAll(request.sizes().keySet());
        for (String key : first) plan.number(key).ifPresent(number -> lay(plan, shown, number));
        for (int number : wanted(plan, shown, request)) {
            if (budget.spent()) return false;
            if (!first.contains(shown[number].key())) lay(plan, shown, number);
        }
        return true;
    }

    private void lay(Plan plan, SceneItem[] shown, int number) {
        Item item = plan.items().get(number);
        shown[number] = layout.lay(item, views.item(item), shown[number]);
        near.add(item.key());
    }

    /** What is to be laid out, the nearest to the focus first. */
    private static int[] wanted(Plan plan, SceneItem[] shown, Request request) {
        Request.Sight sight = request.sight();
        if (sight.farthest()) return new int[0];
        if (sight.viewport().isEmpty()) return java.util.stream.IntStream.range(0, shown.length).toArray();
        int[] found = plan.places().touching(sight.around(NEAR));
        return java.util.Arrays.stream(found).boxed()
                .sorted(Comparator.comparingDouble(number -> sight.distance(shown[number].at())))
                .mapToInt(Integer::intValue).toArray();
    }

    /** What is far away becomes a place again. */
    private void letGo(Plan plan, SceneItem[] shown, Request request) {
        if (request.sight().viewport().isEmpty()) return;
        Rect kept = request.sight().around(KEPT);
        near.removeIf(key -> {
            int number = plan.number(key).orElseThrow();
            boolean held = shown[number].at().intersects(kept) || request.lifted().contains(key);
            if (!held) shown[number] = layout.far(plan.items().get(number), shown[number]);
            return !held;
        });
    }
}
