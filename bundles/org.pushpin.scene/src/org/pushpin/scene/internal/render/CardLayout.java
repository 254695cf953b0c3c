// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pushpin.content.Ability;
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
import org.pushpin.scene.internal.edges.Routes;
import org.pushpin.scene.internal.layout.Laid;
import org.pushpin.scene.internal.layout.Layouter;
import org.pushpin.scene.internal.layout.TooMuchException;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.render.SceneItem.Asked;
import org.pushpin.scene.internal.render.SceneItem.Tiles;
import org.pushpin.scene.internal.text.Fonts;
import org.pushpin.scene.internal.text.TextBlock;

/** Lays out cards, in board units; one that looks as before is taken over. One thread. */
final class CardLayout {

    private static final double SMALLEST = 20;
    private static final double LARGEST = 5000;
    private static final View NOTHING = new View.Box(View.Axis.COLUMN, List.of(), Style.NONE);

    private final DocumentUrl url;
    private final ContentRegistry registry;
    private final Guard guard;
    private final Fonts fonts;
    private final Map<ContentType, Optional<CardSize>> sizes = new HashMap<>();
    private final Map<String, Optional<CardSize>> sizesOfTypes = new HashMap<>();
    private Request request;
    private Theme before;

    CardLayout(DocumentUrl url, ContentRegistry registry, Guard guard, Fonts fonts) {
        this.url = url;
        this.registry = registry;
        this.guard = guard;
        this.fonts = fonts;
    }

    /** Begins a pass. @param theme of the scene before; null if there is none */
    void begin(Request with, Theme theme) {
        request = with;
        before = theme;
        sizesOfTypes.clear();
    }

