// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Folders of Markdown files as boards.
 *
 * <p>A folder is a board, and a folder in it a board on that one; a note is a card with its text as it was written, a picture
 * a picture, anything else a file. Links between notes ({@code [[name]]}, {@code [text](path)}) are marked with the
 * document that they mean, so that they can be followed and the text stays as it is; where both are on one board there is
 * an arrow, too. A picture that a note shows is on the note's board, wherever its file lies.
 *
 * <p><b>Bounds</b>: folders 16 deep, 10,000 files, notes of 1 MiB; what is more is left out, and said. What is hidden, and
 * symbolic links, are passed over.
 */
package org.pushpin.export.internal.markdown;
