// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.repo.Subscription;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.Home;
import org.pushpin.search.Search;
import org.pushpin.search.SearchProgress;
import org.pushpin.search.SearchResult;
import org.pushpin.workbench.internal.chrome.Messages;

/**
 * What links to the document of a tab: asked when the tab comes in front, and while it is there again as the index follows changes,
 * at most every {@value #PAUSE_MILLIS} ms. The workspace, which lists every board, is not among them. Ui thread.
 */
final class Backlinks {

    private static final int MOST = 50;
    private static final int PAUSE_MILLIS = 5_000;
    private static final int FIRST_PAUSE_MILLIS = 500;
    private static final int LONGEST = 60;

    private final DocumentUrl document;
    private final Control owner;
    private final Runnable changed;
    private final Search search = ServiceLookup.require(Search.class);
    private final Subscription following;
    private final Runnable ask = () -> ask(found -> { });
    private List<SearchResult> known = List.of();
    private boolean shown;
    private boolean waiting;

    /** @param changed is called when what is known is another */
    Backlinks(DocumentUrl document, Control owner, Runnable changed) {
        this.document = document;
        this.owner = owner;
        this.changed = changed;
        Display display = owner.getDisplay();
        following = search.subscribe(progress -> followed(display, progress));
        owner.addListener(SWT.Dispose, event -> following.close());
    }

    /** Those known now, in the order in which they came. */
    List<SearchResult> known() {
        return known;
    }

    /** The tab came in front, or went behind others. */
    void shown(boolean is) {
        if (is && !shown) {
            ask.run();
        }
        shown = is;
    }

    /** The indexer's thread. */
    private void followed(Display display, SearchProgress progress) {
        if (progress.waiting() == 0 && !display.isDisposed()) {
            display.asyncExec(this::askSoon);
        }
    }

    private void askSoon() {
        if (shown && !waiting && !owner.isDisposed()) {
            waiting = true;
            owner.getDisplay().timerExec(known.isEmpty() ? FIRST_PAUSE_MILLIS : PAUSE_MILLIS, ask);
        }
    }

    /** Asks anew; then tells {@code then}, unless the tab was closed meanwhile. */
    void ask(Consumer<List<SearchResult>> then) {
        waiting = false;
        Display display = owner.getDisplay();
        ServiceLookup.require(Home.class).workspace().thenCombine(search.linking(document.id(), MOST), Backlinks::without)
                .whenComplete((found, problem) -> display.asyncExec(() -> {
                    if (!owner.isDisposed()) {
                        tell(problem == null ? found : List.of());
                        then.accept(known);
                    }
                }));
    }

    private static List<SearchResult> without(DocumentUrl workspace, List<SearchResult> found) {
        DocumentId listing = workspace.id();
        return found.stream().filter(result -> !result.url().id().equals(listing)).toList();
    }

    private void tell(List<SearchResult> found) {
        if (!found.equals(known)) {
            known = found;
            changed.run();
        }
    }

    /** Adds an item for each of them, its title and what it is. */
    static void fill(Menu menu, List<SearchResult> found, Consumer<DocumentUrl> open) {
        for (SearchResult result : found) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(Messages.get("links.item", title(result.title().text()), kind(result.url())).replace("&", "&&"));
            item.addListener(SWT.Selection, event -> open.accept(result.url()));
        }
    }

    private static String title(String whole) {
        if (whole.isBlank()) {
            return Messages.get("title.untitled");
        }
        int most = Math.min(whole.length(), LONGEST * 2); // what is longer is not looked at for its characters
        return whole.codePointCount(0, most) <= LONGEST ? whole.substring(0, most)
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) + "\u2026";
    }

    private static String kind(DocumentUrl url) {
        return ServiceLookup.require(ContentRegistry.class).type(url.contentType())
                .map(type -> type.descriptor(Locale.getDefault()).label()).orElse(url.contentType());
    }
}
