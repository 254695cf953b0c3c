// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.List;
import java.util.concurrent.CompletionStage;

import org.pushpin.crypto.DocumentUrl;

/**
 * What a person has in this profile: an OSGi service. A workspace document lists the boards and is replicated; which of
 * them was looked at last belongs to this device and is not.
 */
public interface Home {

    /**
     * The board to show first. On the very first run makes the workspace, a board and a welcome card, as soon as the
     * card types for them are there. Always the same stage; it completes on any thread.
     */
    CompletionStage<DocumentUrl> start();

    /** The workspace; complete when {@link #start()} is. */
    CompletionStage<DocumentUrl> workspace();

    /** The boards that the workspace knows, in its order; empty before {@link #start()} has completed. */
    List<DocumentUrl> boards();

    /** Remembers what this device shows, and adds it to the workspace if that does not list it. */
    void visited(DocumentUrl board);
}
