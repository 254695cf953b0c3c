// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.awt.image.BufferedImage;
import java.util.concurrent.CompletionStage;

import org.pushpin.content.Theme;
import org.pushpin.crypto.DocumentUrl;

/** Lays out whole documents for export and tests, without a window: an OSGi service. Any thread. */
public interface Posters {

    /**
     * Lays out a document with everything that it embeds and that is here. What is not here shows as such: nothing is
     * waited for. Fails when the document itself is not to be had.
     */
    CompletionStage<Poster> poster(DocumentUrl url, Theme theme);

    /**
     * Rasters a poster. The scale is reduced where the picture would exceed 64 million pixels.
     *
     * @param scale pixels per board unit
     */
    BufferedImage raster(Poster poster, double scale);
}
