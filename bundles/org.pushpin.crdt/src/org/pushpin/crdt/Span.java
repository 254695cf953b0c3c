// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Map;
import java.util.Objects;

/** A piece of a rich text: characters that are marked alike, or a block, which begins a paragraph or what else it says. Immutable. */
public sealed interface Span {
    /**
     * Characters, with U+FFFC for what is neither a character nor a block.
     *
     * @param marks what they are marked with, by name
     */
    record Text(String text, Map<String, Scalar> marks) implements Span {
        public Text {
            Objects.requireNonNull(text);
            Objects.requireNonNull(marks);
        }

        /** Without marks. */
        public Text(String text) {
            this(text, Map.of());
        }
    }

    /**
     * A map inside the text, one unit wide.
     *
     * @param id null for one that is yet to be made
     * @param value what it holds
     */
    record Block(ObjectId id, Map<String, Content> value) implements Span {
        public Block {
            Objects.requireNonNull(value);
        }

        /** One that is yet to be made. */
        public Block(Map<String, Content> value) {
            this(null, value);
        }
    }
}
