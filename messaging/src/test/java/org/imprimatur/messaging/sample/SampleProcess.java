package org.imprimatur.messaging.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A sample service in a process of its own, which can be held at a point, killed, frozen and thawed. */
public final class SampleProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 40;

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> points = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<String> log = new ConcurrentLinkedDeque<>();

    private boolean ready;

    private SampleProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "process-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Begins to start one on a database that is migrated; {@link #ready} waits for it. */
    public static SampleProcess start(String name, String kafka, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dspring.backgroundpreinitializer.ignore=true",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                SampleMain.class.getName(),
                name,
                kafka,
                "spring.flyway.enabled=false",
                "spring.kafka.producer.properties.interceptor.classes=" + Checkpoints.Sending.class.getName()));
        command.addAll(List.of(settings));
        try {
            return new SampleProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(SampleMain.MARK)) {
                    log.add(line);
                } else if (line.startsWith(SampleMain.MARK + "at ")) {
                    points.add(line.substring(SampleMain.MARK.length() + 3));
                } else {
                    answers.add(line.substring(SampleMain.MARK.length()));
                }
            }
        } catch (IOException e) {
            log.add(e.toString());
        }
    }

    /** Waits until it has started. */
    public void ready() {
        if (!ready) {
            expect(answers, "ready");
            ready = true;
        }
    }

    /** It will hold the thread that comes to that point as the n-th from now. */
    public void holdAt(Point point, int nth) {
        obey("choose " + point + " " + nth);
    }

    /** Waits until a thread is held there. */
    public void isAt(Point point) {
        expect(points, point.name());
    }

    /** Whether a thread is held somewhere. */
    public boolean isHeld() {
        return !points.isEmpty();
    }

    /** Lets the thread that is held go on. */
    public void release() {
        obey("release");
    }

    /** Says n… about a subject, from number to number, each in a transaction of its own. */
    public void tell(String subject, int from, int to) {
        obey("tell " + subject + " " + from + " " + to);
    }

    /** The same, and doesn't wait for it. */
    public void beginToTell(String subject, int from, int to) {
        send("tell " + subject + " " + from + " " + to);
    }

    /** Waits until it has done what it began. */
    public void answered() {
        expect(answers, "done");
    }

    public void mail(String cause) {
        obey("mail " + cause);
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGSTOP: no thread of it runs until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("no " + signal + " for " + process.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void obey(String command) {
        send(command);
        expect(answers, "done");
    }

    private void send(String command) {
        try {
            process.outputWriter().write(command + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(String.join("\n", log), e);
        }
    }

    private void expect(BlockingQueue<String> lines, String line) {
        try {
            String came = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!line.equals(came)) {
                throw new IllegalStateException(
                        "expected \"" + line + "\", came \"" + came + "\"; its log:\n" + String.join("\n", log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
