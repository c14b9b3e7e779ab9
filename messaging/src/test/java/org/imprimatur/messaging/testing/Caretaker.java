package org.imprimatur.messaging.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Clears up after this JVM, however it ends. A shutdown hook would not do: hooks run side by side, so the database
 * could be gone before the contexts that use it are closed, and {@code kill -9} runs none.
 */
final class Caretaker {

    private Caretaker() {}

    /** Stops the postgres of that data folder, if there is one, and removes the folder, once this JVM is dead. */
    static void clearAfterExit(Path folder) {
        String script = "trap '' INT TERM HUP; cat >/dev/null; "
                + "pid=$(head -n 1 \"$0/postmaster.pid\" 2>/dev/null); [ -n \"$pid\" ] && kill -QUIT \"$pid\"; "
                + "sleep 1; rm -rf \"$0\"";
        try {
            // its standard input is our pipe, which the system closes when we die
            new ProcessBuilder("sh", "-c", script, folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
