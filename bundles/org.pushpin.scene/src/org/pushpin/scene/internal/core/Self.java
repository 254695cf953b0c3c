// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.pushpin.crypto.Bytes;
import org.pushpin.repo.Repo;
import org.pushpin.repo.Subscription;

/**
 * The person of this profile, as others are to see it: a name, and whether they see the pointer. Kept on this device, shared by all its
 * stages. Ui thread.
 */
public final class Self {

    private static final String NAME = "person.name";
    private static final String POINTER = "person.pointer";
    private static final String HIDDEN = "hidden";
    private static final int NAME_LENGTH = 40;

    private final Repo repo;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Self(Repo repo) {
        this.repo = repo;
    }

    private String setting(String name) {
        return repo.setting(name).map(bytes -> new String(bytes.toByteArray(), StandardCharsets.UTF_8)).orElse("");
    }

    private void setting(String name, String value) {
        repo.setting(name, Bytes.utf8(value));
        listeners.forEach(Runnable::run);
    }

    /** As chosen, else the system's name of this person. */
    public String name() {
        String chosen = line(setting(NAME));
        return chosen.isEmpty() ? line(System.getProperty("user.name", "")) : chosen;
    }

    public void name(String chosen) {
        setting(NAME, line(chosen));
    }

    public boolean showsPointer() {
        return !setting(POINTER).equals(HIDDEN);
    }

    public void showPointer(boolean shown) {
        setting(POINTER, shown ? "" : HIDDEN);
    }

    /** One line of what can be seen, not too long: a name must not look like something else of the window. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(c -> Character.isWhitespace(c) ? ' ' : c).filter(Self::visible).limit(4 * NAME_LENGTH)
                .forEach(line::appendCodePoint);
        String one = line.toString().strip().replaceAll(" +", " ");
        return one.codePointCount(0, one.length()) <= NAME_LENGTH ? one
                : one.substring(0, one.offsetByCodePoints(0, NAME_LENGTH)).strip();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Is told when any of it has changed. */
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
