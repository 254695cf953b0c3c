// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.util.List;

/** A document at some heads, as a {@link Dump} reads it. Objects go by their names: "_root", "12@ab". */
interface Source {

    /** One of the values in a slot: a scalar in its written form, or an object. @param type 'm', 'l', 'x' or, for a scalar, 's' */
    record Shown(char type, String text) {
    }

    List<String> keys(String map);

    /** All values, the winner last. */
    List<Shown> at(String map, String key);

    List<Shown> at(String sequence, Step.Index index);

    /** Elements of a list, UTF-16 units of a text. */
    int length(String sequence);

    String text(String text);

    /** The marks of a text in their written form, with UTF-16 indexes; in any order. */
    List<String> marks(String text);

    /** The pieces and blocks of a text in their written form. */
    List<String> spans(String text);
}
