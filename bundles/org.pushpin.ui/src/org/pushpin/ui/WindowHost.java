// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui;

import java.net.URI;

import org.pushpin.content.Place;
import org.pushpin.crypto.DocumentUrl;

/** What a stage's canvas cannot do by itself and asks of the window around it. Ui thread. */
public interface WindowHost {

    void open(DocumentUrl url, Place place);

    /** Opens a link of the outside world in the system's own program. */
    void browse(URI link);

    /** Shows one quiet line that goes away by itself; an empty one takes it back. */
    void notice(String text);
}
