// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.nio.charset.StandardCharsets;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

import org.pushpin.scene.Transfer;

/** Cards on the clipboard, so that a copy between boards keeps sizes and stays a copy of the same documents. */
final class CardsTransfer extends ByteArrayTransfer {

    private static final int ID = registerType(Transfer.CARDS);

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {Transfer.CARDS};
    }

    @Override
    protected void javaToNative(Object object, TransferData target) {
        if (object instanceof String cards) {
            super.javaToNative(cards.getBytes(StandardCharsets.UTF_8), target);
        }
    }

    @Override
    protected Object nativeToJava(TransferData source) {
        return super.nativeToJava(source) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }
}
