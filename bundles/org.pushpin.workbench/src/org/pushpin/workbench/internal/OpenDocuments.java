// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.pushpin.content.Place;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.crypto.FormatException;
import org.pushpin.repo.Repo;

/**
 * The documents that are open, in tabs, in one column or in several. They are this device's own, and their links are
 * secrets: so they are kept in the profile, a line for each and an empty line between columns. Ui thread.
 */
final class OpenDocuments {

    private static final String TABS = "desktop.tabs";

    private final IWorkbenchPage page;
    private final Repo repo;
    private final Consumer<String> problems;
    private boolean restoring;

    /** @param problems is told in a sentence what does not open */
    OpenDocuments(IWorkbenchPage page, Repo repo, Consumer<String> problems) {
        this.page = page;
        this.repo = repo;
        this.problems = problems;
    }

    Optional<DocumentEditor> inFront() {
        return page.getActiveEditor() instanceof DocumentEditor editor ? Optional.of(editor) : Optional.empty();
    }

    private Columns columns() {
        return new Columns(page);
    }

    /** Opens a document where a person wants it, seen from the tab that is in front. */
    void open(DocumentUrl url, Place place) {
        Optional<DocumentEditor> from = inFront();
        try {
            if (place == Place.HERE || from.isEmpty()) {
                page.openEditor(new DocumentInput(url), DocumentEditor.ID);
            } else if (place == Place.NEW_TAB) {
                another(url);
                page.activate(from.get());
            } else {
                IEditorPart opened = another(url);
                columns().move(opened, from.get());
                page.activate(opened);
            }
            remember();
        } catch (PartInitException e) {
            problems.accept(e.getMessage());
        }
    }

    private IEditorPart another(DocumentUrl url) throws PartInitException {
        return page.openEditor(new DocumentInput(url), DocumentEditor.ID, true, IWorkbenchPage.MATCH_NONE);
    }

    /** Shows the document in front once more, beside itself: two views, one document, one history. */
    void split() {
        inFront().ifPresent(editor -> open(editor.url(), Place.BESIDE));
    }

    /** Gives the keyboard to the other side, where there is one. */
    void otherSide(int step) {
        inFront().flatMap(editor -> columns().next(editor, step)).ifPresent(page::activate);
    }

    /** Those of the last time, from left to right. */
    List<List<DocumentUrl>> remembered() {
        String kept = repo.setting(TABS).map(value -> new String(value.toByteArray(), StandardCharsets.UTF_8)).orElse("");
        return Stream.of(kept.split("\n\n")).map(OpenDocuments::urls).filter(column -> !column.isEmpty()).toList();
    }

    /** Opens all of them again. */
    void restore(List<List<DocumentUrl>> columns) {
        restoring = true;
        for (List<DocumentUrl> column : columns) {
            boolean first = column == columns.getFirst();
            open(column.getFirst(), first ? Place.HERE : Place.BESIDE);
            column.stream().skip(1).forEach(url -> open(url, first ? Place.HERE : Place.NEW_TAB));
        }
        restoring = false;
        remember();
    }

    void remember() {
        if (restoring) return;
        List<String> kept = new ArrayList<>();
        for (List<DocumentEditor> column : columns().documents()) {
            kept.add(String.join("\n", column.stream().map(editor -> editor.url().toString()).toList()));
        }
        repo.setting(TABS, Bytes.utf8(String.join("\n\n", kept)));
    }

    /** What can be read of lines of links. */
    static List<DocumentUrl> urls(String lines) {
        return lines.lines().flatMap(line -> {
            try {
                return Stream.of(DocumentUrl.parse(line));
            } catch (FormatException e) {
                return Stream.empty();
            }
        }).toList();
    }
}
