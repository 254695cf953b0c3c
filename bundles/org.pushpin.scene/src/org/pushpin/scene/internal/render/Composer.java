// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.pushpin.content.Action;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Item;
import org.pushpin.content.Rect;
import org.pushpin.content.Size;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.internal.render.SceneItem.Asked;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.layout.Layouter;
import org.pushpin.scene.internal.layout.TooMuchException;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.text.Fonts;
import org.pushpin.scene.internal.text.TextBlock;

/**
 * Makes scenes of a document, one after another; what did not change is taken over from the last one. One thread.
 */
public final class Composer {

    private static final double PAGE_WIDTH = 760;
    private static final double PAGE_MARGIN = 32;
    private static final double SMALLEST = 20;
    private static final double LARGEST = 5000;

    private final DocumentUrl url;
    private final String context;
    private final ContentRegistry registry;
    private final Guard guard;
    private final Fonts fonts;
    private final Views views;
    private final Map<ContentType, Optional<CardSize>> sizes = new HashMap<>();
    private Map<String, SceneItem> before = Map.of();
    private Request last;
    private Optional<Instant> due = Optional.empty();

    public Composer(DocumentUrl url, String context, ContentRegistry registry, Guard guard, Fonts fonts,
            Previews previews, Documents documents) {
        this.url = url;
        this.context = context;
        this.registry = registry;
        this.guard = guard;
        this.fonts = fonts;
        views = new Views(registry, guard, previews, documents);
    }

    /** When time alone will change the scene that was made last. */
    public Optional<Instant> due() {
        return due;
    }

    /** Lays the document out as it is now; without bitmaps. */
    public Scene compose(long number, Request request) {
        views.begin(request);
        Rendered root = views.render(url, context, 0);
        List<Action> actions = new ArrayList<>();
        View bare = unwrap(root.view(), actions);
        Scene scene = bare instanceof View.Canvas canvas ? canvas(number, root, canvas, actions, request)
                : page(number, root, actions, request);
        due = views.end();
        before = scene.byKey();
        last = request;
        return scene;
    }

    private static View unwrap(View view, List<Action> actions) {
        View inner = view;
        while (inner instanceof View.Described described) {
            actions.addAll(described.actions());
            inner = described.view();
        }
        return inner;
    }

    private Scene canvas(long number, Rendered root, View.Canvas canvas, List<Action> actions, Request request) {
        List<SceneItem> items = new ArrayList<>();
        for (Item item : canvas.items()) if (sane(item.at())) items.add(item(item, request));
        items.sort(Comparator.comparingDouble(SceneItem::z).thenComparing(SceneItem::key));
        Optional<SceneItem> hint = items.isEmpty() ? canvas.hint().map(text -> hint(new View.Text(text,
                Style.Align.CENTER, 0), request)) : Optional.empty();
        return Scene.of(number, root, Optional.of(canvas), actions, items, hint, request.theme(), request.scale());
    }

    private static boolean sane(Rect at) {
        return Double.isFinite(at.x()) && Double.isFinite(at.y()) && at.width() > 0 && Double.isFinite(at.width());
    }

    private SceneItem hint(View.Text text, Request request) {
        double width = Math.clamp(request.width() - 80, 100, 480);
        Rendered shown = Rendered.standIn(url, text);
        Asked asked = new Asked(width, 0, LARGEST);
        Laid laid = laid(shown, asked, request, null);
        Rect at = new Rect(0, 0, width, laid.size().height());
        return new SceneItem("hint", at, true, 0, "", Set.of(), shown, laid, Style.NONE, Optional.empty(), asked,
                SceneItem.Tiles.NONE);
    }

    private Scene page(long number, Rendered root, List<Action> actions, Request request) {
        double width = Math.clamp(request.width() - 2 * PAGE_MARGIN, 160, PAGE_WIDTH);
        Rect at = new Rect((request.width() - width) / 2, PAGE_MARGIN, width, 200);
        Item item = new Item(Scene.PAGE, at, true, 0, "", Set.of(), root.view());
        SceneItem shown = lay(item, at, root, Optional.empty(), request);
        return Scene.of(number, root, Optional.empty(), actions, List.of(shown), Optional.empty(), request.theme(),
                request.scale());
    }

    // items

    private SceneItem item(Item item, Request request) {
        Rendered rendered = views.item(item);
        Optional<CardSize> limits = rendered.url() == null ? Optional.empty()
                : registry.type(rendered.url().contentType()).flatMap(type -> limits(type, request.locale()));
        Request.Sizing sizing = request.sizes().get(item.key());
        if (sizing == null) return lay(item, item.at(), rendered, limits, request);
        Item sized = new Item(item.key(), sizing.at(), sizing.autoHeight(), item.z(), item.frame(), item.can(),
                item.view());
        return lay(sized, sizing.at(), rendered, limits, request);
    }

    private Optional<CardSize> limits(ContentType type, Locale locale) {
        return sizes.computeIfAbsent(type, t -> {
            try {
                return Optional.of(guard.call(t, t.getClass().getName(), () -> t.descriptor(locale)).size());
            } catch (PluginException broken) {
                return Optional.empty();
            }
        });
    }

