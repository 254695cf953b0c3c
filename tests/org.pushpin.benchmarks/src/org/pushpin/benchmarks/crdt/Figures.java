// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.Locale;

/** Numbers as people read them: three significant digits, with a unit. */
final class Figures {
    private Figures() {
    }

    static String time(double nanoseconds) {
        if (nanoseconds < 1e3) {
            return plain(nanoseconds) + " ns";
        }
        if (nanoseconds < 1e6) {
            return plain(nanoseconds / 1e3) + " µs";
        }
        return nanoseconds < 1e10 ? plain(nanoseconds / 1e6) + " ms" : plain(nanoseconds / 1e9) + " s";
    }

    static String size(double bytes) {
        return bytes < 1e6 ? String.format(Locale.ROOT, "%,d B", (long) bytes) : plain(bytes / 1e6) + " MB";
    }

    static String plain(double number) {
        if (number >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        String text = String.format(Locale.ROOT, number >= 10 ? "%.1f" : number >= 0.1 ? "%.2f" : "%.4f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