    /** What a card's type says of its size. */
    Optional<CardSize> limits(Item item) {
        if (!(item.view() instanceof View.Embed embed)) return Optional.empty();
        return sizesOfTypes.computeIfAbsent(embed.url().contentType(),
                name -> registry.type(name).flatMap(type -> limits(type, request.locale())));
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

    /** Where an item can be at most, whatever its content. */
    Rect reach(Item item) {
        Asked asked = asked(item, item.at(), limits(item), true);
        double most = item.autoHeight() ? Math.min(asked.most(), LARGEST) : asked.least();
        return new Rect(item.at().x(), item.at().y(), asked.width(), Math.max(most, asked.least()));
    }

    private Asked asked(Item item, Rect wanted, Optional<CardSize> limits, boolean asHigh) {
        boolean nothing = Labels.is(item) && Routes.blank(item.view()) && !isExpanded(item);
        double width = nothing ? SMALLEST : limits.map(l -> l.clampWidth(wanted.width()))
                .orElse(Math.clamp(wanted.width(), SMALLEST, LARGEST));
        double least = limits.map(l -> l.min().height()).orElse(SMALLEST);
        double most = limits.map(l -> l.max().height()).orElse(Double.MAX_VALUE);
        double height = item.autoHeight() ? least : Math.clamp(wanted.height(), least, Math.min(most, LARGEST));
        return new Asked(width, height, asHigh && (item.autoHeight() || isExpanded(item)) ? most : height);
    }

    private boolean isExpanded(Item item) {
        return request.expanded().contains(item.key());
    }

    /** A card that is a place only. @param old what was known of it; may be null */
    SceneItem far(Item item, SceneItem old) {
        Optional<CardSize> limits = limits(item);
        Asked asked = asked(item, item.at(), limits, true);
        boolean known = old != null && old.asked().equals(asked);
        double guess = item.autoHeight() ? Math.min(Math.max(item.at().height(), asked.least()), asked.most())
                : asked.least();
        double height = known ? old.at().height() : guess;
        boolean sameLook = old != null && request.theme().equals(before);
        Style chrome = sameLook ? old.chrome() : isBare(item) ? Style.NONE : request.theme().card();
        Rect at = new Rect(item.at().x(), item.at().y(), asked.width(), height);
        DocumentUrl shown = item.view() instanceof View.Embed embed ? embed.url() : null;
        Rendered nothing = Rendered.standIn(shown, NOTHING);
        return new SceneItem(item, at, false, nothing, new Laid.Group(at.size(), Style.NONE, List.of()), chrome, limits,
                asked, Tiles.NONE);
    }

    /** A card at another place, until it is laid out anew. */
    SceneItem moved(Item item, SceneItem old) {
        Rect at = new Rect(item.at().x(), item.at().y(), old.at().width(), old.at().height());
        return new SceneItem(item, at, true, old.rendered(), old.laid(), old.chrome(), old.limits(), old.asked(),
                old.tiles());
    }

    /** @param old what it was; may be null, or a place only */
    SceneItem lay(Item item, Rendered rendered, SceneItem old) {
        Request.Sizing sizing = request.sizes().get(item.key());
        if (sizing == null) return lay(item, item.at(), rendered, old);
        Item sized = new Item(item.key(), sizing.at(), sizing.autoHeight(), item.z(), item.frame(), item.can(),
                item.view(), item.caption());
        return lay(sized, sizing.at(), rendered, old);
    }

    private SceneItem lay(Item item, Rect wanted, Rendered rendered, SceneItem old) {
        Optional<CardSize> limits = limits(item);
        Asked asked = asked(item, wanted, limits, true);
        Rendered plain = request.revealed().filter(r -> r.item().equals(item.key()))
                .map(r -> new Reveal(r).in(rendered)).orElse(rendered);
        Rendered shown = request.composing().filter(c -> c.item().equals(item.key()))
                .map(c -> Preedit.insert(plain, c)).orElse(plain);
        boolean same = old != null && old.near() && request.theme().equals(before) && old.asked().equals(asked)
                && old.limits().equals(limits) && old.rendered().looksLike(shown);
        if (!same) return fresh(item, wanted, shown, asked, limits, old);
        Rect at = new Rect(wanted.x(), wanted.y(), old.at().width(), old.at().height());
        if (old.source() == item && old.at().equals(at) && old.rendered().isTwin(shown)) return old;
        Rendered twin = new Rendered(shown.url(), shown.handle(), shown.doc(), shown.title(), old.rendered().view(),
                shown.nested());
        return new SceneItem(item, at, true, twin, old.laid(), old.chrome(), limits, asked, old.tiles());
    }

    private SceneItem fresh(Item item, Rect wanted, Rendered shown, Asked asked, Optional<CardSize> limits,
            SceneItem old) {
        Laid laid;
        View view = shown.view();
        try {
            laid = laid(shown, asked, old);
        } catch (TooMuchException tooMuch) {
            view = broken(shown, tooMuch.getMessage());
            laid = laid(Rendered.standIn(url, view), asked, null);
        } catch (RuntimeException | StackOverflowError hostile) { // a plug-in's values reach arithmetic here
            view = broken(shown, "");
            laid = laid(Rendered.standIn(url, view), asked, null);
        }
        Rect at = new Rect(wanted.x(), wanted.y(), asked.width(), laid.size().height());
        return new SceneItem(item, at, true, shown, laid, isBare(item) ? Style.NONE : chrome(view, request.theme()), limits, asked,
                old == null ? Tiles.NONE : old.tiles());
    }

    /** A frame, or a label: it draws all of itself. */
    private static boolean isBare(Item item) {
        return item.can().contains(Ability.HOLD) || Labels.is(item);
    }

    private View broken(Rendered shown, String why) {
        HostViews host = new HostViews(request.theme(), request.locale());
        String type = shown.url() == null ? "" : shown.url().contentType();
        return why.isEmpty() ? host.failed(type) : host.tooMuch(type, why);
    }

    /** A sentence where there are no cards. */
    SceneItem hint(View.Text text) {
        double width = Math.clamp(request.width() - 80, 100, 480);
        Rendered shown = Rendered.standIn(url, text);
        Asked asked = new Asked(width, 0, LARGEST);
        Laid laid = laid(shown, asked, null);
        Rect at = new Rect(0, 0, width, laid.size().height());
        Item item = new Item("hint", at, true, 0, "", java.util.Set.of(), text);
        return new SceneItem(item, at, true, shown, laid, Style.NONE, Optional.empty(), asked, Tiles.NONE);
    }

    /** As high as the content, within what was asked for. */
    private Laid laid(Rendered shown, Asked asked, SceneItem old) {
        if (asked.least() == asked.most()) return fixed(shown, asked.width(), asked.least(), old);
        Laid natural = layouter(shown, old).lay(shown.view(), asked.width(), OptionalDouble.empty());
        double fitting = Math.min(Math.max(natural.size().height(), asked.least()), asked.most());
        return fitting == natural.size().height() ? natural : fixed(shown, asked.width(), fitting, old);
    }

    private Laid fixed(Rendered shown, double width, double height, SceneItem old) {
        Laid laid = layouter(shown, old).lay(shown.view(), width, OptionalDouble.of(height));
        if (laid.size().height() == height) return laid;
        return new Laid.Group(new Size(width, height), Style.NONE, List.of(new Laid.Placed(0, 0, laid)));
    }

    private Layouter layouter(Rendered in, SceneItem old) {
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
