// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.pushpin.content.ContentType;
import org.pushpin.content.Item;
import org.pushpin.content.Renderer;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.preview.Previews;

/**
 * Documents to views, by the renderers that are here now. A view is made again only when its document, its renderer, or
 * something that it read has changed; whether it has is asked where {@link #isCurrent} or {@link #begin} says so. One thread.
 */
final class Views {

    /** Documents within documents; what is deeper is shown by its title. */
    static final int DEEPEST = 2;
    /** Embeds in one document; a view with more shows the others as absent. */
    private static final int MOST_EMBEDS = 10_000;

    private record Key(DocumentId document, String type, String context) {}

    private record Made(Doc doc, Renderer renderer, ContentType type, Reading reading, String title, View view,
            Set<View.Embed> embeds) {}

    /** What a card type's code says of a document, in one call. */
    private record Said(View view, String title) {
        Said {
            Objects.requireNonNull(view);
        }
    }

    /** What a registry says during one pass. */
    private record Code(Optional<Renderer> renderer, Optional<ContentType> type) {}

    private record Name(String type, String context) {}

    private final ContentRegistry registry;
    private final Guard guard;
    private final Previews previews;
    private final Documents documents;
    private final Map<Key, Made> cache = new HashMap<>();
    private final Map<Name, Code> codes = new HashMap<>();
    private final Map<Key, Instant> dues = new HashMap<>();
    private Request request;
    private Circumstances circumstances;
    private long epoch;

    Views(ContentRegistry registry, Guard guard, Previews previews, Documents documents) {
        this.registry = registry;
        this.guard = guard;
        this.previews = previews;
        this.documents = documents;
    }

    /** All but documents that views depend on. */
    private record Circumstances(Theme theme, Locale locale, Map<Request.LocalKey, Scalar> locals, long pictures,
            Map<Name, Code> codes) {}

    /** Begins a pass. @return a number that grows when views may differ although their documents do not */
    long begin(Request with) {
        request = with;
        codes.replaceAll((name, code) -> code(name));
        Circumstances now = new Circumstances(with.theme(), with.locale(), with.locals(), previews.generation(), Map.copyOf(codes));
        boolean late = dues.values().removeIf(due -> !due.isAfter(with.now()));
        if (late || !now.equals(circumstances)) epoch++;
        circumstances = now;
        return epoch;
    }

    private Code code(Name name) {
        return new Code(registry.renderer(name.type, name.context), registry.type(name.type));
    }

    /** When time alone will change something. */
    Optional<Instant> due() {
        return dues.values().stream().min(Instant::compareTo);
    }

    /** Forgets all documents but some. */
    void retain(Set<DocumentId> shown) {
        cache.keySet().removeIf(key -> !shown.contains(key.document));
        dues.keySet().removeIf(key -> !shown.contains(key.document));
        documents.retain(shown);
    }

    /** Whether documents are as they were rendered. */
    static boolean isCurrent(Rendered rendered) {
        boolean own = rendered.url() == null
                || rendered.handle().isPresent() && rendered.handle().get().current() == rendered.doc().orElse(null);
        if (!own || rendered.nested().isEmpty()) return own;
        return rendered.nested().values().stream().allMatch(Views::isCurrent);
    }

    /** @param depth 0 for the document that the stage is about */
    Rendered render(DocumentUrl url, String context, int depth) {
        HostViews host = new HostViews(request.theme(), request.locale());
        return switch (documents.open(url)) {
            case Documents.Coming coming -> Rendered.standIn(url, host.coming());
            case Documents.Unavailable gone -> Rendered.standIn(url, host.unavailable(gone.reason()));
            case Documents.Here here -> render(url, context, depth, here.handle(), host);
        };
    }

