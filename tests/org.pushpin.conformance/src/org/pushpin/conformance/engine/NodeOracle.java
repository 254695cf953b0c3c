// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.conformance.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.pushpin.conformance.NodeFolder;
import org.pushpin.crdt.ChangeHash;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** npm's {@code @automerge/automerge}, in a process of its own ({@code node/oracle.mjs}): steps wait until something is asked for. */
public final class NodeOracle implements Engine {
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;
    private final List<String> observations = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private JsonObject request = new JsonObject();
    private JsonArray steps = new JsonArray();

    public NodeOracle(NodeFolder folder) {
        try {
            process = folder.builder("node", "oracle.mjs").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        to = process.outputWriter();
        from = process.inputReader();
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(Feature.WIDE, Feature.MESSAGES, Feature.ORDERED_CONFLICTS, Feature.LONG_ELEMENTS, Feature.MARKS,
                Feature.HEADS, Feature.SPANS, Feature.RICH_EDITS, Feature.EMPTY_CHANGES, Feature.CURSORS, Feature.CURSORS_PAST_REPLACED, Feature.FIRST_ROLLBACK,
                Feature.EMPTY_MARKS, Feature.SHARED_MARKS, Feature.LIST_COUNTERS);
    }

    @Override
    public void start(Set<Feature> shown, boolean full) {
        request = new JsonObject();
        steps = new JsonArray();
        observations.clear();
        faults.clear();
        request.addProperty("start", true);
        request.addProperty("full", full);
        request.addProperty("marks", shown.contains(Feature.MARKS));
        request.addProperty("spans", shown.contains(Feature.SPANS));
    }

    @Override
    public void run(Step step) {
        steps.add(NodeSteps.json(step));
    }

    @Override
    public long commit(Step.Commit step) {
        run(step);
        return step.time();
    }

    @Override
    public List<String> observations() {
        if (!steps.isEmpty()) {
            exchange();
        }
        List<String> seen = List.copyOf(observations);
        observations.clear();
        return seen;
    }

    @Override
    public byte[] save(int replica) {
        JsonArray give = new JsonArray();
        give.add("save");
        give.add(replica);
        return bytes(give);
    }

    @Override
    public byte[] changes(int replica, List<ChangeHash> since) {
        JsonArray give = new JsonArray();
        give.add("changes");
        give.add(replica);
        give.add(NodeSteps.hashes(since));
        return bytes(give);
    }

    private byte[] bytes(JsonArray give) {
        request.add("give", give);
        return Base64.getDecoder().decode(exchange().get("bytes").getAsString());
    }

    private JsonObject exchange() {
        request.add("steps", steps);
        try {
            to.write(request.toString());
            to.newLine();
            to.flush();
            String line = from.readLine();
            if (line == null) {
                throw new IOException("node has ended");
            }
            JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
            answer.getAsJsonArray("seen").asList().stream().map(JsonElement::getAsString).forEach(observations::add);
            answer.getAsJsonObject("faults").entrySet().forEach(fault -> faults.put(fault.getKey(), fault.getValue().getAsInt()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            request = new JsonObject();
            steps = new JsonArray();
        }
    }

    @Override
    public Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    @Override
    public void close() {
        try (to; from) {
            to.close();
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
