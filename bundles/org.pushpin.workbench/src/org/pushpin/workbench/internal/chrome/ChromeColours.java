// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.chrome;

import org.eclipse.swt.graphics.Color;

/** The theme's colours as SWT has them; plain values, nothing to dispose. */
public final class ChromeColours {

    private ChromeColours() {
    }

    public static Color of(org.pushpin.content.Color color) {
        return new Color(color.red(), color.green(), color.blue());
    }
}
