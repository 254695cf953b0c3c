// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Notes: a document {@code {text: TEXT}}, read as Markdown; and where it came from a file that began with one, that file's
 * front matter: {@code {frontMatter: string}}, which is not shown.
 *
 * <p><b>The characters are the document.</b> What people type is stored as they type it and merges character by character;
 * Markdown says how it looks. The syntax is hidden, except in the paragraph that is being edited. Ticking a task
 * overwrites the one character between its brackets.
 *
 * <p><b>Marks come on top.</b> Text may carry the Automerge marks {@code strong}, {@code em} (true) and {@code link}
 * ({@code {"href": …}}), as other Automerge editors write them. Text is bold where Markdown or a mark says so, italic
 * likewise; where both name a link, the mark's target holds. Inside code neither counts. Bold and italic take in what is
 * typed at their end; a link does not.
 *
 * <p><b>The subset</b>: headings with {@code #}, bullets, numbers, tasks, quotations, fenced code, rules, tables whose
 * rows begin and end with {@code |}; {@code **strong**}, {@code *em*}, {@code ~~struck~~}, {@code `code`},
 * {@code [text](target)}, bare links, escapes. Lists nest by two spaces. Not read: HTML, images, reference links, indented
 * code, underlined headings, hard breaks. A short first line above other text looks like a heading without saying so.
 *
 * <p><b>Why by hand</b>: a line is all that must be read again when a key is pressed, which the parsers for Java that
 * read whole documents do not offer, and every cost is bounded: {@link org.pushpin.content.text.internal.Inlines}.
 */
package org.pushpin.content.text.internal;
