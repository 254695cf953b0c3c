// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Titles and full text of every document of a profile, found without opening one. {@link org.pushpin.search.Search} is
 * what windows and commands use. {@link org.pushpin.search.SearchIndexFactory} and {@link org.pushpin.search.SearchIndex} are
 * the port behind which an index is kept; an adapter offers the factory as an OSGi service.
 *
 * <h2>What is indexed</h2>
 * An entry per document <em>and</em> content type, because one document may be shown by several. The types of a document are
 * those by which other documents link to it; without any, that by which it was opened; else {@code unknown}. Its title and text
 * are what the type's plug-in says ({@code ContentType.summarize}); where there is no plug-in, or it fails, all strings and
 * texts of the document. The fields {@code name} and {@code mediaType} of a document's root are searched, too. Entries of a
 * type are made anew when its plug-in comes in another version.
 *
 * <p>An index knows ids, never secrets: capabilities are cut out of what is indexed, and the link in a result is made from the
 * repo when it is asked for.
 *
 * <h2>Up to where</h2>
 * Beside each document the index keeps the fingerprint of what was indexed, in the same transaction. After a restart whatever
 * has another fingerprint now is indexed again, and nothing else: unlike a number that only grows, this holds after a
 * backup was restored, too. An index can always be thrown away; it is then built anew from the repo.
 *
 * <h2>How texts are compared</h2>
 * By the forms of their words, {@link org.pushpin.search.Words}, the same for every adapter.
 */
package org.pushpin.search;
