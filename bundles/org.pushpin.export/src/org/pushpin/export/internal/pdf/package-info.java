// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Writes PDF 1.7 (ISO 32000-1): one page of vectors, text, pictures and links.
 *
 * <p>Fonts are made of the outlines that the layout used, whatever font file they came from, and of nothing else: each
 * glyph of a {@link org.pushpin.export.internal.pdf.PdfFont} is what stands for some characters together, and says
 * which. So a file looks the same everywhere, holds no more of a font than it shows, and what is copied out of it or
 * searched for is what was written, whatever the script.
 */
package org.pushpin.export.internal.pdf;
