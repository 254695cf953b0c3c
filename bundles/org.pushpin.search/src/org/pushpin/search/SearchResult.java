// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search;

import java.time.Instant;

import org.pushpin.crypto.DocumentUrl;

/**
 * A document that was found, as one content type shows it.
 *
 * @param url a link with the document's secret: do not log it
 * @param title with what was found in it; empty if the document has none
 * @param snippet of the text; empty if the query was blank
 * @param created when its first change was made, as its author says; the epoch if unknown
 */
public record SearchResult(DocumentUrl url, Snippet title, Snippet snippet, Instant created, Instant changed) {}
