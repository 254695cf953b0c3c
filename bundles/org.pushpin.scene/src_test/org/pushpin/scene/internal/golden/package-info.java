// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
/**
 * Pictures of how every view is to look, by day and by night, at one and two pixels a point; a test compares what is painted
 * now. The views are the product's: its card types, laid out and painted by a stage as in a window. What a window does itself,
 * which is to put bitmaps, lines and rectangles where the frame says, is done here without one.
 *
 * <p>The pictures are the same on every machine: Inter and the emoji are shipped, two fonts here stand for the machine's own
 * (parts of DejaVu Sans and DejaVu Sans Mono 2.37, {@code Letters.ttf} and {@code Mono.ttf}; see {@code Letters.txt}), the
 * locale is English, the clock stands still.
 *
 * <p>A picture that differs is written to {@code target/golden}, with what differs in red. Where that is as it should be, the
 * pictures are made anew by the same test, which then compares nothing, with the system property
 * {@code pushpin.golden.renew} naming a folder. Look at them, all of them, before they replace those in {@code pictures}; there
 * they are kept small: {@code mogrify +dither -colors 256} and {@code optipng -strip all}.
 */
package org.pushpin.scene.internal.golden;
