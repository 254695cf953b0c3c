// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.ui.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.eclipse.swt.widgets.Display;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A program of its own that looks at this one through AT-SPI, as a screen reader does. It asks the ui thread, which therefore
 * handles events while it waits for an answer.
 */
final class Assistant implements AutoCloseable {

    private static final String PYTHON = "/usr/bin/python3";

    private final Window window;
    private final Display display = Display.getCurrent();
    private final Path script;
    private final Process process;
    private final PrintWriter asks;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    Assistant(Window window) {
        this.window = window;
        try {
            script = Files.createTempFile("accessible", ".py");
            try (InputStream in = Assistant.class.getResourceAsStream("accessible.py")) {
                Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            }
            process = new ProcessBuilder(PYTHON, script.toString(), Long.toString(ProcessHandle.current().pid()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asks = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofPlatform().daemon().start(this::read);
        answer("a client of AT-SPI");
    }

    /** Why there can be none; empty where there can. */
    static String missing() {
        if (System.getenv("NO_AT_BRIDGE") != null) {
            return "NO_AT_BRIDGE is set: GTK does not speak AT-SPI";
        }
        if (System.getenv("DBUS_SESSION_BUS_ADDRESS") == null) {
            return "there is no session bus";
        }
        try {
            Process trial = new ProcessBuilder(PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return trial.waitFor() == 0 ? "" : "python3-gi and gir1.2-atspi-2.0 are not installed";
        } catch (IOException absent) {
            return PYTHON + " is not installed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answers.add(line);
                display.asyncExec(() -> { }); // a plain wake-up is lost while the display handles events
            }
        } catch (IOException gone) {
            answers.add("{\"failed\": \"" + gone.getMessage() + "\"}");
        }
    }

    private JsonElement answer(String what) {
        window.await(what, () -> !answers.isEmpty());
        JsonObject answer = JsonParser.parseString(answers.remove()).getAsJsonObject();
        if (answer.has("failed")) {
            throw new AssertionError(what + ": " + answer.get("failed").getAsString());
        }
        return answer.get("ok");
    }

    /** @param with name, value, name, value, … */
    JsonElement ask(String what, Object... with) {
        JsonObject question = new JsonObject();
        question.addProperty("do", what);
        for (int i = 0; i < with.length; i += 2) {
            if (with[i + 1] instanceof Number number) {
                question.addProperty((String) with[i], number);
            } else {
                question.addProperty((String) with[i], (String) with[i + 1]);
            }
        }
        asks.println(question);
        return answer(question.toString());
    }

    @Override
    public void close() {
        asks.close();
        process.destroy();
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
