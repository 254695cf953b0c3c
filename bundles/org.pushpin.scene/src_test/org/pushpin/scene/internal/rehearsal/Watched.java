// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene.internal.rehearsal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

import org.pushpin.scene.Frame;
import org.pushpin.scene.Stage;

/** A stage of whose frames the numbers of sprites are noted. */
record Watched(Stage inner, Set<Integer> shown) {

    Stage stage() {
        return (Stage) Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {Stage.class}, (proxy, method, arguments) -> {
            try {
                Object answer = method.invoke(inner, arguments);
                if (answer instanceof Frame frame && !frame.sprites().isEmpty()) shown.add(frame.sprites().size());
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
