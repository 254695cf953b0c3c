// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Opens documents to be seen and worked with: an OSGi service. */
public interface StageFactory {

    /**
     * Has a thread of its own do beforehand what the first stage of a process would wait for: load classes, read fonts, show a
     * board that exists on paper only. Ends when a stage is opened. Called once the card types are here; any thread.
     */
    void warmUp(Theme theme);

    /**
     * Opens a document. Returns at once; what is not here yet shows as such until a peer has brought it.
     * Called on the host's ui thread, as everything of the stage is.
     *
     * @param context whose renderer to use; {@code workspace} for a window
     */
    Stage open(DocumentUrl url, String context, Theme theme, StageHost host);
}
