// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.export;

/** Who waits for an export or an import. Called on its thread. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void at(double part) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** @param part 0 … 1, never less than before */
    void at(double part);

    /** Whether it should stop; what it has begun is then taken back, and its stage ends with a {@link java.util.concurrent.CancellationException}. */
    boolean cancelled();
}
