// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import org.pushpin.crdt.Edit;
import org.pushpin.crdt.ExpandMark;

/** Writes in a transaction of ours. */
final class OurWrites {
    private OurWrites() {
    }

    /** Does it. @return the id of the object that was made, or nothing, or that it was refused */
    static String apply(Edit edit, Step.Write write) {
        try {
            return done(edit, write);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Engine.REFUSED;
        }
    }

    private static String done(Edit edit, Step.Write write) {
        switch (write) {
            case Step.Put w when w.place() instanceof Step.Key key -> edit.put(w.object(), key.name(), w.value());
            case Step.Put w -> edit.put(w.object(), units(w.place()), w.value());
            case Step.PutObject w when w.place() instanceof Step.Key key -> {
                return edit.putObject(w.object(), key.name(), w.type()).toString();
            }
            case Step.PutObject w -> {
                return edit.putObject(w.object(), units(w.place()), w.type()).toString();
            }
            case Step.Insert w -> edit.insert(w.object(), w.index().units(), w.value());
            case Step.InsertObject w -> {
                return edit.insertObject(w.object(), w.index().units(), w.type()).toString();
            }
            case Step.Delete w when w.place() instanceof Step.Key key -> edit.delete(w.object(), key.name());
            case Step.Delete w -> edit.delete(w.object(), units(w.place()));
            case Step.Increment w when w.place() instanceof Step.Key key -> edit.increment(w.object(), key.name(), w.by());
            case Step.Increment w -> edit.increment(w.object(), units(w.place()), w.by());
            case Step.Mark w -> edit.mark(w.object(), w.from().units(), w.to().units(), expand(w.grow()), w.name(), w.value());
            case Step.Unmark w -> edit.unmark(w.object(), w.from().units(), w.to().units(), expand(w.grow()), w.name());
            case Step.SplitBlock w -> edit.splitBlock(w.object(), w.index().units(), w.block().entries());
            case Step.JoinBlock w -> edit.joinBlock(w.object(), w.index().units());
            case Step.ReplaceBlock w -> edit.update(edit.replaceBlock(w.object(), w.index().units()), w.block());
            case Step.UpdateText w -> edit.updateText(w.object(), w.text());
            case Step.UpdateSpans w -> edit.updateSpans(w.object(), w.spans());
            case Step.Splice w -> edit.splice(w.object(), w.at().units(), w.delete().units(), w.text());
        }
        return "";
    }

    private static ExpandMark expand(Step.Grow grow) {
        return ExpandMark.valueOf(grow.name());
    }

    private static int units(Step.Place place) {
        return ((Step.Index) place).units();
    }
}
