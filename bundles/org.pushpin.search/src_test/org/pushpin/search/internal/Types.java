// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.search.internal;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Intent;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.search.internal.Plugins.Plugin;

/** Card types that have nothing but a summary. */
final class Types {

    private Types() {}

    /** Counts how often it is asked. */
    static final class Counted implements ContentType {

        final AtomicInteger asked = new AtomicInteger();
        private final Function<Doc, Summary> summary;

        Counted(Function<Doc, Summary> summary) {
            this.summary = summary;
        }

        @Override
        public Summary summarize(Doc document) {
            asked.incrementAndGet();
            return summary.apply(document);
        }

        @Override
        public Descriptor descriptor(Locale locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(Edit edit, Seed seed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void perform(Intent intent, Edit edit) {
            throw new UnsupportedOperationException();
        }
    }

    /** Its title is the field {@code title} with something before it, its text the field {@code text}. */
    static Plugin plugin(String type, String version, String before) {
        return new Plugin(type, new Counted(document -> new Summary(before + Fields.root(document).string("title"),
                Fields.root(document).string("text"))), version, 0);
    }

    static Plugin plugin(String type, String version, Function<Doc, Summary> summary) {
        return new Plugin(type, new Counted(summary), version, 0);
    }
}
