// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

/**
 * How far links are followed by themselves. Past any of these nothing is fetched for a link until {@link Repo#followFurther} says so;
 * the links themselves stay.
 *
 * @param depth how many links lead from a document that was made or opened here to one that is followed to
 * @param documents how many documents may come because something links to them
 * @param bytes how much content of files may come so
 * @param documentsFollowed how many have been followed to so far
 * @param bytesFollowed how much content of files was begun to be fetched so far
 * @param reached whether a link was left alone since, because of these
 */
public record LinkLimits(int depth, int documents, long bytes, int documentsFollowed, long bytesFollowed, boolean reached) {}
