// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.peer.internal.command;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;


/** Turns what completes later into what a command line needs: wait, with a limit, until somebody hangs up. */
final class Waiting {

    private static final long LOOK_MILLIS = 100;

    private Waiting() {
    }

    /**
     * Waits for a stage.
     *
     * @param what for the message, for instance "the document"
     */
    static <T> T on(CompletionStage<T> stage, Duration limit, String what, Console console)
            throws CommandException, InterruptedException {
        CompletableFuture<T> future = stage.toCompletableFuture();
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (console.closed()) {
                    future.cancel(true);
                    throw new CommandException(ExitCode.INTERRUPTED, "interrupted");
                }
                if (System.nanoTime() > end) {
                    future.cancel(true);
                    throw new CommandException(ExitCode.TIMEOUT, what + " did not come within " + limit.toSeconds()
                            + " s");
                }
            } catch (ExecutionException e) {
                throw new CommandException(ExitCode.FAILED, message(e.getCause()));
            } catch (CancellationException e) {
                throw new CommandException(ExitCode.INTERRUPTED, "interrupted");
            }
        }
    }

    static String message(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof ExecutionException || cause instanceof java.util.concurrent.CompletionException) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
