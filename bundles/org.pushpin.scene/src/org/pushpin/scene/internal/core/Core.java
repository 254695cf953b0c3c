// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
public final class Core {

    /** In points. */
    private static final double REACH = 6;
    private static final double EDGE = 6;

    public final DocumentUrl url;
    public final Services services;
    public final StageHost host;
    public final Documents documents;
    public final Undo undo;
    public final LinkedHashSet<String> selection = new LinkedHashSet<>();
    public final Set<String> expanded = new HashSet<>();
    private static final int MOST_LIFTED = 200;
    /** After so long without a step the zoom rests, and sharp bitmaps are made for it. */
    private static final Duration REST = Duration.ofMillis(120);

    private final Rendering rendering;
    private final Map<Request.LocalKey, Scalar> locals = new HashMap<>();

    public final Arrows arrows = new Arrows(this);
    private Optional<Scene> scene = Optional.empty();
    private List<SceneItem> items = List.of();
    /** How many of them are frames. */
    private int holding;
    private List<SceneItem> ordered = List.of();
    private List<SceneItem> order = List.of();
    private Map<String, Rect> moved = Map.of();
    private boolean sizing;
    /** The scene from which on documents say what is previewed; 0 while a gesture goes on. */
    private long movedUntil;
    private Optional<Request.Composing> composing = Optional.empty();
    private Optional<Request.Revealed> revealed = Optional.empty();
    private Set<String> fitted = Set.of();
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
        Map<String, Request.Sizing> sizes = new HashMap<>();
        if (sizing && movedUntil == 0) moved.forEach((key, at) -> sizes.put(key, new Request.Sizing(at, fitted.contains(key))));
        Request.Sight sight = new Request.Sight(Optional.of(camera.viewport(width, height)),
                camera.board(pointer.x(), pointer.y()), scale * camera.zoom(), scale, zooming > 0);
        return rendering.request(new Request(theme, locale(), locals, sight, width / camera.zoom(), sizes, expanded,
                liftedKeys(), composing, revealed, minimap.shown(), host.now()));
    }

    /** What is a picture of its own however far it is; of very many that are dragged together, none. */
    private Set<String> liftedKeys() {
        Set<String> lifted = new HashSet<>(expanded);
        if (!edited.isEmpty()) lifted.add(edited);
        if (moved.size() <= MOST_LIFTED) lifted.addAll(moved.keySet());
        return lifted;
    }

    /** The same as items, from back to front. */
    public List<SceneItem> lifted() {
        return liftedKeys().stream().flatMap(key -> item(key).stream())
                .sorted(Comparator.comparingDouble(SceneItem::z).thenComparing(SceneItem::key)).toList();
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
        if (movedUntil > 0 && made.number() >= movedUntil) clearPreview();
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
        if (item.isLabel()) return arrows.label(item);
        Rect preview = moved.get(item.key());
        if (preview == null) return item.at();
        return new Rect(preview.x(), preview.y(), sizing ? preview.width() : item.at().width(),
                sizing && !fitted.contains(item.key()) ? preview.height() : item.at().height());
    }

    /** What is shown in an area, from back to front; a card whose text is edited lies on top meanwhile. */
    public List<SceneItem> shownIn(Rect area) {
        List<SceneItem> shown = new ArrayList<>(scene.map(s -> s.in(area)).orElse(List.of()));
        if (!moved.isEmpty()) {
            shown.removeIf(item -> moved.containsKey(item.key()));
            moved.keySet().forEach(key -> item(key).filter(item -> shown(item).intersects(area)).ifPresent(shown::add));
            shown.sort(Comparator.comparingDouble(SceneItem::z).thenComparing(SceneItem::key));
        }
        item(edited).filter(shown::remove).ifPresent(shown::add);
        return shown;
    }

    /** The uppermost item at a point. */
    public Optional<SceneItem> itemAt(Point board) {
        double edge = EDGE / camera.zoom();
        List<SceneItem> there = shownIn(new Rect(board.x() - edge, board.y() - edge, 2 * edge, 2 * edge)).reversed();
        Optional<SceneItem> card = there.stream().filter(item -> !item.holds() && takes(item, board)).findFirst();
        return card.or(() -> arrows.at(board))
                .or(() -> there.stream().filter(item -> item.holds() && takes(item, board)).findFirst());
    }

    /** The card or frame at a point, and no arrow. */
    public Optional<SceneItem> cardAt(Point board) {
        return itemAt(board).filter(item -> !item.isLabel());
    }

    /** A frame is taken at its edge and at its title, so that inside of it there is paper; labels by {@link Arrows}. */
    private boolean takes(SceneItem item, Point board) {
        Rect at = shown(item);
        if (item.isLabel()) return false;
        if (!item.holds()) return at.contains(board);
        boolean edge = at.grown(EDGE / camera.zoom()).contains(board) && !at.grown(-EDGE / camera.zoom()).contains(board);
        return edge || Parts.firstEditor(item).map(title -> title.at().grown(EDGE).moved(at.x(), at.y()))
                .filter(title -> title.contains(board)).isPresent();
    }

    /** The items that an area touches, where the document has them. */
    public List<SceneItem> itemsIn(Rect area) {
        return scene.map(s -> s.in(area)).orElse(List.of()).stream().filter(item -> !item.isLabel()).toList();
    }

    /** The keys of what a gesture has elsewhere than the document. */
    Set<String> previewed() {
        return moved.keySet();
    }

    /** How near something must be to snap to it, in board units. */
    public double reach() {
        return REACH / camera.zoom();
    }

    /** Where items in sight lie, but for some. */
    public List<Rect> neighbours(Set<String> except) {
        return shownIn(camera.viewport(width, height)).stream().filter(item -> !except.contains(item.key()) && !item.isLabel())
                .map(this::shown).toList();
    }

    public List<SceneItem> selected(Ability ability) {
        return selection.stream().flatMap(key -> item(key).stream())
                .filter(item -> item.can().contains(ability)).toList();
    }

    /** Reading order: row by row, a row being a grid cell high. */
    private static final Comparator<SceneItem> READING = Comparator
            .<SceneItem>comparingDouble(item -> Math.floor(item.at().y() / 40))
            .thenComparingDouble(item -> item.at().x()).thenComparing(SceneItem::key);

    /** All items in reading order. */
    public List<SceneItem> readingOrder() {
        if (ordered != items) order = items.stream().sorted(READING).toList();
        ordered = items;
        return order;
    }

    /** How many cards there are, without frames. */
    public int cards() {
        return items.size() - holding;
    }

    /** Some items in reading order. */
    public List<SceneItem> inReadingOrder(Set<String> keys) {
        return keys.stream().flatMap(key -> item(key).stream()).sorted(READING).toList();
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

    // previews

    /** Shows items elsewhere while a gesture goes on. */
    public void previewMove(Map<String, Rect> places) {
        boolean begins = !moved.keySet().equals(places.keySet());
        moved = Map.copyOf(places);
        sizing = false;
        movedUntil = 0;
        if (begins) request();
        damaged();
    }

    /** @param fitted items as high as their content, whatever their place says */
    public void previewSize(Map<String, Rect> places, Set<String> fitted) {
        moved = Map.copyOf(places);
        this.fitted = Set.copyOf(fitted);
        sizing = true;
        movedUntil = 0;
        request();
        damaged();
    }

    /** The gesture's result is in the document: what is previewed stays until a scene has it. */
    public void keepPreview() {
        movedUntil = Long.MAX_VALUE;
        movedUntil = request();
    }

    public void clearPreview() {
        boolean sized = sizing && movedUntil == 0 || !moved.isEmpty();
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
