// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/**
 * Links and files as other programs name them, {@code text/uri-list} of RFC 2483: a line for each, those that begin with {@code #}
 * are remarks. In Java a list of lines. The platform's own flavour of files takes the same name and leaves out what is no file.
 */
final class UriListTransfer extends ByteArrayTransfer {

    private static final String NAME = "text/uri-list";
    private static final int ID = registerType(NAME);
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_LINES = 10_000;

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {NAME};
    }

    @Override
    protected void javaToNative(Object object, TransferData target) {
        if (object instanceof List<?> lines) {
            String text = lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
            super.javaToNative(text.getBytes(StandardCharsets.UTF_8), target);
        }
    }

    @Override
    protected Object nativeToJava(TransferData source) {
        return super.nativeToJava(source) instanceof byte[] bytes && bytes.length <= MOST_BYTES ? lines(new String(bytes, StandardCharsets.UTF_8))
                : null;
    }

    static List<String> lines(String text) {
        return text.lines().map(line -> line.replace("\0", "").strip()).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MOST_LINES).toList();
    }
}
