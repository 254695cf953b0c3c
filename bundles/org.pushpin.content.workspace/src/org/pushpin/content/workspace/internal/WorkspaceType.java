// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.workspace.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.CardSize;
import org.pushpin.content.ContentType;
import org.pushpin.content.Descriptor;
import org.pushpin.content.Fields;
import org.pushpin.content.Icon;
import org.pushpin.content.Intent;
import org.pushpin.content.Messages;
import org.pushpin.content.Placement;
import org.pushpin.content.Seed;
import org.pushpin.content.Summary;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.Scalar;

/**
 * Workspaces: what a person has, as {title: string, boards: LIST of URLs, contacts: LIST of URLs}. Its own verbs are
 * {@value #ADD} {url} and {@value #FORGET} {url}; a board is listed once.
 */
@Component(property = "contentType=workspace")
public final class WorkspaceType implements ContentType {

    static final String ADD = "add";
    static final String FORGET = "forget";
    static final String URL = "url";
    static final Icon ICON = new Icon("M3.5 4.5H9V9.5H3.5ZM11 4.5H16.5V9.5H11ZM3.5 11.5H9V16H3.5ZM11 11.5H16.5V16H11Z");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("workspace", Messages.of(WorkspaceType.class, locale).get("label"), ICON,
                CardSize.cells(12, 0, 8, 4, 24, 36), List.of(), false, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        String title = seed instanceof Seed.Blank blank ? Summary.oneLine(blank.title()) : "";
        edit.put(ObjectId.ROOT, Workspace.TITLE, title);
        edit.putObject(ObjectId.ROOT, Workspace.BOARDS, ObjectType.LIST);
        edit.putObject(ObjectId.ROOT, Workspace.CONTACTS, ObjectType.LIST);
        if (seed instanceof Seed.Link link) add(link.url().toString(), edit);
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        switch (intent) {
            case Intent.Rename rename -> edit.put(ObjectId.ROOT, Workspace.TITLE, Summary.oneLine(rename.title()));
            case Intent.Insert insert -> insert.cards().stream().map(Placement::url).forEach(url -> add(url.toString(), edit));
            case Intent.Act act when act.name().equals(ADD) -> url(act).ifPresent(url -> add(url, edit));
            case Intent.Act act when act.name().equals(FORGET) -> url(act).ifPresent(url -> forget(url, edit));
            default -> { } // not for workspaces
        }
    }

    private static Optional<String> url(Intent.Act act) {
        return act.arguments().get(URL) instanceof Scalar.Str url ? Optional.of(url.value()) : Optional.empty();
    }

    private static void add(String url, Edit edit) {
        ObjectId boards = Fields.root(edit).object(Workspace.BOARDS, ObjectType.LIST)
                .orElseGet(() -> edit.putObject(ObjectId.ROOT, Workspace.BOARDS, ObjectType.LIST));
        if (Workspace.isListed(url, edit)) return;
        edit.insert(boards, edit.length(boards), Scalar.of(url));
    }

    /** The same board may stand there twice, when two devices added it at the same time: every entry goes. */
    private static void forget(String url, Edit edit) {
        Fields.root(edit).object(Workspace.BOARDS, ObjectType.LIST).ifPresent(boards -> {
            for (int i = edit.length(boards) - 1; i >= 0; i--) {
                if (edit.get(boards, i).filter(value -> Workspace.isSame(value, url)).isPresent()) edit.delete(boards, i);
            }
        });
    }

    @Override
    public Summary summarize(Doc document) {
        return new Summary(Fields.root(document).string(Workspace.TITLE), "");
    }
}
