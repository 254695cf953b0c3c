// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.content.Ability;
import org.pushpin.content.Messages;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.content.Theme;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.scene.Frame;
import org.pushpin.scene.StageHost;
import org.pushpin.scene.internal.camera.Camera;
import org.pushpin.scene.internal.render.Composer;
import org.pushpin.scene.internal.render.Documents;
import org.pushpin.scene.internal.render.Rendering;
import org.pushpin.scene.internal.render.Request;
import org.pushpin.scene.internal.render.Scene;
import org.pushpin.scene.internal.render.SceneItem;
import org.pushpin.repo.DocHandle;

/**
 * What the parts of a stage share: the newest scene, the camera, the selection, and what is previewed. Used on the ui
 * thread only.
 */
final class Core {

    /** In points. */
    private static final double REACH = 6;

    final DocumentUrl url;
    final Services services;
    final StageHost host;
    final Documents documents;
    final Undo undo = new Undo();
    final LinkedHashSet<String> selection = new LinkedHashSet<>();
    final Set<String> expanded = new HashSet<>();
    private final Rendering rendering;
    private final Map<Request.LocalKey, Scalar> locals = new HashMap<>();

    private Optional<Scene> scene = Optional.empty();
    private Map<String, Rect> moved = Map.of();
    private boolean sizing;
    /** The scene from which on documents say what is previewed; 0 while a gesture goes on. */
    private long movedUntil;
    private Optional<Request.Composing> composing = Optional.empty();
    private Optional<Request.Revealed> revealed = Optional.empty();
    private Set<String> fitted = Set.of();
    Theme theme;
    Camera camera = Camera.START;
    int width = 1;
    int height = 1;
    double scale = 1;
    boolean focused = true;
    /** Whether the key is held that makes a hand of the pointer, which drags the plane. */
    boolean hand;
    /** The item whose text is edited; empty if none is. */
    String edited = "";
    /** Frames that would take what is dragged now. */
    Set<String> taking = Set.of();
    /** The newest frame, or null when it has to be made again. */
    Frame frame;

    Core(DocumentUrl url, String context, Theme theme, Services services, StageHost host, StageEvents events) {
        this.url = url;
        this.theme = theme;
        this.services = services;
        this.host = host;
        documents = new Documents(services.repo(), update -> updated(update, events), this::changed);
        Composer composer = new Composer(url, context, services.registry(), services.guard(), services.fonts(),
                services.previews(), documents);
        rendering = new Rendering(services.lane(), services.timer(), host::now, composer, services.previews(),
                made -> host.execute(() -> events.scene(made)));
    }

    /** What a stage is told, on the ui thread. */
    interface StageEvents {
        void scene(Scene made);

        void saved();
    }

    private void updated(DocHandle.Update update, StageEvents events) {
        if (update.origin() == DocHandle.Origin.SAVED) host.execute(events::saved);
        else rendering.changed();
    }

    /** Documents, card types or previews have changed: any thread. */
    void changed() {
        rendering.changed();
    }

    /** The view has changed: asks for a scene that fits. */
    long request() {
        Map<String, Request.Sizing> sizes = new HashMap<>();
        if (sizing && movedUntil == 0) moved.forEach((key, at) -> sizes.put(key, new Request.Sizing(at, fitted.contains(key))));
        return rendering.request(new Request(theme, locale(), locals, Optional.of(camera.viewport(width, height)),
                width / camera.zoom(), scale * camera.zoom(), sizes, expanded, composing, revealed, host.now()));
    }

    Locale locale() {
        return Locale.getDefault();
    }

    Messages messages() {
        return Messages.of(Core.class, locale());
    }

    /** Something to paint has changed. */
    void damaged() {
        frame = null;
        host.damaged();
    }

    // scene

    Optional<Scene> scene() {
        return scene;
    }

    /** Takes a new scene; previews that it contains end. */
    void scene(Scene made) {
        scene = Optional.of(made);
        if (movedUntil > 0 && made.number() >= movedUntil) clearPreview();
        selection.removeIf(key -> made.item(key).isEmpty());
    }

    Optional<SceneItem> item(String key) {
        return scene.flatMap(s -> s.item(key));
    }

