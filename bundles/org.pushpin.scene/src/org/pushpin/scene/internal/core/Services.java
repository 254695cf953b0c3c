// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.core;

import java.util.concurrent.Executor;

import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.internal.plugin.Guard;
import org.pushpin.scene.internal.preview.Previews;
import org.pushpin.scene.internal.render.Rendering;
import org.pushpin.scene.internal.text.Fonts;

/**
 * What stages are made from.
 *
 * @param lane where scenes are made, one at a time, for all stages
 */
public record Services(Repo repo, ContentRegistry registry, DocumentFactory factory, Guard guard, Fonts fonts,
        Previews previews, Executor lane, Rendering.Timer timer, Histories histories, Self self) {}
