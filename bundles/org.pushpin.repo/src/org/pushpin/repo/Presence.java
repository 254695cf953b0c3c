// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;

/**
 * Who is at a document now, and what they let others see of it: a pointer, a selection. Small values, of which only the newest counts; they go
 * to live connections whose peers have proved that they know the document, are passed on by peers in between, and are never stored. What
 * the values mean is for those who exchange them. Any thread; nothing waits.
 *
 * <p>A device is heard within about 30 ms of saying something, says so again every four seconds, and is gone when it leaves, when the only
 * connection through which it could be heard closes, or when nothing was heard of it for ten seconds.
 */
public interface Presence {

    /** The longest value, in bytes. */
    int MAX_VALUE = 1024;

    /** Kinds of values are numbered from 0 to below this. */
    int KINDS = 14;

    /** What others know this device by. */
    DeviceId device();

    /** Shows this device at a document until it is closed. Several at one document say what was said last. */
    Stay join(DocumentId document);

    /** The other devices that are at the document now, by their ids. */
    List<Visitor> visitors(DocumentId document);

    /** Is told when {@link #visitors} of a document changes. On a worker thread: return at once. */
    Subscription subscribe(DocumentId document, Consumer<List<Visitor>> listener);

    /** Being at a document. */
    interface Stay extends Subscription {

        /**
         * Lets others see a value. What was said before of this kind, and has not left yet, never will.
         *
         * @param kind 0 to below {@link #KINDS}
         * @param value at most {@link #MAX_VALUE} bytes; none takes it back
         */
        void say(int kind, Bytes value);
    }

    /**
     * Another device at a document.
     *
     * @param device proven by the connection or by a signature
     * @param says the newest value of each kind, as it came from outside: claimed, and not checked
     */
    record Visitor(DeviceId device, Map<Integer, Bytes> says) {
        public Visitor {
            says = Map.copyOf(says);
        }

        /** What it says of a kind. */
        public Optional<Bytes> said(int kind) {
            return Optional.ofNullable(says.get(kind));
        }
    }
}
