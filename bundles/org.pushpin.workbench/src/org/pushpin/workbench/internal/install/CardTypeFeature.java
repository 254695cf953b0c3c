// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.install;

/**
 * A card type that a p2 repository offers.
 *
 * @param id of its feature group, for instance {@code org.pushpin.example.poll.feature.group}
 * @param version as p2 writes it
 * @param name for people
 * @param provider who says that they made it
 */
public record CardTypeFeature(String id, String version, String name, String provider) {}
