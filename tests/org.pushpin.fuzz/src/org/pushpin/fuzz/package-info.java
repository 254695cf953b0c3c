// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

/**
 * Hostile bytes for the document engine. A target (a class whose name ends in {@code Fuzz}) takes any bytes and does with them what a
 * program does with a file or a message of a stranger. It ends normally when they are accepted or refused in
 * {@link org.pushpin.crdt.MalformedException}; everything else is a finding: another exception, more than 100 ms of processor time, more
 * than 64 MiB allocated, or a document that was accepted and does not survive saving and loading.
 *
 * <p>{@code releng/fuzz TARGET [SECONDS]} runs a target under Jazzer, a coverage-guided fuzzer. The unit tests replay the corpora
 * ({@code corpus/*.txt}, one input a line in Base64, comments after {@code #}; a finding goes to {@code *-findings.txt} once it is mended) and add some random mutation, without Jazzer.
 *
 * <p>A checksum keeps blind mutation out of the decoders, so the targets make it right again ({@link org.pushpin.fuzz.Framing}); the
 * format is written down here a second time for that, on purpose: what the engine believes about it is not trusted here.
 */
package org.pushpin.fuzz;
