// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * What a disk holds after the power has gone: a process's calls, recorded by strace, are played into a model of its files, of which
 * images are made with anything dropped that was not fsynced.
 *
 * <h2>The model</h2>
 * It promises less than any file system does, so what survives it survives them:
 * <ul>
 * <li>A write, or a truncation, counts once an fsync of its file has returned that began after it. Before, each sector of 512 bytes
 *     is there or not, as if chance had picked it; a file may have its new length before it has the content.
 * <li>A name (created, renamed, removed) counts once an fsync of a folder that it is in has returned. Before, each is there or not,
 *     whatever came before or after it. A renaming is one act.
 * <li>What was written through a mapping is unknown and left out: only the index of SQLite's journal is, which is made anew.
 * </ul>
 */
package org.pushpin.durability.disk;
