package org.imprimatur.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imprimatur.standalone.browser.Onlooker;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.imprimatur.standalone.embedded.Trouble;

/** {@code ./imprimatur demo} and {@code ./imprimatur screens}. */
public final class Demo {

    static final int REACHED = 0;
    static final int NOT_REACHED = 1;
    static final int NOT_STARTED = 2;

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Plays the demonstration.
     *
     * @return 0 when every step was reached and every check held, 1 when one did not, 2 when it could not start
     */
    public static int run(String[] arguments) {
        Console console = new Console(System.out);
        try {
            Wish wish = Wish.of(arguments);
            byte[] file = wish.manuscript() == null ? null : readable(wish.manuscript());
            Path home = Path.of(System.getProperty("imprimatur.home", ".imprimatur"));
            if (wish.screens() != null) {
                return photograph(console, fresh(home.resolve("demo-screens")), wish.screens());
            }
            if (wish.once() != null) {
                writable(wish.once());
            }
            Path data = fresh(home.resolve(wish.once() == null ? "demo" : "demo-once"));
            int port =
                    wish.once() == null ? Integer.parseInt(System.getenv().getOrDefault("IMPRIMATUR_PORT", "8080")) : 0;
            return play(console, data, port, wish.once(), file, Onlooker.NOBODY);
        } catch (Trouble e) {
            System.err.println("imprimatur: " + e.getMessage());
            return NOT_STARTED;
        }
    }

    /**
     * What the person at the terminal wants.
     *
     * @param once where the evidence goes when nobody is waited for, else null
     * @param manuscript the file that is handed in instead of the demonstration's own, else null
     * @param screens where pictures of all pages go, else null
     */
    record Wish(Path once, Path manuscript, Path screens) {

        private static final List<String> OPTIONS = List.of("--once", "--manuscript", "--screens");

        /** @throws Trouble that names what is wrong with the arguments */
        static Wish of(String... arguments) {
            Map<String, Path> paths = new HashMap<>();
            for (int at = 0; at < arguments.length; at += 2) {
                if (!OPTIONS.contains(arguments[at])) {
                    throw new Trouble("demo doesn't know " + arguments[at] + ": ./imprimatur help lists what it knows");
                }
                if (at + 1 == arguments.length) {
                    throw new Trouble(arguments[at] + " wants a path behind it");
                }
                paths.put(arguments[at], Path.of(arguments[at + 1]));
            }
            return new Wish(paths.get("--once"), paths.get("--manuscript"), paths.get("--screens"));
        }
    }

    // the evidence shows that the camera changed nothing
    private static int photograph(Console console, Path data, Path screens) {
        // while a picture is made, connections rest; the servers close them after 20 seconds
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        Path evidence = screens.resolve("evidence");
        writable(evidence);
        try (Camera camera = new Camera(screens)) {
            int end = play(console, data, 0, evidence, null, camera);
            console.line("");
            console.line(camera.count() + " pages: " + screens.resolve("index.html"));
            camera.missed().forEach(missed -> console.line("No picture of " + missed));
            camera.notSeen().forEach(template -> console.line("No page was made of the template " + template));
            return camera.missed().isEmpty() && camera.notSeen().isEmpty() ? end : NOT_REACHED;
        }
    }

    private static int play(Console console, Path data, int port, Path once, byte[] manuscript, Onlooker onlooker) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread end = endsWhenAsked(Thread.currentThread(), closed);
        Runtime.getRuntime().addShutdownHook(end);
        try (Performance performance = Performance.begin(data, port, console, manuscript, onlooker)) {
            performance.play(once);
            if (onlooker instanceof Camera camera) {
                performance.goRound().forEach(camera::misses);
            }
            if (once == null && !Thread.currentThread().isInterrupted()) {
                stayUp(performance, console);
            }
            return performance.good() ? REACHED : NOT_REACHED;
        } finally {
            closed.countDown();
            forget(end);
        }
    }

    private static void stayUp(Performance performance, Console console) {
        try (Control control = performance.control()) {
            control.invite();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            console.line("Ending …");
        }
    }

    // Ctrl-C and kill: whoever plays is interrupted and closes everything; the JVM waits for that
    private static Thread endsWhenAsked(Thread playing, CountDownLatch closed) {
        return new Thread(
                () -> {
                    playing.interrupt();
                    try {
                        if (!closed.await(60, TimeUnit.SECONDS)) {
                            System.err.println("imprimatur: not everything ended within a minute");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "end");
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            // it is this hook that is running
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] readable(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Trouble("can't read " + file + ": give the path of a DOCX that you may read", e);
        }
    }

    static void writable(Path folder) {
        try {
            Files.createDirectories(folder.resolve("mails"));
            Path probe = Files.createTempFile(folder, ".probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new Trouble("can't write into " + folder + ": choose a folder that you may write into", e);
        }
    }

    static Path fresh(Path folder) {
        try {
            if (Files.exists(folder)) {
                PostgresNode.endLeftover(folder.resolve("postgres"));
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(path -> !path.startsWith(folder.resolve("unpacked")))
                            .sorted(Comparator.reverseOrder())
                            .filter(path -> !path.equals(folder))
                            .forEach(Demo::delete);
                }
            }
            Files.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw new Trouble("can't clear " + folder + ": delete it by hand", e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
