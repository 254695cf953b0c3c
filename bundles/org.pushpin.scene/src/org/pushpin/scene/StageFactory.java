// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Opens documents to be seen and worked with: an OSGi service. */
public interface StageFactory {

    /**
     * Opens a document. Returns at once; what is not here yet shows as such until a peer has brought it.
     * Called on the host's ui thread, as everything of the stage is.
     *
     * @param context whose renderer to use; {@code workspace} for a window
     */
    Stage open(DocumentUrl url, String context, Theme theme, StageHost host);
}
