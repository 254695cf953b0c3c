// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.render;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.pushpin.content.BlobRef;
import org.pushpin.content.Preview;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.internal.preview.Previews;

/** A render context that notes what is read, so that it is known later whether the same would be read again. */
final class Reading implements RenderContext {

    private sealed interface Question {}

    private record Time(Duration grain) implements Question {}

    private record Local(String key, Scalar initial) implements Question {}

    private record Picture(BlobRef blob, String kind) implements Question {}

    private final String context;
    private final DocumentUrl url;
    private final Request request;
    private final Previews previews;
    private final Map<Question, Object> answers = new LinkedHashMap<>();
    private final Map<ObjectId, Object> before;
    private final Map<ObjectId, Object> followed = new HashMap<>();

    /** @param followed what {@link #follow} has made at the last render */
    Reading(String context, DocumentUrl url, Request request, Previews previews, Map<ObjectId, Object> followed) {
        this.before = followed;
        this.context = context;
        this.url = url;
        this.request = request;
        this.previews = previews;
    }

    /** Whether everything that was read would be answered alike now. */
    boolean holds(Request now) {
        if (!now.theme().equals(request.theme()) || !now.locale().equals(request.locale())) return false;
        if (answers.isEmpty()) return true;
        Reading again = new Reading(context, url, now, previews, Map.of());
        return answers.entrySet().stream().allMatch(read -> read.getValue().equals(again.answer(read.getKey())));
    }

    /** When the soonest of the times that were read moves on. */
    Optional<Instant> due() {
        return answers.entrySet().stream().filter(read -> read.getKey() instanceof Time)
                .map(read -> ((Instant) read.getValue()).plus(((Time) read.getKey()).grain))
                .min(Instant::compareTo);
    }

    private Object answer(Question question) {
        return switch (question) {
            case Time time -> floor(request.now(), time.grain);
            case Local local -> request.locals().getOrDefault(new Request.LocalKey(url.id(), local.key), local.initial);
            case Picture picture -> previews.preview(picture.blob, picture.kind);
        };
    }

    private static Instant floor(Instant now, Duration grain) {
        long step = Math.max(1, grain.toMillis());
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step);
    }

    private synchronized Object ask(Question question) {
        return answers.computeIfAbsent(question, this::answer);
    }

    @Override
    public String context() {
        return context;
    }

    @Override
    public DocumentUrl document() {
        return url;
    }

    @Override
    public Theme theme() {
        return request.theme();
    }

    @Override
    public Locale locale() {
        return request.locale();
    }

    @Override
    public Instant now(Duration grain) {
        return (Instant) ask(new Time(grain));
    }

    @Override
    public Scalar local(String key, Scalar initial) {
        return (Scalar) ask(new Local(key, initial));
    }

    @Override
    public Preview preview(BlobRef blob, String kind) {
        return (Preview) ask(new Picture(blob, kind));
    }

    @Override
    public View keyed(ObjectId part, Supplier<View> make) {
        return make.get();
    }

    @Override
    public synchronized <T> T follow(ObjectId part, Class<T> type, UnaryOperator<T> make) {
        Object last = before.get(part);
        T made = make.apply(type.isInstance(last) ? type.cast(last) : null);
        followed.put(part, made);
        return made;
    }

    /** What was made step by step, for the next render. */
    synchronized Map<ObjectId, Object> followed() {
        return Map.copyOf(followed);
    }
}
