// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

/** Writes operations as columns, of a change (predecessors) or a document (ids and successors). */
final class OpColumnsWriter {
    private final ActorTable actors;
    private final boolean document;
    private final RleWriter objectActor = new RleWriter();
    private final RleWriter objectCounter = new RleWriter();
    private final RleWriter keyActor = new RleWriter();
    private final RleWriter keyCounter = new RleWriter.Delta();
    private final RleWriter.Text keyString = new RleWriter.Text();
    private final RleWriter idActor = new RleWriter();
    private final RleWriter idCounter = new RleWriter.Delta();
    private final BooleanWriter insert = new BooleanWriter(false);
    private final RleWriter action = new RleWriter();
    private final RleWriter valueMeta = new RleWriter();
    private final ByteWriter valueRaw = new ByteWriter();
    private final RleWriter linkCount = new RleWriter();
    private final RleWriter linkActor = new RleWriter();
    private final RleWriter linkCounter = new RleWriter.Delta();
    private final BooleanWriter expand = new BooleanWriter(true);
    private final RleWriter.Text mark = new RleWriter.Text();

    OpColumnsWriter(ActorTable actors, boolean document) {
        this.actors = actors;
        this.document = document;
    }

    /** An operation of a change. */
    void append(ChangeOp op) {
        appendObject(op.object());
        appendKey(op.key(), op.element());
        insert.append(op.insert());
        appendContent(op.action(), op.value(), op.expand(), op.mark());
        appendLinks(op.preds());
    }

    /** An operation of a document. */
    void append(ObjectId object, String key, OpId element, boolean inserts, Op op) {
        appendObject(object);
        appendKey(key, element);
        idActor.append(actors.number(op.id().actor()));
        idCounter.append(op.id().counter());
        insert.append(inserts);
        appendContent(op.action(), op.value(), op.expand(), op.mark());
        appendLinks(op.succ());
    }

    private void appendObject(ObjectId object) {
        OpId maker = object.maker();
        if (maker == null) {
            objectActor.appendNull();
            objectCounter.appendNull();
        } else {
            objectActor.append(actors.number(maker.actor()));
            objectCounter.append(maker.counter());
        }
    }

    private void appendKey(String key, OpId element) {
        keyString.append(key);
        if (element != null) {
            keyActor.append(actors.number(element.actor()));
            keyCounter.append(element.counter());
            return;
        }
        keyActor.appendNull();
        if (key == null) {
            keyCounter.append(0);
        } else {
            keyCounter.appendNull();
        }
    }

    private void appendContent(int code, Scalar value, boolean expands, String markName) {
        action.append(code);
        valueMeta.append(ScalarCodec.write(value, valueRaw));
        expand.append(expands);
        mark.append(markName);
    }

    private void appendLinks(OpId[] links) {
        linkCount.append(links.length);
        for (OpId link : links) {
            linkActor.append(actors.number(link.actor()));
            linkCounter.append(link.counter());
        }
    }

    Columns finish() {
        Columns columns = new Columns();
        columns.add(Columns.OBJECT_ACTOR, objectActor.finish()).add(Columns.OBJECT_COUNTER, objectCounter.finish());
        columns.add(Columns.KEY_ACTOR, keyActor.finish()).add(Columns.KEY_COUNTER, keyCounter.finish());
        columns.add(Columns.KEY_STRING, keyString.finish());
        columns.add(Columns.ID_ACTOR, idActor.finish()).add(Columns.ID_COUNTER, idCounter.finish());
        columns.add(Columns.INSERT, insert.finish()).add(Columns.ACTION, action.finish());
        columns.add(Columns.VALUE_META, valueMeta.finish()).add(Columns.VALUE_RAW, valueRaw);
        columns.add(document ? Columns.SUCC_COUNT : Columns.PRED_COUNT, linkCount.finish());
        columns.add(document ? Columns.SUCC_ACTOR : Columns.PRED_ACTOR, linkActor.finish());
        columns.add(document ? Columns.SUCC_COUNTER : Columns.PRED_COUNTER, linkCounter.finish());
        return columns.add(Columns.EXPAND, expand.finish()).add(Columns.MARK_NAME, mark.finish());
    }
}
