// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.preview;

import java.util.function.Supplier;

import com.github.weisj.jsvg.logging.LogManager;
import com.github.weisj.jsvg.logging.Logger;

/** Takes what the SVG library logs, and says nothing: its messages quote documents, and their authors are anybody. */
public final class SvgLog implements LogManager {

    @Override
    public Logger createLogger(String name) {
        return new Silent();
    }

    private static final class Silent implements Logger {

        @Override
        public void log(Level level, String message) {
        }

        @Override
        public void log(Level level, String message, Throwable failure) {
        }

        @Override
        public void log(Level level, Supplier<String> message) {
        }
    }
}
