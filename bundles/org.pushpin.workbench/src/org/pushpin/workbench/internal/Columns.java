// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;

/** The rows of tabs in the window, side by side: one, until a document is shown beside another. Ui thread. */
final class Columns {

    private static final float HALF = 0.5f;

    private final IWorkbenchPage page;
    private final EModelService models;

    Columns(IWorkbenchPage page) {
        this.page = page;
        models = page.getWorkbenchWindow().getService(EModelService.class);
    }

    /** The open documents of every column, from left to right. Those that were never looked at count as well. */
    List<List<DocumentEditor>> documents() {
        List<List<DocumentEditor>> columns = new ArrayList<>();
        for (MPartStack stack : stacks()) {
            List<DocumentEditor> tabs = new ArrayList<>();
            for (Object child : stack.getChildren()) editor(child).ifPresent(tabs::add);
            if (!tabs.isEmpty()) columns.add(List.copyOf(tabs));
        }
        return columns;
    }

    /** What is in front in each column, from left to right. */
    private List<DocumentEditor> inFront() {
        return stacks().stream().flatMap(stack -> editor(stack.getSelectedElement()).stream()).toList();
    }

    private List<MPartStack> stacks() {
        return tabs().stream().map(Columns::stack).flatMap(Optional::stream).findFirst()
                .map(any -> models.findElements(top(any), null, MPartStack.class)).orElse(List.of());
    }

    private List<DocumentEditor> tabs() {
        List<DocumentEditor> tabs = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getEditor(false) instanceof DocumentEditor editor) tabs.add(editor);
        }
        return tabs;
    }

    private Optional<DocumentEditor> editor(Object part) {
        return tabs().stream().filter(tab -> part(tab) == part).findFirst();
    }

    private static MPart part(IEditorPart editor) {
        return editor.getSite().getService(MPart.class);
    }

    private static Optional<MPartStack> stack(IEditorPart editor) {
        return (Object) part(editor).getParent() instanceof MPartStack stack ? Optional.of(stack) : Optional.empty();
    }

    /** What all columns are in. */
    private static MUIElement top(MUIElement inside) {
        MUIElement at = inside;
        while ((Object) at.getParent() instanceof MPartSashContainer) {
            at = (MUIElement) (Object) at.getParent();
        }
        return at;
    }

    /** The column that a document opens in to be beside another; empty while there is one column only. */
    Optional<MPartStack> beside(IEditorPart editor) {
        Optional<MPartStack> own = stack(editor);
        return stacks().stream().filter(stack -> own.filter(mine -> mine != stack).isPresent()).reduce((left, right) -> right);
    }

    /** Shows a document in a column beside another's: the one that is there, or a new one on the right. */
    void move(IEditorPart moved, IEditorPart stays) {
        Optional<MPartStack> own = stack(stays);
        if (own.isEmpty()) return;
        MPartStack to = beside(stays).orElseGet(() -> made(own.get()));
        if ((Object) part(moved).getParent() != to) {
            models.move(part(moved), to);
        }
        to.setSelectedElement(part(moved));
    }

    /** A new column on the right of another. */
    private MPartStack made(MPartStack neighbour) {
        MPartStack column = models.createModelElement(MPartStack.class);
        column.getTags().addAll(neighbour.getTags());
        models.insert(column, neighbour, EModelService.RIGHT_OF, HALF);
        return column;
    }

    /** The document in front in the next column. */
    Optional<DocumentEditor> next(IEditorPart from, int step) {
        List<DocumentEditor> fronts = inFront();
        int at = stack(from).map(mine -> fronts.stream().map(front -> stack(front).orElse(null)).toList().indexOf(mine))
                .orElse(-1);
        return at < 0 || fronts.size() < 2 ? Optional.empty()
                : Optional.of(fronts.get(Math.floorMod(at + step, fronts.size())));
    }
}
