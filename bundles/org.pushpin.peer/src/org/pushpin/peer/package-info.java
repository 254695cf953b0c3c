// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * PushPin without a window: the command line, the storage peer, and the control socket by which both reach the process
 * that holds a profile.
 *
 * <h2>Exit codes</h2>
 * <table>
 * <caption>What a command's exit code means</caption>
 * <tr><td>0</td><td>done</td></tr>
 * <tr><td>1</td><td>failed; one line on standard error says why</td></tr>
 * <tr><td>2</td><td>the command line is wrong</td></tr>
 * <tr><td>3</td><td>a document or file is not there</td></tr>
 * <tr><td>4</td><td>the time was up</td></tr>
 * <tr><td>5</td><td>the profile cannot be opened</td></tr>
 * <tr><td>130</td><td>interrupted</td></tr>
 * </table>
 *
 * <h2>Control socket</h2>
 * {@code control.sock} in the profile, for its owner only. A client sends one line of JSON,
 * {@code {"directory": "/where/it/was/called", "arguments": ["list"]}}, at most 1 MiB; the answer is a line of JSON per
 * piece of output, {@code {"out": "…"}} or {@code {"progress": "…"}}, and last {@code {"exit": 0}}. Closing the socket
 * stops the command.
 */
package org.pushpin.peer;
