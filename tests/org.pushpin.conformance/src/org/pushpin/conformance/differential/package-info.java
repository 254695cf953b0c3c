// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Our engine beside another one: a seeded script of operations runs on both with the same actors, and after each step both must have seen
 * the same. A {@link Script} is a list of choices without meaning of their own; the {@link Resolver} makes steps of
 * them by what is in our document at that moment, so that a script still makes sense when choices are left out of it, which is how the
 * {@link Shrinker} finds a small one. {@link Marathon} runs many.
 */
package org.pushpin.conformance.differential;
