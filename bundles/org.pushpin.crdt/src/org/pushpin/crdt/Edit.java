// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

public final class Edit implements Read {
    Edit() {
    }

    public Edit put(ObjectId map, String key, Scalar value) {
        throw new UnsupportedOperationException();
    }

    public Edit put(ObjectId map, String key, String value) {
        throw new UnsupportedOperationException();
    }

    public Edit put(ObjectId map, String key, long value) {
        throw new UnsupportedOperationException();
    }

    public Edit put(ObjectId map, String key, boolean value) {
        throw new UnsupportedOperationException();
    }

    public Edit put(ObjectId map, String key, double value) {
        throw new UnsupportedOperationException();
    }

    public Edit put(ObjectId sequence, int index, Scalar value) {
        throw new UnsupportedOperationException();
    }

    public ObjectId putObject(ObjectId map, String key, ObjectType type) {
        throw new UnsupportedOperationException();
    }

    public ObjectId putObject(ObjectId sequence, int index, ObjectType type) {
        throw new UnsupportedOperationException();
    }

    public Edit insert(ObjectId sequence, int index, Scalar value) {
        throw new UnsupportedOperationException();
    }

    public ObjectId insertObject(ObjectId sequence, int index, ObjectType type) {
        throw new UnsupportedOperationException();
    }

    public Edit delete(ObjectId map, String key) {
        throw new UnsupportedOperationException();
    }

    public Edit delete(ObjectId sequence, int index) {
        throw new UnsupportedOperationException();
    }

    public Edit increment(ObjectId map, String key, long by) {
        throw new UnsupportedOperationException();
    }

    public Edit increment(ObjectId sequence, int index, long by) {
        throw new UnsupportedOperationException();
    }

    public Edit splice(ObjectId text, int at, int delete, String insert) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public Optional<Commit> commit(String message, Instant time) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Value> get(ObjectId map, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Value> get(ObjectId sequence, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Value> getAll(ObjectId map, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Value> getAll(ObjectId sequence, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> keys(ObjectId map) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int length(ObjectId object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String text(ObjectId text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ObjectType> type(ObjectId object) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OpId> winner(ObjectId map, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OpId elementAt(ObjectId sequence, int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OptionalInt indexOf(ObjectId sequence, OpId element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int positionAfter(ObjectId sequence, OpId element) {
        throw new UnsupportedOperationException();
    }
}
