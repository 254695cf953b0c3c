// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

/** One line of the table. @param id {@code group/metric} */
record Row(String id, String label, boolean isSize, Target target) {

    String group() {
        return id.substring(0, id.indexOf('/'));
    }

    static Row time(String id, String label, Target target) {
        return new Row(id, label, false, target);
    }

    static Row size(String id, String label, Target target) {
        return new Row(id, label, true, target);
    }
}
