// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.architecture;

/**
 * One place that breaks a rule.
 *
 * @param where a bundle, or a file and its line
 * @param what what is wrong there, in one line
 */
public record Violation(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
