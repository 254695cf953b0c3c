// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.time.Duration;
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
import org.pushpin.crdt.Cursor;
import org.pushpin.crdt.ObjectId;
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
public final class Core {

    public final DocumentUrl url;
    public final Services services;
    public final StageHost host;
    public final Documents documents;
    public final Undo undo;
    public final LinkedHashSet<String> selection = new LinkedHashSet<>();
    public final Set<String> expanded = new HashSet<>();
    /** After so long without a step the zoom rests, and sharp bitmaps are made for it. */
    private static final Duration REST = Duration.ofMillis(120);

    private final Rendering rendering;
    private final Map<Request.LocalKey, Scalar> locals = new HashMap<>();

    public final Arrows arrows = new Arrows(this);
    public final Preview preview = new Preview(this);
    public final Lifted lifted = new Lifted(this);
    public final Hits hits = new Hits(this);
    public final ReadingOrder reading = new ReadingOrder(this);
    private Optional<Scene> scene = Optional.empty();
    private List<SceneItem> items = List.of();
    /** How many of them are frames. */
    private int holding;
    private Optional<Request.Composing> composing = Optional.empty();
    private Optional<Writing> writing = Optional.empty();
    private Optional<Request.Revealed> revealed = Optional.empty();
    /** Steps of a zoom that has not come to rest. */
    private int zooming;
    /** Where the pointer was last, in points: what lies there is made ready first. */
    public Point pointer = Point.ORIGIN;
    public Theme theme;
    public Camera camera = Camera.START;
    public int width = 1;
    public int height = 1;
    public double scale = 1;
    public boolean focused = true;
    public final MinimapSetting minimap;
    /** Whether the key is held that makes a hand of the pointer, which drags the plane. */
    public boolean hand;
    /** The item whose text is edited; empty if none is. */
    public String edited = "";
    /** Frames that would take what is dragged now. */
    public Set<String> taking = Set.of();
    /** What is said beside the pointer while something is dragged. */
    public Optional<Hint> hint = Optional.empty();
    /** Set once, before there is anything to watch. */
    public Optional<Watcher> watcher = Optional.empty();
    /** The newest frame, or null when it has to be made again. */
    public Frame frame;
    /** Whether of the newest frame what lies above the cards has to be made again. */
    public boolean above;

    public Core(DocumentUrl url, String context, Theme theme, Services services, StageHost host, StageEvents events) {
        this.url = url;
        this.theme = theme;
        this.services = services;
        undo = services.histories().of(url.id());
        this.host = host;
        minimap = new MinimapSetting(this);
        documents = new Documents(services.repo(), update -> updated(update, events), this::changed);
        Composer composer = new Composer(url, context, services.registry(), services.guard(), services.fonts(),
                services.previews(), documents);
        rendering = new Rendering(services.lane(), services.timer(), host::now, composer, services.previews(),
                made -> host.execute(() -> events.scene(made)));
    }

    /** Is told, on the ui thread, of what a person does that others may see. */
    public interface Watcher {
        /** The camera or the stage's size has changed. */
        void camera();

        /** What is selected has changed. */
        void selection();

        /** The caret in a text has moved, or text is no longer edited. */
        void writing();
    }

    /** Where this person writes. @param text of the document that the item shows; the places stand behind what is before them */
    public record Writing(String item, ObjectId text, Cursor caret, Cursor anchor) {}

    /** Where this person writes now. */
    public Optional<Writing> writing() {
        return writing;
    }

    public void writing(Optional<Writing> now) {
        if (writing.equals(now)) return;
        writing = now;
        watcher.ifPresent(Watcher::writing);
    }

    /** What a stage is told, on the ui thread. */
    public interface StageEvents {
        void scene(Scene made);

        void saved();
    }

    private void updated(DocHandle.Update update, StageEvents events) {
        if (update.origin() == DocHandle.Origin.SAVED) host.execute(events::saved);
        else rendering.changed();
    }

    /** Documents, card types or previews have changed: any thread. */
    public void changed() {
        rendering.changed();
    }

    /** This person has changed a document, and waits to see it. */
    public void written() {
        rendering.hurry();
    }

    /** The view has changed: asks for a scene that fits. */
    public long request() {
        Request.Sight sight = new Request.Sight(Optional.of(camera.viewport(width, height)),
                camera.board(pointer.x(), pointer.y()), scale * camera.zoom(), scale, zooming > 0);
        return rendering.request(new Request(theme, locale(), locals, sight, width / camera.zoom(), preview.sizes(), expanded,
                lifted.keys(), composing, revealed, minimap.shown(), host.now()));
    }

