// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.DocumentUrl;

/**
 * What a person wants, as data. {@link Local}, {@link Open}, {@link Choose}, {@link Browse} and {@link Create} are the host's; everything else goes to
 * {@link ContentType#perform}, is one change, and is one step for undo.
 */
public sealed interface Intent {

    /** A verb of the type's own. */
    record Act(String name, Map<String, Scalar> arguments) implements Intent {

        public Act {
            arguments = Map.copyOf(arguments);
        }

        public Act(String name) {
            this(name, Map.of());
        }
    }

    /** Sets a {@link RenderContext#local local value} of the window. */
    record Local(String key, Scalar value) implements Intent {}

    /** Opens a document. */
    record Open(DocumentUrl url, Place place) implements Intent {}

    /**
     * Makes a document and hands its link on: to {@code Act(then, {"url": link})}, or on a canvas, where {@code then} is
     * empty, to {@link Insert} at the pointer.
     */
    record Create(String type, Seed seed, String then) implements Intent {}

    /**
     * Asks the person for a colour, and then performs {@code then} with it as its argument {@code color}, {@code #rrggbb};
     * nothing where they choose none.
     *
     * @param present what is shown first
     */
    record Choose(Color present, Act then) implements Intent {

        /** What is performed once the colour is known. */
        public Act with(Color color) {
            Map<String, Scalar> all = new HashMap<>(then.arguments());
            all.put("color", Scalar.of(new OwnColor(color).id()));
            return new Act(then.name(), all);
        }
    }

    /** Opens a link of the outside world; only http, https and mailto are followed. */
    record Browse(String link) implements Intent {}

    /**
     * Gives a file to the person's system: to the program that opens such files, or as a copy where the person wants it. Only
     * kinds that hold no program are opened.
     */
    record Export(BlobRef file, boolean open) implements Intent {}

    /** Gives the document a title. */
    record Rename(String title) implements Intent {}

    /** Replaces {@code delete} UTF-16 units of a text from {@code at} on. */
    record Splice(ObjectId text, int at, int delete, String insert) implements Intent {}

    /**
     * Marks a stretch of a text, or takes a mark away.
     *
     * @param mark {@code strong}, {@code em}, {@code link}, or another name that the type knows
     * @param value true, or a link's target; null as a {@link Scalar} takes the mark away
     */
    record Format(ObjectId text, int from, int to, String mark, Scalar value) implements Intent {}

    /** A line drawn with a pen. @param name the kind of stroke */
    record Stroke(String name, List<Sample> path) implements Intent {

        public Stroke {
            path = List.copyOf(path);
        }
    }

    /** A point of a stroke. @param pressure 0 to 1 @param millis since the stroke began */
    record Sample(double x, double y, double pressure, int millis) {}

    /** Moves and resizes items, by key. */
    record Arrange(Map<String, Adjustment> items) implements Intent {

        public Arrange {
            items = Map.copyOf(items);
        }
    }

    /** Puts items into a frame; empty: into none. */
    record Reparent(Set<String> items, String frame) implements Intent {

        public Reparent {
            items = Set.copyOf(items);
        }
    }

    /** Puts items, lowest first, directly above another; empty: below everything. */
    record Order(List<String> items, String above) implements Intent {

        public Order {
            items = List.copyOf(items);
        }
    }

    /** Pins documents, in this order from low to high, above everything. */
    record Insert(List<Placement> cards) implements Intent {

        public Insert {
            cards = List.copyOf(cards);
        }
    }

    /** Draws an edge. @param key made by the host, as in {@link Placement} */
    record Connect(String key, Edge.End from, Edge.End to, Caption caption) implements Intent {

        public Connect(String key, Edge.End from, Edge.End to) {
            this(key, from, to, Caption.NONE);
        }
    }

    /** Takes an end of an edge elsewhere. @param last whether it is the end that it leads to */
    record Attach(String edge, boolean last, Edge.End end) implements Intent {}

    /** Makes a frame with items in it. @param key made by the host; {@code within} the frame around it, or empty */
    record Enclose(String key, Rect at, Set<String> items, String within, Caption caption) implements Intent {

        public Enclose {
            items = Set.copyOf(items);
        }

        public Enclose(String key, Rect at, Set<String> items, String within) {
            this(key, at, items, within, Caption.NONE);
        }
    }

    /** Locks items, or unlocks them. */
    record Lock(Set<String> items, boolean locked) implements Intent {

        public Lock {
            items = Set.copyOf(items);
        }
    }

    /** Takes items and edges away. Documents stay. */
    record Remove(Set<String> keys) implements Intent {

        public Remove {
            keys = Set.copyOf(keys);
        }
    }
}
