// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;
import org.pushpin.content.ContentType;
import org.pushpin.content.Renderer;

/** Card types and renderers are services: they are there while their bundle is. */
class WhiteboardTest {
    private static final long MILLIS = 20_000;

    private final BundleContext context = FrameworkUtil.getBundle(WhiteboardTest.class).getBundleContext();
    private ServiceTracker<ContentType, ContentType> polls;
    private ServiceTracker<Renderer, Renderer> pollRenderers;

    @BeforeEach
    void open() throws InvalidSyntaxException {
        polls = tracker(ContentType.class, "poll");
        pollRenderers = tracker(Renderer.class, "poll");
    }

    @AfterEach
    void close() {
        polls.close();
        pollRenderers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace", "board", "text", "image", "file"})
    void aBuiltInTypeOffersItselfAndARenderer(String type) throws InvalidSyntaxException, InterruptedException {
        ServiceTracker<ContentType, ContentType> types = tracker(ContentType.class, type);
        ServiceTracker<Renderer, Renderer> renderers = tracker(Renderer.class, type);

        ContentType found = types.waitForService(MILLIS);

        assertNotNull(found);
        assertEquals(type, found.descriptor(Locale.ENGLISH).type());
        assertNotNull(renderers.waitForService(MILLIS));
        types.close();
        renderers.close();
    }

    @Test
    void aThirdPartysTypeComesAndGoesWithItsBundle() throws IOException, BundleException, InterruptedException {
        assertNull(polls.getService());

        Bundle bundle = context.installBundle("reference:" + pollJar().toUri());
        bundle.start(Bundle.START_ACTIVATION_POLICY);
        ContentType type = polls.waitForService(MILLIS);

        assertNotNull(type);
        assertEquals("poll", type.descriptor(Locale.ENGLISH).type());
        assertNotNull(pollRenderers.waitForService(MILLIS));

        bundle.uninstall();

        assertNull(polls.getService());
        assertTrue(pollRenderers.isEmpty());
    }

    private <T> ServiceTracker<T, T> tracker(Class<T> service, String type) throws InvalidSyntaxException {
        var filter = context.createFilter("(&(objectClass=" + service.getName() + ")(contentType=" + type + "))");
        var tracker = new ServiceTracker<T, T>(context, filter, null);
        tracker.open();
        return tracker;
    }

    private static Path pollJar() throws IOException {
        Path target = Path.of(System.getProperty("pushpin.root"), "bundles/org.pushpin.example.poll/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.getFileName().toString().matches("org\\.pushpin\\.example\\.poll-[^-]*-SNAPSHOT\\.jar"))
                    .findFirst().orElseThrow();
        }
    }
}