    private SceneItem lay(Item item, Rect wanted, Rendered rendered, Optional<CardSize> limits, Request request) {
        Asked asked = asked(item, wanted, limits, request);
        SceneItem old = before.get(item.key());
        Rendered plain = request.revealed().filter(r -> r.item().equals(item.key()))
                .map(r -> new Reveal(r).in(rendered)).orElse(rendered);
        Rendered shown = request.composing().filter(c -> c.item().equals(item.key()))
                .map(c -> Preedit.insert(plain, c)).orElse(plain);
        boolean same = old != null && last.theme().equals(request.theme()) && old.asked().equals(asked)
                && old.limits().equals(limits) && old.rendered().looksLike(shown);
        if (!same) return fresh(item, wanted, shown, asked, limits, request, old);
        Rendered twin = new Rendered(shown.url(), shown.handle(), shown.doc(), shown.title(), old.rendered().view(),
                shown.nested());
        return new SceneItem(item.key(), new Rect(wanted.x(), wanted.y(), old.at().width(), old.at().height()),
                item.autoHeight(), item.z(), item.frame(), item.can(), twin, old.laid(), old.chrome(), limits, asked, old.tiles());
    }

    private static Asked asked(Item item, Rect wanted, Optional<CardSize> limits, Request request) {
        double width = limits.map(l -> l.clampWidth(wanted.width()))
                .orElse(Math.clamp(wanted.width(), SMALLEST, LARGEST));
        double least = limits.map(l -> l.min().height()).orElse(SMALLEST);
        double most = limits.map(l -> l.max().height()).orElse(Double.MAX_VALUE);
        double height = item.autoHeight() ? least : Math.clamp(wanted.height(), least, Math.min(most, LARGEST));
        return new Asked(width, height, item.autoHeight() || request.expanded().contains(item.key()) ? most : height);
    }

    private SceneItem fresh(Item item, Rect wanted, Rendered shown, Asked asked, Optional<CardSize> limits,
            Request request, SceneItem old) {
        Laid laid;
        View view = shown.view();
        try {
            laid = laid(shown, asked, request, old);
        } catch (TooMuchException tooMuch) {
            view = broken(shown, tooMuch.getMessage(), request);
            laid = laid(Rendered.standIn(url, view), asked, request, null);
        } catch (RuntimeException | StackOverflowError hostile) { // a plug-in's values reach arithmetic here
            view = broken(shown, "", request);
            laid = laid(Rendered.standIn(url, view), asked, request, null);
        }
        Rect at = new Rect(wanted.x(), wanted.y(), asked.width(), laid.size().height());
        return new SceneItem(item.key(), at, item.autoHeight(), item.z(), item.frame(), item.can(), shown, laid,
                chrome(view, request.theme()), limits, asked, SceneItem.Tiles.NONE);
    }

    private static View broken(Rendered shown, String why, Request request) {
        HostViews host = new HostViews(request.theme(), request.locale());
        String type = shown.url() == null ? "" : shown.url().contentType();
        return why.isEmpty() ? host.failed(type) : host.tooMuch(type, why);
    }

    /** As high as the content, within what was asked for. */
    private Laid laid(Rendered shown, Asked asked, Request request, SceneItem old) {
        if (asked.least() == asked.most()) return fixed(shown, asked.width(), asked.least(), request, old);
        Laid natural = layouter(request, shown, old).lay(shown.view(), asked.width(), OptionalDouble.empty());
        double fitting = Math.min(Math.max(natural.size().height(), asked.least()), asked.most());
        return fitting == natural.size().height() ? natural : fixed(shown, asked.width(), fitting, request, old);
    }

    private Laid fixed(Rendered shown, double width, double height, Request request, SceneItem old) {
        Laid laid = layouter(request, shown, old).lay(shown.view(), width, OptionalDouble.of(height));
        if (laid.size().height() == height) return laid;
        return new Laid.Group(new Size(width, height), Style.NONE, List.of(new Laid.Placed(0, 0, laid)));
    }

    private Layouter layouter(Request request, Rendered in, SceneItem old) {
        View nothing = View.Text.of("", request.theme().hint());
        return new Layouter(fonts, request.theme(), embed -> in.find(embed).map(Rendered::view).orElse(nothing),
                editor -> old == null ? null : block(old.laid(), editor));
    }

    /** The card's ground and border: the theme's, unless the view's outermost box says otherwise. */
    private static Style chrome(View view, Theme theme) {
        Style card = theme.card();
        View inner = view;
        while (inner instanceof View.Described described) inner = described.view();
        if (!(inner instanceof View.Box box)) return card;
        Style own = box.style();
        if (own.background().isPresent()) card = card.background(own.background().get());
        return own.border().isPresent() ? card.border(own.border().get()) : card;
    }

    /** The blocks of editors in a layout, by text, to start the next layout from. */
    static TextBlock block(Laid laid, View.Editor editor) {
        if (laid instanceof Laid.Lines lines) {
            boolean same = lines.editor().isPresent() && lines.editor().get().text().equals(editor.text());
            return same && !lines.placeholder() ? lines.block() : null;
        }
        for (Laid.Placed part : laid.parts()) {
            TextBlock found = block(part.part(), editor);
            if (found != null) return found;
        }
        return null;
    }
}
