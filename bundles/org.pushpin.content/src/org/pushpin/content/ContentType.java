// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.Locale;

import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;

/**
 * A kind of document. An OSGi service with the property {@value #CONTENT_TYPE}, the name that stands in documents' URLs.
 *
 * <p>Stateless and callable from any thread; called on workers, never on the window's thread. Every method must cope
 * with any document, because documents come from other people and from other versions: missing fields, other types,
 * huge or senseless values. A method that throws costs its own card an error card, nothing else.
 */
public interface ContentType {

    /** The service property that names the type, here and at {@link Renderer}: a String. */
    String CONTENT_TYPE = "contentType";

    /** What the type is called and looks like in menus, in the given language, and how large its cards are. */
    Descriptor descriptor(Locale locale);

    /** Writes the first content of a new document. */
    void create(Edit edit, Seed seed);

    /**
     * Does what an intent asks, in one change. The only writer of this type's documents. May run more than once for one
     * intent, on newer snapshots, so it must have no effect but on {@code edit}. An intent that the type does not know, or
     * that no longer applies because its target is gone, is ignored.
     */
    void perform(Intent intent, Edit edit);

    /** The document's title and searchable text. Linear in the document. */
    Summary summarize(Doc document);
}
