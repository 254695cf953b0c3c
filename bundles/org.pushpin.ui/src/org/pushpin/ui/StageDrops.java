// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.stream.Stream;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.URLTransfer;
import org.eclipse.swt.graphics.Point;

import org.pushpin.scene.Stage;
import org.pushpin.scene.Transfer;
import org.pushpin.scene.Transfer.Offer;

/** Lets files, pictures, links and text be dropped on a canvas. Ui thread. */
final class StageDrops extends DropTargetAdapter {

    private final StageCanvas canvas;
    private final Stage stage;
    private boolean dropped;

    StageDrops(StageCanvas canvas, Stage stage) {
        this.canvas = canvas;
        this.stage = stage;
        DropTarget target = new DropTarget(canvas, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(TransferReader.flavours());
        target.addDropListener(this);
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        dragOver(event);
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        Point at = canvas.toControl(event.x, event.y);
        event.feedback = DND.FEEDBACK_NONE;
        if (canvas.drags().dragging()) {
            stage.carry(at.x, at.y, false);
            event.detail = DND.DROP_COPY;
            return;
        }
        event.detail = !stage.dragOver(offer(event), at.x, at.y) ? DND.DROP_NONE
                : (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : event.operations & DND.DROP_LINK;
    }

    private static Offer offer(DropTargetEvent event) {
        if (offers(event, new CardsTransfer())) {
            return Offer.CARDS;
        }
        if (offers(event, FileTransfer.getInstance())) {
            boolean link = offers(event, URLTransfer.getInstance()) || offers(event, HTMLTransfer.getInstance());
            return link ? Offer.TEXT : Offer.FILES; // browsers name a link as file managers name files
        }
        return offers(event, ImageTransfer.getInstance()) ? Offer.PICTURE : Offer.TEXT;
    }

    private static boolean offers(DropTargetEvent event, org.eclipse.swt.dnd.Transfer flavour) {
        return Stream.of(event.dataTypes).anyMatch(flavour::isSupportedType);
    }

    @Override
    public void dragLeave(DropTargetEvent event) {
        stage.dragLeave();
        if (canvas.drags().dragging()) {
            canvas.getDisplay().asyncExec(this::left);
        }
    }

    /** A drop is told as a leave first; the drop then comes before this runs. */
    private void left() {
        if (!canvas.isDisposed() && !dropped) {
            stage.carryEnd();
        }
        dropped = false;
    }

    @Override
    public void drop(DropTargetEvent event) {
        Point at = canvas.toControl(event.x, event.y);
        if (canvas.drags().dragging()) {
            dropped = true;
            stage.carry(at.x, at.y, true);
            return;
        }
        Transfer content = new TransferReader(
                flavour -> flavour.isSupportedType(event.currentDataType) ? event.data : null).read();
        stage.dragLeave();
        if (!content.isEmpty()) {
            stage.drop(content, at.x, at.y);
        }
    }
}
