// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.internal.rich;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pushpin.crdt.Content;
import org.pushpin.crdt.internal.op.Action;
import org.pushpin.crdt.internal.op.Op;
import org.pushpin.crdt.internal.op.Register;
import org.pushpin.crdt.internal.sequence.Runs;
import org.pushpin.crdt.internal.sequence.SequenceView;
import org.pushpin.crdt.internal.state.Objects;
import org.pushpin.crdt.internal.state.StoredObject;

/** Objects with all that shows in them. */
public final class ContentReader {
    private final Objects objects;

    public ContentReader(Objects objects) {
        this.objects = objects;
    }

    /** @param object that exists */
    public Content read(long object) {
        return switch (objects.object(object)) {
            case StoredObject.MapObject map -> new Content.Entries(entries(map));
            case StoredObject.SequenceObject s when s.isText() -> new Content.Characters(objects.sequence(object).text());
            case StoredObject.SequenceObject s -> new Content.Elements(elements(objects.sequence(object)));
        };
    }

    /** What a map holds, by key in the order of UTF-8. */
    Map<String, Content> entries(StoredObject.MapObject map) {
        Map<String, Content> entries = new LinkedHashMap<>();
        map.visibleKeys().forEach(key -> entries.put(key, shown(map.register(key))));
        return entries;
    }

    private List<Content> elements(SequenceView list) {
        List<Content> elements = new ArrayList<>();
        for (Runs runs = list.runs(); runs.next();) {
            if (runs.register() != null && runs.units() > 0) {
                elements.add(shown(runs.register()));
            }
        }
        return elements;
    }

    private Content shown(Register register) {
        Op winner = register.winner();
        return Action.made(winner.action()) == null ? winner.value() : read(winner.id());
    }
}
