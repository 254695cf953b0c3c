// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.HTMLTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.widgets.Display;

import org.pushpin.scene.Transfer;

/** The system's clipboard in the scene's terms. Ui thread. */
final class TransferClipboard {

    private final Display display;

    TransferClipboard(Display display) {
        this.display = display;
    }

    Transfer contents() {
        Clipboard clipboard = new Clipboard(display);
        try {
            TransferData[] present = clipboard.getAvailableTypes();
            TransferReader reader = new TransferReader(flavour -> {
                for (TransferData type : present) {
                    if (flavour.isSupportedType(type)) {
                        return clipboard.getContents(flavour);
                    }
                }
                return null;
            });
            return reader.read();
        } finally {
            clipboard.dispose();
        }
    }

    void contents(Transfer content) {
        List<Object> values = new ArrayList<>();
        List<org.eclipse.swt.dnd.Transfer> flavours = new ArrayList<>();
        if (!content.cards().isEmpty()) {
            values.add(content.cards());
            flavours.add(new CardsTransfer());
        }
        if (!content.text().isEmpty()) {
            values.add(content.text());
            flavours.add(TextTransfer.getInstance());
        }
        if (!content.html().isEmpty()) {
            values.add(content.html());
            flavours.add(HTMLTransfer.getInstance());
        }
        content.picture().flatMap(TransferReader::decoded).ifPresent(image -> {
            values.add(image);
            flavours.add(ImageTransfer.getInstance());
        });
        if (!content.files().isEmpty()) {
            values.add(content.files().stream().map(Object::toString).toArray(String[]::new));
            flavours.add(FileTransfer.getInstance());
        }
        if (!values.isEmpty()) {
            Clipboard clipboard = new Clipboard(display);
            try {
                clipboard.setContents(values.toArray(), flavours.toArray(org.eclipse.swt.dnd.Transfer[]::new));
            } finally {
                clipboard.dispose();
            }
        }
    }
}
