// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value with all that is in it, apart from any document: what {@link Read#content} gives and {@link Edit#update} takes. Immutable. */
public sealed interface Content permits Scalar, Content.Entries, Content.Elements, Content.Characters {
    /** A map. From a document they come in the order of the keys' UTF-8 bytes. */
    record Entries(Map<String, Content> entries) implements Content {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A list. */
    record Elements(List<Content> elements) implements Content {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A text, with U+FFFC for what is no character. */
    record Characters(String text) implements Content {
    }
}
