// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;

import org.pushpin.storage.Storage;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;
import org.pushpin.storage.Transfer;
import org.pushpin.storage.Write;

/** The adapter of the product. Its bundle exports nothing, so it is looked up by name, as the framework does. */
final class Adapter {

    private static final String PACKAGE = "org.pushpin.storage.sqlite.internal.";

    private Adapter() {}

    static StorageFactory of(Sin sin) {
        return sin == Sin.UNSYNCED ? new Unsynced() : product();
    }

    /** The product's with SQLite's {@code synchronous=OFF}. */
    private static final class Unsynced implements StorageFactory {

        @Override
        public Storage open(Path profile) throws StorageException {
            return openUnsynced(profile);
        }

        @Override
        public void restore(InputStream source, Path profile, List<Write> changes, Transfer progress) {
            throw new UnsupportedOperationException();
        }
    }

    static StorageFactory product() {
        try {
            Constructor<?> constructor = Class.forName(PACKAGE + "SqliteStorageFactory").getConstructor();
            return (StorageFactory) constructor.newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the bundle org.pushpin.storage.sqlite is not on the class path", missing);
        }
    }

    private static Storage openUnsynced(Path profile) throws StorageException {
        try {
            Class<?> mode = Class.forName("org.sqlite.SQLiteConfig$SynchronousMode");
            Method open = Class.forName(PACKAGE + "SqliteStorage").getDeclaredMethod("open", Path.class, mode);
            open.setAccessible(true);
            return (Storage) open.invoke(null, profile, mode.getField("OFF").get(null));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof StorageException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the adapter has changed", missing);
        }
    }
}
