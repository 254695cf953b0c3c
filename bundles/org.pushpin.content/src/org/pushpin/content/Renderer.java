// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import org.pushpin.crdt.Doc;

/**
 * Turns a document into what is seen of it. An OSGi service with the property {@link ContentType#CONTENT_TYPE} and,
 * unless it serves every context, {@value #CONTEXT}.
 *
 * <p>A pure function: the same document and the same answers of {@code in} give an equal view. It runs on a worker, on
 * an immutable snapshot, must not block, and must not keep anything between calls.
 */
public interface Renderer {

    /** The service property that names the context, or contexts: a String or String[]. Absent: serves them all. */
    String CONTEXT = "context";

    /** Cost should be linear in what is shown, not in the document; see {@link RenderContext#keyed}. */
    View render(Doc document, RenderContext in);
}
