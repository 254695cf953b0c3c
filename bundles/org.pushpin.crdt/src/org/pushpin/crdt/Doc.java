// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

public final class Doc implements Read {
    private Doc() {
    }

    public static Doc empty() {
        throw new UnsupportedOperationException();
    }

    public static Doc load(byte[] bytes) throws MalformedException {
        throw new UnsupportedOperationException();
    }

    public byte[] save() {
        throw new UnsupportedOperationException();
    }

    public List<ChangeHash> heads() {
        throw new UnsupportedOperationException();
    }

    public Edit edit(ActorId actor) {
        throw new UnsupportedOperationException();
    }

    public Doc apply(Collection<Change> changes) throws MalformedException {
        throw new UnsupportedOperationException();
    }

    public Doc merge(Doc other) {
        throw new UnsupportedOperationException();
    }

    public List<Change> changes() {
        throw new UnsupportedOperationException();
    }

    public List<Change> changesSince(Collection<ChangeHash> heads) {
        throw new UnsupportedOperationException();
    }

    public Optional<Change> change(ChangeHash hash) {
        throw new UnsupportedOperationException();
    }

    public boolean contains(ChangeHash hash) {
        throw new UnsupportedOperationException();
    }

    public List<ChangeHash> missingDependencies() {
        throw new UnsupportedOperationException();
    }

    public long sequence(ActorId actor) {
        throw new UnsupportedOperationException();
    }

    public List<Fork> forks() {
        throw new UnsupportedOperationException();
    }

    public List<Patch> diff(Doc later) {
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
