package org.imprimatur.standalone.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.imprimatur.standalone.embedded.Trouble;

/** One process of the cluster: it can be ended, killed, frozen and started again, and has a log of its own. */
public final class Part {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Path pidFile;
    private Process process;

    Part(String name, List<String> command, Map<String, String> environment, Path folder) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = folder.resolve(name + ".log");
        this.pidFile = folder.resolve(name + ".pid");
    }

    /** Its service and which of it, for example {@code review-2}. */
    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public synchronized void start() {
        if (running()) {
            return;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // nothing of this process's own environment decides how it runs
            builder.environment().keySet().removeIf(variable -> variable.matches("(SPRING|IMPRIMATUR|SERVER)_.*"));
            builder.environment().putAll(environment);
            process = builder.start();
            Files.writeString(pidFile, String.valueOf(process.pid()));
        } catch (IOException e) {
            throw new Trouble(name + " can't be started: " + e.getMessage(), e);
        }
    }

    public synchronized boolean running() {
        return process != null && process.isAlive();
    }

    /** kill -9: it gets no chance to finish anything. */
    public synchronized void kill() {
        signal("KILL");
        await();
    }

    /** SIGSTOP: it stands still, and doesn't know it. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    /** Ends it; it finishes what it holds. */
    public synchronized void stop() {
        askToEnd();
        await();
    }

    synchronized void askToEnd() {
        if (running()) {
            process.destroy();
        }
    }

    synchronized void await() {
        if (process == null) {
            return;
        }
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String signal) {
        if (!running()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills what an earlier run left behind in the folder. */
    static void endLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            for (Path file : files) {
                long pid = Long.parseLong(Files.readString(file).strip());
                ProcessHandle.of(pid)
                        .filter(left -> left.info().command().orElse("").contains("java"))
                        .ifPresent(left -> {
                            left.destroyForcibly();
                            left.onExit().join();
                        });
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