    public Locale locale() {
        return Locale.getDefault();
    }

    public Messages messages() {
        return Messages.of(Core.class, locale());
    }

    /** Something to paint has changed. */
    public void damaged() {
        frame = null;
        host.damaged();
    }

    /** Nothing has changed but what lies above the cards: others' pointers and outlines. */
    public void damagedAbove() {
        above = frame != null;
        host.damaged();
    }

    // scene

    public Optional<Scene> scene() {
        return scene;
    }

    /** Takes a new scene; previews that it contains end. */
    public void scene(Scene made) {
        boolean sameKeys = made.hasKeysOf(scene.orElse(null));
        scene = Optional.of(made);
        items = made.cards();
        preview.scene(made);
        if (minimap.shown() && made.minimap().isEmpty()) request();
        if (sameKeys) return;
        holding = (int) items.stream().filter(SceneItem::holds).count();
        if (selection.removeIf(key -> made.item(key).isEmpty())) watcher.ifPresent(Watcher::selection);
    }

    public Optional<SceneItem> item(String key) {
        return scene.flatMap(s -> s.item(key));
    }

    /** What lies on the plane, from back to front, without the labels of arrows. */
    public List<SceneItem> items() {
        return items;
    }

    public boolean isCanvas() {
        return scene.isPresent() && scene.get().canvas().isPresent();
    }

    /** Where an item is shown: where a gesture has it, else where the document has it. */
    public Rect shown(SceneItem item) {
        return item.isLabel() ? arrows.label(item) : preview.at(item);
    }

    /** What is shown in an area, from back to front; a card whose text is edited lies on top meanwhile. */
    public List<SceneItem> shownIn(Rect area) {
        return hits.in(area);
    }

    /** The uppermost item at a point. */
    public Optional<SceneItem> itemAt(Point board) {
        return hits.at(board);
    }

    /** The card or frame at a point, and no arrow. */
    public Optional<SceneItem> cardAt(Point board) {
        return itemAt(board).filter(item -> !item.isLabel());
    }

    /** The items that an area touches, where the document has them. */
    public List<SceneItem> itemsIn(Rect area) {
        return scene.map(s -> s.in(area)).orElse(List.of()).stream().filter(item -> !item.isLabel()).toList();
    }

    public List<SceneItem> selected(Ability ability) {
        return selection.stream().flatMap(key -> item(key).stream())
                .filter(item -> item.can().contains(ability)).toList();
    }

    /** How many cards there are, without frames. */
    public int cards() {
        return items.size() - holding;
    }

    public boolean select(Set<String> keys) {
        if (selection.equals(keys)) return false;
        selection.clear();
        selection.addAll(keys);
        watcher.ifPresent(Watcher::selection);
        undo.endRun();
        damaged();
        return true;
    }

    // values of the window

    void local(Request.LocalKey key, Scalar value) {
        locals.put(key, value);
        request();
    }

    public void compose(Optional<Request.Composing> now) {
        if (composing.equals(now)) return;
        composing = now;
        request();
    }

    /** Shows the syntax of paragraphs. */
    public void reveal(Optional<Request.Revealed> now) {
        if (revealed.equals(now)) return;
        revealed = now;
        request();
    }

    public Optional<Request.Composing> composing() {
        return composing;
    }

    public void camera(Camera to) {
        camera = bounded(to);
        request();
        damaged();
        watcher.ifPresent(Watcher::camera);
    }

    /** The same for a camera that is nearer or farther. */
    public void zoom(Camera to) {
        zooming++;
        camera(to);
        services.timer().at(host.now().plus(REST), () -> host.execute(this::rested));
    }

    private void rested() {
        if (--zooming == 0) request();
    }

    /** A page scrolls no farther than it reaches; a canvas has no end. */
    private Camera bounded(Camera to) {
        if (scene.isEmpty() || isCanvas()) return to;
        double most = scene.get().bounds().map(all -> all.bottom() + 32 - height / to.zoom()).orElse(0.0);
        return to.at(0, Math.clamp(to.y(), 0, Math.max(0, most)));
    }

    public void close() {
        rendering.close();
        undo.endRun();
        documents.close();
    }
}