    List<SceneItem> items() {
        return scene.map(Scene::items).orElse(List.of());
    }

    boolean isCanvas() {
        return scene.isPresent() && scene.get().canvas().isPresent();
    }

    /** Where an item is shown: where a gesture has it, else where the document has it. */
    Rect shown(SceneItem item) {
        Rect preview = moved.get(item.key());
        if (preview == null) return item.at();
        return new Rect(preview.x(), preview.y(), sizing ? preview.width() : item.at().width(),
                sizing && !fitted.contains(item.key()) ? preview.height() : item.at().height());
    }

    /** From back to front; a card whose text is edited lies on top meanwhile. */
    List<SceneItem> paintOrder() {
        List<SceneItem> order = new ArrayList<>(items());
        item(edited).ifPresent(item -> {
            order.remove(item);
            order.add(item);
        });
        return order;
    }

    Optional<SceneItem> itemAt(Point board) {
        return paintOrder().reversed().stream().filter(item -> shown(item).contains(board)).findFirst();
    }

    /** How near something must be to snap to it, in board units. */
    double reach() {
        return REACH / camera.zoom();
    }

    /** Where items in sight lie, but for some. Linear; once per gesture. */
    List<Rect> neighbours(Set<String> except) {
        Rect view = camera.viewport(width, height);
        return items().stream().filter(item -> !except.contains(item.key())).map(this::shown)
                .filter(at -> at.intersects(view)).toList();
    }

    List<SceneItem> selected(Ability ability) {
        return selection.stream().flatMap(key -> item(key).stream())
                .filter(item -> item.can().contains(ability)).toList();
    }

    /** Reading order: row by row, a row being a grid cell high. */
    List<SceneItem> readingOrder() {
        return items().stream().sorted(java.util.Comparator
                .<SceneItem>comparingDouble(item -> Math.floor(item.at().y() / 40))
                .thenComparingDouble(item -> item.at().x()).thenComparing(SceneItem::key)).toList();
    }

    boolean select(Set<String> keys) {
        if (selection.equals(keys)) return false;
        selection.clear();
        selection.addAll(keys);
        undo.endRun();
        damaged();
        return true;
    }

    // previews

    /** Shows items elsewhere while a gesture goes on. */
    void previewMove(Map<String, Rect> places) {
        moved = Map.copyOf(places);
        sizing = false;
        movedUntil = 0;
        damaged();
    }

    /** @param fitted items as high as their content, whatever their place says */
    void previewSize(Map<String, Rect> places, Set<String> fitted) {
        moved = Map.copyOf(places);
        this.fitted = Set.copyOf(fitted);
        sizing = true;
        movedUntil = 0;
        request();
        damaged();
    }

    /** The gesture's result is in the document: what is previewed stays until a scene has it. */
    void keepPreview() {
        movedUntil = Long.MAX_VALUE;
        movedUntil = request();
    }

    void clearPreview() {
        boolean sized = sizing && movedUntil == 0;
        moved = Map.of();
        fitted = Set.of();
        sizing = false;
        movedUntil = 0;
        if (sized) request();
        damaged();
    }

    // values of the window

    void local(Request.LocalKey key, Scalar value) {
        locals.put(key, value);
        request();
    }

    void compose(Optional<Request.Composing> now) {
        if (composing.equals(now)) return;
        composing = now;
        request();
    }

    /** Shows the syntax of paragraphs. */
    void reveal(Optional<Request.Revealed> now) {
        if (revealed.equals(now)) return;
        revealed = now;
        request();
    }

    Optional<Request.Composing> composing() {
        return composing;
    }

    void camera(Camera to) {
        camera = bounded(to);
        request();
        damaged();
    }

    /** The same for a camera that is nearer or farther. */
    void zoom(Camera to) {
        camera(to);
    }

    /** A page scrolls no farther than it reaches; a canvas has no end. */
    private Camera bounded(Camera to) {
        if (scene.isEmpty() || isCanvas()) return to;
        double most = scene.get().bounds().map(all -> all.bottom() + 32 - height / to.zoom()).orElse(0.0);
        return to.at(0, Math.clamp(to.y(), 0, Math.max(0, most)));
    }

    void close() {
        rendering.close();
        undo.endRun();
        documents.close();
    }
}
