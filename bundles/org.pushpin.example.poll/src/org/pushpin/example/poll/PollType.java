// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.example.poll;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/** Polls: a question and what can be voted for. */
@Component(property = "contentType=poll")
public final class PollType implements ContentType {

    static final String VOTE = "vote";
    static final String ADD = "add";
    static final String REMOVE = "remove";
    static final String OPTION = "option";
    static final Icon ICON = new Icon("M4 5H16M4 10H11M4 15H13.5");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("poll", Messages.of(PollType.class, locale).get("label"), ICON,
                CardSize.cells(14, 0, 8, 4, 36, 72), List.of(), true, 1);
    }

    /** From text, the first line is the question and every other line an option. */
    @Override
    public void create(Edit edit, Seed seed) {
        List<String> lines = switch (seed) {
            case Seed.Blank blank -> List.of(blank.title(), "", "");
            case Seed.Text text -> text.text().lines().filter(line -> !line.isBlank()).toList();
            case Seed.Blob blob -> List.of(blob.blob().name(), "", "");
            case Seed.Link link -> List.of("", "", "");
        };
        Fields.write(edit, ObjectId.ROOT, Poll.QUESTION, lines.isEmpty() ? "" : lines.getFirst());
        edit.putObject(ObjectId.ROOT, Poll.OPTIONS, ObjectType.LIST);
        lines.stream().skip(1).forEach(line -> add(edit, line));
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Splice splice -> Fields.splice(edit, splice);
            case Intent.Rename rename -> Fields.write(edit, ObjectId.ROOT, Poll.QUESTION, rename.title());
            case Intent.Act act when act.name().equals(ADD) -> add(edit, "");
            case Intent.Act act -> option(act, edit).ifPresent(option -> perform(act.name(), option, edit));
            default -> { } // not for polls
        }
    }

    private static Optional<Poll.Option> option(Intent.Act act, Edit edit) {
        return act.arguments().get(OPTION) instanceof Scalar.Str id ? new Poll(edit).option(id.value()) : Optional.empty();
    }

    private static void perform(String verb, Poll.Option option, Edit edit) {
        switch (verb) {
            case VOTE -> vote(option, edit);
            case REMOVE -> edit.delete(new Poll(edit).list().orElseThrow(), option.index());
            default -> { } // of a newer version
        }
    }

    private static void vote(Poll.Option option, Edit edit) {
        boolean counted = option.fields().value(Poll.VOTES).filter(Scalar.Counter.class::isInstance).isPresent();
        if (counted) edit.increment(option.id(), Poll.VOTES, 1);
        else edit.put(option.id(), Poll.VOTES, new Scalar.Counter(1));
    }

    private static void add(Edit edit, String label) {
        ObjectId list = new Poll(edit).list().orElseGet(() -> edit.putObject(ObjectId.ROOT, Poll.OPTIONS, ObjectType.LIST));
        ObjectId option = edit.insertObject(list, edit.length(list), ObjectType.MAP);
        Fields.write(edit, option, Poll.LABEL, label);
        edit.put(option, Poll.VOTES, new Scalar.Counter(0));
    }

    @Override
    public Summary summarize(Doc document) {
        Poll poll = new Poll(document);
        return new Summary(poll.question(), poll.options().stream().map(Poll.Option::label).collect(Collectors.joining("\n")));
    }
}
