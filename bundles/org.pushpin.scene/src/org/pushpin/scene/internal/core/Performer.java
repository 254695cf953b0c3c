// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.pushpin.content.Color;
import org.pushpin.content.ContentType;
import org.pushpin.content.Intent;
import org.pushpin.content.Placement;
import org.pushpin.content.Point;
import org.pushpin.content.Rect;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.DocHandle;
import org.pushpin.scene.internal.documents.Placements;
import org.pushpin.scene.internal.plugin.PluginException;
import org.pushpin.scene.internal.render.Documents;
import org.pushpin.scene.internal.render.Request;

/** Does what intents ask for: by the document's type, or by the host where they are the host's. On the ui thread. */
public final class Performer {

    private static final Set<String> OUTSIDE = Set.of("http", "https", "mailto");

    private final Core core;

    public Performer(Core core) {
        this.core = core;
    }

    /** A plug-in's failure on its way out of an edit, which it ends. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final PluginException.Kind kind;

        Broken(PluginException cause) {
            super(cause);
            kind = cause.kind();
        }
    }

    public Optional<DocHandle> handle(DocumentUrl url) {
        return core.documents.state(url.id()) instanceof Documents.Here here ? Optional.of(here.handle())
                : Optional.empty();
    }

    /** An intent of a document, as one step of undo. @param at where something new goes */
    public boolean perform(DocumentUrl url, Intent intent, Point at) {
        switch (intent) {
            case Intent.Open open -> core.host.open(open.url(), open.place());
            case Intent.Browse browse -> browse(browse.link());
            case Intent.Export export -> new FileExport(core).perform(export);
            case Intent.Local local -> core.local(new Request.LocalKey(url.id(), local.key()), local.value());
            case Intent.Choose choose -> choose(choose, color -> change(url, choose.with(color)));
            case Intent.Create create -> create(url, create, at);
            default -> {
                return change(url, intent);
            }
        }
        return true;
    }

    /** Asks for a colour. @param then is told it, if there is one */
    public void choose(Intent.Choose choice, Consumer<Color> then) {
        core.host.color(choice.present()).thenAccept(color -> color.ifPresent(chosen -> core.host.execute(() -> then.accept(chosen))));
    }

    /** What comes in documents is a stranger's: nothing but these schemes leaves the program. */
    private void browse(String link) {
        try {
            URI uri = new URI(link);
            if (OUTSIDE.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))) core.host.browse(uri);
        } catch (URISyntaxException notALink) {
            core.host.notice(core.messages().get("link.broken"));
        }
    }

    /** Changes a document, as one step of undo. @return whether anything changed */
    public boolean change(DocumentUrl url, Intent intent) {
        return change(url, List.of(intent));
    }

    /** Several intents of one document, as one change and one step of undo. @return whether anything changed */
    public boolean change(DocumentUrl url, List<Intent> intents) {
        return change(Map.of(url, intents));
    }

    /** Intents of several documents, as one change of each and one step of undo of all. @return whether anything changed */
    public boolean change(Map<DocumentUrl, List<Intent>> intents) {
        core.undo.endRun();
        List<DocHandle> changed = new ArrayList<>();
        intents.forEach((url, wanted) -> handle(url).filter(handle -> !wanted.isEmpty()).ifPresent(handle -> {
            Doc before = handle.current();
            Optional<Doc> after = write(handle, url.contentType(), (type, edit) -> {
                for (Intent intent : wanted) perform(type, url.contentType(), intent, edit);
            });
            if (after.isPresent() && after.get() != before) changed.add(handle);
        }));
        if (!changed.isEmpty()) core.undo.did(changed);
        return !changed.isEmpty();
    }

    /**
     * Changes a document; undo is the caller's.
     *
     * @param intent made from the edit, because that may hold changes which nobody here has seen
     * @return the snapshot with the change; empty when it was refused, which the person is told
     */
    public Optional<Doc> change(DocHandle handle, String typeName, Function<Edit, Intent> intent) {
        return write(handle, typeName, (type, edit) -> perform(type, typeName, intent.apply(edit), edit));
    }

    private Optional<Doc> write(DocHandle handle, String typeName, BiConsumer<ContentType, Edit> writing) {
        Optional<ContentType> type = core.services.registry().type(typeName);
        if (type.isEmpty()) {
            core.host.notice(core.messages().get("missing.type", typeName));
            return Optional.empty();
        }
        try {
            Optional<Doc> written = Optional.of(handle.change(null, edit -> writing.accept(type.get(), edit)));
            core.written();
            return written;
        } catch (Broken broken) {
            boolean silent = broken.kind == PluginException.Kind.SILENT;
            core.host.notice(core.messages().get(silent ? "perform.silent" : "perform.failed", typeName));
            return Optional.empty();
        }
    }

    private void perform(ContentType type, String name, Intent intent, Edit edit) {
        try {
            core.services.guard().call(type, name, () -> {
                type.perform(intent, edit);
                return true;
            });
        } catch (PluginException broken) {
            throw new Broken(broken);
        }
    }

    private void create(DocumentUrl url, Intent.Create create, Point at) {
        DocumentUrl made;
        try {
            made = core.services.factory().create(create.type(), create.seed());
        } catch (IllegalArgumentException missing) {
            core.host.notice(core.messages().get("missing.type", create.type()));
            return;
        }
        if (create.then().isEmpty()) {
            insert(List.of(made), at);
            return;
        }
        Map<String, Scalar> arguments = new HashMap<>();
        arguments.put("url", Scalar.of(made.toString()));
        change(url, new Intent.Act(create.then(), arguments));
    }

    /** Pins documents on the stage's own document and selects them. @return their keys */
    public List<String> insert(List<DocumentUrl> urls, Point at) {
        Placements placements = new Placements(core.services.registry(), core.services.guard());
        return insert(new Intent.Insert(placements.at(at, urls)));
    }

    public List<String> insert(Intent.Insert insert) {
        if (insert.cards().isEmpty()) return List.of();
        List<Intent> intents = new ArrayList<>(List.of(insert));
        Grouping grouping = new Grouping(core);
        for (Placement card : insert.cards()) {
            Rect at = new Rect(card.at().x(), card.at().y(), card.width(), card.height().orElse(0));
            grouping.around(at, Set.of()).ifPresent(frame ->
                intents.add(new Intent.Reparent(Set.of(card.key()), frame.key())));
        }
        if (!change(core.url, intents)) return List.of();
        return insert.cards().stream().map(card -> card.key()).toList();
    }
}
