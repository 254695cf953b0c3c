// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.benchmarks.ui;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

import org.pushpin.content.ContentType;
import org.pushpin.content.Renderer;
import org.pushpin.repo.Repo;
import org.pushpin.scene.ContentRegistry;
import org.pushpin.scene.DocumentFactory;
import org.pushpin.scene.StageFactory;

/** The parts of the product that a board needs; outside of a framework, they are made by name. */
final class Parts {

    private static final String REGISTRY = "org.pushpin.scene.internal.registry.Registry";

    private final ContentRegistry registry;
    private final StageFactory stages;

    Parts(Repo repo) throws ReflectiveOperationException {
        registry = (ContentRegistry) made(REGISTRY);
        type("board", "Board", "BoardView", "workspace");
        type("text", "Text", "TextCard", "board", "workspace");
        type("image", "Image", "ImageCard", "board");
        Object none = Proxy.newProxyInstance(Parts.class.getClassLoader(), new Class<?>[] {DocumentFactory.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        stages = (StageFactory) Class.forName("org.pushpin.scene.internal.stage.StageFactoryComponent")
                .getConstructor(Repo.class, ContentRegistry.class, DocumentFactory.class)
                .newInstance(repo, registry, none);
    }

    private void type(String name, String prefix, String view, String... contexts) throws ReflectiveOperationException {
        String bundle = "org.pushpin.content." + name + ".internal.";
        Method addType = registry.getClass().getMethod("addType", ContentType.class, Map.class);
        Method addRenderer = registry.getClass().getMethod("addRenderer", Renderer.class, Map.class);
        addType.invoke(registry, made(bundle + prefix + "Type"), Map.of(ContentType.CONTENT_TYPE, name));
        addRenderer.invoke(registry, made(bundle + view),
                Map.of(ContentType.CONTENT_TYPE, name, Renderer.CONTEXT, contexts));
    }

    private static Object made(String name) throws ReflectiveOperationException {
        return Class.forName(name).getConstructor().newInstance();
    }

    ContentType type(String name) {
        return registry.type(name).orElseThrow();
    }

    StageFactory stages() {
        return stages;
    }
}