    private Rendered render(DocumentUrl url, String context, int depth, DocHandle handle, HostViews host) {
        Doc doc = handle.current();
        Code code = codes.computeIfAbsent(new Name(url.contentType(), context), this::code);
        Optional<Renderer> renderer = code.renderer;
        Optional<ContentType> type = code.type;
        if (depth > DEEPEST) {
            String title = type.map(t -> title(t, doc, url)).orElse(url.contentType());
            return new Rendered(url, Optional.of(handle), Optional.of(doc), title, host.summary(title), Map.of());
        }
        if (renderer.isEmpty()) {
            View missing = host.unknown(url.contentType());
            return new Rendered(url, Optional.of(handle), Optional.of(doc), url.contentType(), missing, Map.of());
        }
        try {
            Made made = made(url, context, doc, renderer.get(), type.orElse(null));
            Rendered whole = new Rendered(url, Optional.of(handle), Optional.of(doc), made.title, made.view, Map.of());
            return made.embeds.isEmpty() ? whole : whole.withNested(nested(made.embeds, depth));
        } catch (PluginException broken) {
            View view = broken.kind() == PluginException.Kind.SILENT ? host.silent(url.contentType())
                    : host.failed(url.contentType());
            return new Rendered(url, Optional.of(handle), Optional.of(doc), "", view, Map.of());
        }
    }

    private Made made(DocumentUrl url, String context, Doc doc, Renderer renderer, ContentType type)
            throws PluginException {
        Key key = new Key(url.id(), url.contentType(), context);
        Made before = cache.get(key);
        boolean valid = before != null && before.doc == doc && before.renderer == renderer && before.type == type
                && before.reading.holds(request);
        if (valid) return before;
        boolean follows = before != null && before.renderer == renderer;
        Reading reading = new Reading(context, url, request, previews,
                follows ? before.reading.followed() : Map.of());
        Said said = guard.call(renderer, url.contentType(), () -> {
            View view = renderer.render(doc, reading);
            String title = type == null ? "" : guard.within(type, url.contentType(), () -> type.summarize(doc).title(), "");
            return new Said(before != null && before.view.equals(view) ? before.view : view, title);
        });
        View kept = said.view;
        boolean same = before != null && kept == before.view;
        Made made = new Made(doc, renderer, type, reading, said.title, kept, same ? before.embeds : embeds(kept));
        cache.put(key, made);
        reading.due().ifPresentOrElse(due -> dues.put(key, due), () -> dues.remove(key));
        return made;
    }

    private String title(ContentType type, Doc doc, DocumentUrl url) {
        try {
            return guard.call(type, url.contentType(), () -> type.summarize(doc)).title();
        } catch (PluginException broken) {
            return "";
        }
    }

    /** The documents inside a view; those on a canvas are its items' affair. */
    private static Set<View.Embed> embeds(View view) {
        Set<View.Embed> embeds = new LinkedHashSet<>();
        collect(view, embeds, 0);
        return embeds;
    }

    private Map<View.Embed, Rendered> nested(Set<View.Embed> embeds, int depth) {
        Map<View.Embed, Rendered> nested = new LinkedHashMap<>();
        for (View.Embed embed : embeds) nested.put(embed, render(embed.url(), embed.context(), depth + 1));
        return nested;
    }

    private static void collect(View view, Set<View.Embed> into, int level) {
        if (level > 64 || into.size() >= MOST_EMBEDS) return;
        switch (view) {
            case View.Embed embed -> into.add(embed);
            case View.Box box -> box.children().forEach(child -> collect(child, into, level + 1));
            case View.Described described -> collect(described.view(), into, level + 1);
            case View.Canvas canvas -> { }
            case View.Text t -> { }
            case View.Editor e -> { }
            case View.Picture p -> { }
            case View.Glyph g -> { }
            case View.Feed f -> { }
            case View.Button b -> { }
            case View.Progress p -> { }
            case View.Drawing d -> { }
            case View.Native n -> { }
        }
    }

    /** These items will be asked for soon. */
    void expect(Stream<Item> soon) {
        documents.expect(soon.flatMap(item -> item.view() instanceof View.Embed embed ? Stream.of(embed.url()) : Stream.empty()));
    }

    /** What an item of the canvas shows: mostly one document. */
    Rendered item(Item item) {
        if (item.view() instanceof View.Embed embed) return render(embed.url(), embed.context(), 1);
        Map<View.Embed, Rendered> nested = nested(embeds(item.view()), 0);
        return new Rendered(null, Optional.empty(), Optional.empty(), "", item.view(), nested);
    }
}
