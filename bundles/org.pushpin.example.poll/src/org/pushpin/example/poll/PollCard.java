// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.example.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.Action;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Parts;
import org.pushpin.content.RenderContext;
import org.pushpin.content.Renderer;
import org.pushpin.content.Role;
import org.pushpin.content.Style;
import org.pushpin.content.Theme;
import org.pushpin.content.View;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Scalar;

/** A poll in every context: the question, and a bar and a button for every option. */
@Component(property = "contentType=poll")
public final class PollCard implements Renderer {

    private static final int SHOWN = 100;

    @Override
    public View render(Doc document, RenderContext in) {
        Poll poll = new Poll(document);
        Messages messages = Messages.of(PollCard.class, in.locale());
        long votes = poll.options().stream().mapToLong(Poll.Option::votes).sum();
        String total = messages.get("total", votes);
        return switch (in.context()) {
            case RenderContext.LIST -> Parts.row(in.theme(), PollType.ICON, poll.question(), total);
            case RenderContext.TITLE_BAR -> Parts.titleBar(in.theme(), question(poll, in, messages), total);
            default -> card(poll, votes, in, messages);
        };
    }

    private static View card(Poll poll, long votes, RenderContext in, Messages messages) {
        Theme theme = in.theme();
        List<View> parts = new ArrayList<>(List.of(question(poll, in, messages)));
        poll.options().stream().limit(SHOWN).forEach(option -> parts.add(option(option, votes, theme, messages)));
        Action add = new Action("add", messages.get("add"), Icon.ADD, new Intent.Act(PollType.ADD));
        View total = View.Text.line(messages.get("total", votes), theme.hint());
        parts.add(View.Box.row(Style.NONE.justify(Style.Justify.BETWEEN).align(Style.Align.CENTER),
                new View.Button(add, View.Emphasis.LINK), total));
        return new View.Box(View.Axis.COLUMN, parts, Style.NONE.padding(Theme.CARD_PADDING).gap(Theme.SPACE_3));
    }

    private static View question(Poll poll, RenderContext in, Messages messages) {
        Fields root = Fields.root(poll.document());
        return Parts.title(root, Poll.QUESTION, in.theme().heading(), messages.get("question"), in.theme());
    }

    private static View option(Poll.Option option, long votes, Theme theme, Messages messages) {
        String placeholder = messages.get("option", option.index() + 1);
        View label = Parts.title(option.fields(), Poll.LABEL, theme.cardText(), placeholder, theme);
        Action vote = new Action("vote/" + option.id(), messages.get("vote"), Icon.CHECK, act(PollType.VOTE, option));
        Action remove = new Action("remove/" + option.id(), messages.get("remove"), Icon.REMOVE, act(PollType.REMOVE, option));
        View line = View.Box.row(Style.NONE.gap(Theme.SPACE_2).align(Style.Align.CENTER),
                View.Box.column(Style.NONE.grow(1), label), new View.Button(vote));
        double part = votes == 0 ? 0 : (double) option.votes() / votes;
        View bar = new View.Progress(part, messages.get("votes", option.votes()));
        View whole = View.Box.column(Style.NONE.gap(Theme.SPACE_1), line, bar);
        return new View.Described(whole, Role.GROUP, option.label(), List.of(vote, remove));
    }

    private static Intent act(String verb, Poll.Option option) {
        return new Intent.Act(verb, Map.of(PollType.OPTION, Scalar.of(option.id().toString())));
    }
}
