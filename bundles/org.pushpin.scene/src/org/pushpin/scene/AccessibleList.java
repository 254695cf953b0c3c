// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Children of a node, made when they are asked for, each once. Ui thread. */
public final class AccessibleList extends AbstractList<Accessible> {

    private final Supplier<Keys> named;
    private final Function<String, Accessible> make;
    private Keys keys;
    private Accessible[] made;

    private AccessibleList(Supplier<Keys> named, Function<String, Accessible> make) {
        this.named = named;
        this.make = make;
    }

    /** Keys and their places, which many frames can share. */
    public static final class Keys {

        private final List<String> keys;
        private Map<String, Integer> places;

        public Keys(List<String> keys) {
            this.keys = List.copyOf(keys);
        }

        public List<String> all() {
            return keys;
        }

        int place(String key) {
            if (places == null) {
                places = new HashMap<>();
                for (int i = 0; i < keys.size(); i++) places.put(keys.get(i), i);
            }
            return places.getOrDefault(key, -1);
        }
    }

    /** One after the other. @param make is asked once at most for each key */
    public static AccessibleList each(Keys keys, Function<String, Accessible> make) {
        return new AccessibleList(() -> keys, make);
    }

    /** All at once, when the first is asked for. */
    public static AccessibleList whole(Supplier<List<Accessible>> all) {
        Map<String, Accessible> nodes = new HashMap<>();
        return new AccessibleList(() -> {
            List<Accessible> now = all.get();
            now.forEach(node -> nodes.put(node.key(), node));
            return new Keys(now.stream().map(Accessible::key).toList());
        }, nodes::get);
    }

    /** Which there are: the same object as long as nothing has come or gone, where the owner knows. */
    public Keys keys() {
        if (keys == null) {
            keys = named.get();
            made = new Accessible[keys.all().size()];
        }
        return keys;
    }

    /** Where a child is; -1 where it is not. */
    public int indexOf(String key) {
        return keys().place(key);
    }

    @Override
    public Accessible get(int index) {
        String key = keys().all().get(index);
        if (made[index] == null) made[index] = make.apply(key);
        return made[index];
    }

    @Override
    public int size() {
        return keys().all().size();
    }
}
