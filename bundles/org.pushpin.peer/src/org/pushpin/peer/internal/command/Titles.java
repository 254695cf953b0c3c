// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.util.List;

import org.pushpin.search.Query;
import org.pushpin.search.SearchResult;

/** What is in a profile, for commands that print a line for each document. */
final class Titles {

    private Titles() {
    }

    /** Every document, those changed last first, from the index: none is opened. */
    static List<SearchResult> all(Services services, Console console) throws CommandException, InterruptedException {
        Waiting.on(services.home().start(), Saving.LIMIT, "the workspace", console);
        Indexing.await(services, console);
        return Waiting.on(services.search().search(Query.all()), Saving.LIMIT, "the titles", console);
    }

    /** Link, type and title, separated by tabs. */
    static String line(SearchResult document) {
        return document.url() + "\t" + document.url().contentType() + "\t" + document.title().text();
    }
}
