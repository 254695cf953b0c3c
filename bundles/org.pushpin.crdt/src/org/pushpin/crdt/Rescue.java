// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pushpin.crdt.internal.change.ChangeParser;
import org.pushpin.crdt.internal.column.Chunk;
import org.pushpin.crdt.internal.column.ChunkReader;
import org.pushpin.crdt.internal.column.InflateBudget;
import org.pushpin.crdt.internal.document.DamagedFile;
import org.pushpin.crdt.internal.document.DocumentReader;

/**
 * What can be had of a damaged file. Chunks that are whole are loaded as ever. Where a document chunk is not, but its operations make sense,
 * its values are copied into a new document: without its history, which nobody could verify. Whatever comes out can be saved and loaded.
 *
 * @param leftOut what was left out and why, in the order of the file; empty if the file is sound
 */
public record Rescue(Doc document, List<String> leftOut) {
    public Rescue {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a file as far as it can be read.
     *
     * @param actor who makes the change with what is copied
     * @param time of that change
     */
    public static Rescue of(byte[] file, ActorId actor, Instant time) {
        return new Reading(actor, time).of(file);
    }

    /** A rescue at work. One thread. */
    private static final class Reading {
        private final ActorId actor;
        private final Instant time;
        private final List<String> leftOut = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final ChangeParser parser = new ChangeParser();
        private Doc document = Doc.empty();

        Reading(ActorId actor, Instant time) {
            this.actor = actor;
            this.time = time;
        }

        Rescue of(byte[] file) {
            try (ChunkReader in = new ChunkReader(new InflateBudget(Change.BATCH))) {
                for (DamagedFile.Part part : DamagedFile.parts(file, in)) {
                    read(part, in);
                }
            }
            for (Change change : changes) {
                try {
                    document = document.apply(List.of(change));
                } catch (MalformedException e) {
                    leftOut.add("change " + change.hash() + ": " + e.getMessage());
                }
            }
            document.missingDependencies().forEach(hash -> leftOut.add("change " + hash + ": missing, others wait for it"));
            return new Rescue(document, leftOut);
        }

        private void read(DamagedFile.Part part, ChunkReader in) {
            String problem = part.problem();
            if (problem == null) {
                try {
                    Change.addTo(changes, part.chunk(), in, parser);
                    return;
                } catch (MalformedException e) {
                    problem = e.getMessage();
                }
            }
            String what = "from byte " + part.from() + ": ";
            if (part.chunk() != null && part.chunk().type() == Chunk.DOCUMENT && copy(part.chunk(), in)) {
                what = "the history of the document from byte " + part.from() + ": ";
            }
            leftOut.add(what + problem);
        }

        /** Copies the values of a document chunk whose history cannot be trusted. */
        private boolean copy(Chunk chunk, ChunkReader in) {
            try {
                Doc damaged = Doc.of(DocumentReader.readDamaged(chunk, in.inflate()));
                Edit edit = document.edit(actor);
                new Copy(damaged, edit).map(ObjectId.ROOT, ObjectId.ROOT);
                Optional<Commit> commit = edit.commit("rescued", time);
                document = commit.map(Commit::document).orElse(document);
                return true;
            } catch (MalformedException e) {
                return false;
            }
        }
    }

    /** Copies what a document shows. */
    private record Copy(Doc from, Edit to) {
        void map(ObjectId source, ObjectId target) {
            for (String key : from.keys(source)) {
                switch (from.get(source, key).orElseThrow()) {
                    case Scalar scalar -> to.put(target, key, scalar);
                    case ObjectValue object -> content(object, to.putObject(target, key, object.type()));
                }
            }
        }

        private void content(ObjectValue object, ObjectId target) {
            switch (object.type()) {
                case MAP, TABLE -> map(object.id(), target);
                case LIST -> list(object.id(), target);
                case TEXT -> text(object.id(), target);
            }
        }

        private void list(ObjectId source, ObjectId target) {
            for (int i = 0; i < from.length(source); i++) {
                insert(source, target, i);
            }
        }

        private void insert(ObjectId source, ObjectId target, int index) {
            switch (from.get(source, index).orElseThrow()) {
                case Scalar scalar -> to.insert(target, index, scalar);
                case ObjectValue object -> content(object, to.insertObject(target, index, object.type()));
            }
        }

        private void text(ObjectId source, ObjectId target) {
            String text = from.text(source);
            for (int at = 0; at < text.length();) {
                int end = text.indexOf(0xfffc, at);
                end = end < 0 ? text.length() : end;
                to.splice(target, at, 0, text.substring(at, end));
                if (end < text.length()) {
                    insert(source, target, end++);
                }
                at = end;
            }
            for (Mark mark : from.marks(source)) {
                if (mark.start() < mark.end()) {
                    to.mark(target, mark.start(), mark.end(), ExpandMark.AFTER, mark.name(), mark.value());
                }
            }
        }
    }
}
