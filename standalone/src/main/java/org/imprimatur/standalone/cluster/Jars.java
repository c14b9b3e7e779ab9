package org.imprimatur.standalone.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imprimatur.standalone.embedded.Trouble;

/** Where the services' own jars are. */
public final class Jars {

    private static final Map<String, String> MODULES = Map.of(
            "gateway", "gateway",
            "submission", "submission-service",
            "review", "review-service",
            "publication", "publication-service");

    private final Path root;

    private Jars(Path root) {
        this.root = root;
    }

    /** Those that a build of this checkout made. */
    public static Jars of(Path checkout) {
        return new Jars(checkout);
    }

    /** @throws Trouble when it isn't built */
    Path of(String service) {
        Path target = root.resolve(MODULES.get(service)).resolve("target");
        if (Files.isDirectory(target)) {
            try (var found = Files.newDirectoryStream(target, "*-exec.jar")) {
                for (Path jar : found) {
                    return jar.toAbsolutePath();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new Trouble("the jar of " + service + " is not built: run './mvnw package' first");
    }

    /** The command that runs it: it takes all it needs to know from its environment. */
    List<String> command(String service) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-jar",
                of(service).toString());
    }
}
