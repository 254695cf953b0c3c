// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.column;

/** Specification numbers of columns: {@code id << 4 | deflated << 3 | type} ({@code package-info}, "Columns"). */
public final class ColumnSpec {
    public static final int OBJECT_ACTOR = 0x01;
    public static final int OBJECT_COUNTER = 0x02;
    public static final int KEY_ACTOR = 0x11;
    public static final int KEY_COUNTER = 0x13;
    public static final int KEY_STRING = 0x15;
    public static final int ID_ACTOR = 0x21;
    public static final int ID_COUNTER = 0x23;
    public static final int INSERT = 0x34;
    public static final int ACTION = 0x42;
    public static final int VALUE_META = 0x56;
    public static final int VALUE_RAW = 0x57;
    public static final int PRED_COUNT = 0x70;
    public static final int PRED_ACTOR = 0x71;
    public static final int PRED_COUNTER = 0x73;
    public static final int SUCC_COUNT = 0x80;
    public static final int SUCC_ACTOR = 0x81;
    public static final int SUCC_COUNTER = 0x83;
    public static final int EXPAND = 0x94;
    public static final int MARK_NAME = 0xa5;
    /** In a bundle: a place in the order of ids, as the inverse permutation. */
    public static final int BUNDLE_ORDER = 0xb3;

    public static final int CHANGE_ACTOR = 0x01;
    public static final int CHANGE_SEQ = 0x03;
    public static final int CHANGE_MAX_OP = 0x13;
    public static final int CHANGE_TIME = 0x23;
    public static final int CHANGE_MESSAGE = 0x35;
    public static final int CHANGE_DEPS_COUNT = 0x40;
    public static final int CHANGE_DEPS_INDEX = 0x43;
    public static final int CHANGE_EXTRA_META = 0x56;
    public static final int CHANGE_EXTRA_RAW = 0x57;

    static final int DEFLATED = 0x08;

    private ColumnSpec() {
    }
}
