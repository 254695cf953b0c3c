// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.accessible;

import org.eclipse.swt.SWT;
import org.eclipse.swt.internal.accessibility.gtk.ATK;
import org.eclipse.swt.internal.accessibility.gtk.AtkObjectClass;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * What SWT's accessibles lack on GTK 3. A nested one has no widget, of which GTK says that it is gone: screen readers pass over
 * it. And nobody is told of children that come and go. So all nodes of a canvas get one widget, which is never shown and never
 * has the keyboard, so that what GTK adds to their states is true of all; and the signals are sent here.
 *
 * <p>Uses what is inside SWT, for which it has no interface; nothing else does, and this class is not loaded elsewhere.
 */
final class GtkNodes {

    private static final byte[] ADDED = signal("children-changed::add");
    private static final byte[] REMOVED = signal("children-changed::remove");

    private final Canvas canvas;
    private final Composite behind;
    private final AtkObjectClass functions = new AtkObjectClass();

    GtkNodes(Canvas canvas) {
        this.canvas = canvas;
        behind = new Composite(canvas, SWT.NO_FOCUS);
        behind.setVisible(false);
        GTK.gtk_widget_set_can_focus(behind.handle, false);
        ATK.memmove(functions, OS.g_type_class_peek(OS.swt_fixed_accessible_get_type()));
    }

    private static byte[] signal(String name) {
        return (name + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The canvas's own object. */
    long root() {
        return GTK3.gtk_widget_get_accessible(canvas.handle);
    }

    /** The object of a child that its parent gives out at an index; 0 where it does not. */
    long child(long parent, int index) {
        long child = ATK.call(functions.ref_child, parent, index);
        if (child != 0) {
            OS.swt_fixed_accessible_register_accessible(child, false, behind.handle);
            OS.g_object_unref(child);
        }
        return child;
    }

    /** Before it is disposed of: it is gone now. */
    void release(long object) {
        if (object != 0) {
            OS.swt_fixed_accessible_register_accessible(object, false, 0);
        }
    }

    void added(long parent, int index, long child) {
        OS.g_signal_emit_by_name(parent, ADDED, index, child);
    }

    void removed(long parent, int index, long child) {
        OS.g_signal_emit_by_name(parent, REMOVED, index, child);
    }
}
