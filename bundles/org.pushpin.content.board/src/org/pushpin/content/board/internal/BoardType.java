// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content.board.internal;

import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.pushpin.content.BoardColor;
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

/** Boards: what intents do to them is {@link BoardChange}. */
@Component(property = "contentType=board")
public final class BoardType implements ContentType {

    static final String TITLE = "title";
    static final String BACKGROUND = "background";
    static final Icon ICON = new Icon("M3.5 4H16.5V16H3.5ZM6 6.5H10V10H6ZM12 6.5H14.5V13.5H12ZM6 12H10V13.5H6Z");

    @Override
    public Descriptor descriptor(Locale locale) {
        return new Descriptor("board", Messages.of(BoardType.class, locale).get("label"), ICON,
                CardSize.cells(10, 0, 5, 4, 24, 24), List.of(), true, 1);
    }

    @Override
    public void create(Edit edit, Seed seed) {
        Fields.write(edit, ObjectId.ROOT, TITLE, switch (seed) {
            case Seed.Blank blank -> Summary.oneLine(blank.title());
            case Seed.Text text -> Summary.oneLine(text.text());
            case Seed.Blob blob -> Summary.oneLine(blob.blob().name());
            case Seed.Link link -> "";
        });
        edit.put(ObjectId.ROOT, BACKGROUND, BoardColor.DEFAULT.id());
        edit.putObject(ObjectId.ROOT, Cards.CARDS, ObjectType.MAP);
    }

    @Override
    public void perform(Intent intent, Edit edit) {
        new BoardChange(edit).perform(intent);
    }

    @Override
    public Summary summarize(Doc document) {
        return new Summary(Fields.root(document).string(TITLE), "");
    }
}
