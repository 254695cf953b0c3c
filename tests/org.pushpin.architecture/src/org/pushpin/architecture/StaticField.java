// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

/**
 * A field that belongs to a class and not to an object.
 *
 * @param name its name
 * @param type its declared type, as written
 * @param initializer what it is made of, as written; empty when a static block sets it
 * @param isFinal whether the reference can never change
 * @param line where it is declared, counted from 1
 * @param elementsWritten whether the same file assigns to its elements outside of a static block
 */
public record StaticField(
        String name, String type, String initializer, boolean isFinal, long line, boolean elementsWritten) {}
