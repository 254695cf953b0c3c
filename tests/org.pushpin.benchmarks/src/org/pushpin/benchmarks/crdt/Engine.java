// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.crdt;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A document engine, as the benchmark sees it: documents with one text. What a method is given is not used afterwards, except by
 * {@link #copy}, {@link #save}, {@link #text} and {@link #merge} (its second); so it may change it and give it back.
 *
 * @param <D> a document together with who writes in it
 */
public interface Engine<D> {
    String name();

    /** A document with an empty text, written by writer 0. The same bytes each time. */
    D create();

    /** A document with nothing in it, not even the text. */
    D blank();

    /** An independent replica for another writer, numbered from 1. */
    D copy(D document, int writer);

    /** Whether {@link #copy} shares everything, so that what an earlier repetition computed would come for free. */
    boolean isImmutable();

    /** Whether a change may be without its hash until somebody asks for it. */
    boolean hashesLater();

    D editInOne(D document, List<TextEdit> edits);

    /** A transaction per edit. @param changes gets each change, encoded; null if nobody wants them */
    D editOneByOne(D document, List<TextEdit> edits, Consumer<byte[]> changes);

    /** Makes sure that every change has its hash. */
    void forceHashes(D document);

    byte[] save(D document);

    D load(byte[] bytes);

    /** Whether there is a quicker way to load, that puts off the verification. */
    boolean canDefer();

    D loadDeferred(byte[] bytes);

    String text(D document);

    /** The texts at the document's root, by key. */
    Map<String, String> texts(D document);

    /** Hexadecimal, ascending. */
    List<String> heads(D document);

    /** All changes, encoded one behind the other. */
    byte[] history(D document);

    /** @param changes one behind the other */
    D receive(D document, byte[] changes);

    /** One change from elsewhere. @param patches gets what the window must do */
    D receive(D document, byte[] change, Consumer<Object> patches);

    /** What a patch does to the text. */
    TextEdit edit(Object patch);

    D merge(D document, D other);

    /** Lets go of what the garbage collector does not see. */
    void free(D document);
}
