// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.op;

import org.pushpin.crdt.ObjectType;

/** The action codes of operations on the wire. */
public final class Action {
    public static final int MAKE_MAP = 0;
    public static final int SET = 1;
    public static final int MAKE_LIST = 2;
    public static final int DELETE = 3;
    public static final int MAKE_TEXT = 4;
    public static final int INCREMENT = 5;
    public static final int MAKE_TABLE = 6;
    public static final int MARK = 7;

    private Action() {
    }

    public static boolean isKnown(long action) {
        return action >= MAKE_MAP && action <= MARK;
    }

    /** What a making action makes, null for any other. */
    public static ObjectType made(int action) {
        return switch (action) {
            case MAKE_MAP -> ObjectType.MAP;
            case MAKE_LIST -> ObjectType.LIST;
            case MAKE_TEXT -> ObjectType.TEXT;
            case MAKE_TABLE -> ObjectType.TABLE;
            default -> null;
        };
    }

    public static int making(ObjectType type) {
        return switch (type) {
            case MAP -> MAKE_MAP;
            case LIST -> MAKE_LIST;
            case TEXT -> MAKE_TEXT;
            case TABLE -> MAKE_TABLE;
        };
    }
}
