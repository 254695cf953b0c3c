// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.durability;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What can be tried: a program that saves, and who judges what it leaves. */
public enum Trial {
    /** The storage adapter alone. */
    STORAGE(StorageLoad.class, StorageJudge::new),
    /** A whole repo over it. */
    REPO(RepoLoad.class, RepoJudge::new);

    private final Class<?> load;
    private final Supplier<Judge> judge;

    Trial(Class<?> load, Supplier<Judge> judge) {
        this.load = load;
        this.judge = judge;
    }

    Judge judge() {
        return judge.get();
    }

    /** The command that runs the load until it has done so much, or nobody listens. */
    List<String> command(Path root, Path scratch, Sin sin, long amount) {
        return Programs.java(scratch, load, root.toString(), sin.name(), Long.toString(amount));
    }
}
