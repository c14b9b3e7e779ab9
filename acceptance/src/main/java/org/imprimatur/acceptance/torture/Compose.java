package org.imprimatur.acceptance.torture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.imprimatur.standalone.Surroundings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file as Docker would read it. */
public final class Compose {

    // ${NAME}, ${NAME:-default}, ${NAME:?complaint}
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    private final Map<String, Map<String, Object>> services;

    private Compose(Map<String, Map<String, Object>> services) {
        this.services = services;
    }

    @SuppressWarnings("unchecked")
    /** @throws UncheckedIOException when it can't be read */
    public static Compose read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new Compose((Map<String, Map<String, Object>>) all.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written there, by service. */
    public Map<String, Map<String, Object>> services() {
        return services;
    }

    /** What stands in a service's environment when {@code .env} says this. */
    @SuppressWarnings("unchecked")
    Map<String, String> environment(String service, Map<String, String> dotEnv) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<String, Object>) services.get(service).get("environment"))
                .forEach((name, value) -> environment.put(
                        name, VARIABLE.matcher(String.valueOf(value)).replaceAll(found -> {
                            String resolved = resolve(found, dotEnv);
                            return java.util.regex.Matcher.quoteReplacement(resolved);
                        })));
        return environment;
    }

    private static String resolve(MatchResult found, Map<String, String> dotEnv) {
        String value = dotEnv.getOrDefault(found.group(1), "");
        if (!value.isEmpty()) {
            return value;
        }
        if ("?".equals(found.group(2))) {
            throw new IllegalStateException(found.group(1) + ": " + found.group(3));
        }
        return found.group(3) == null ? "" : found.group(3);
    }

    /** The same environment on this machine: containers' hosts and folders are replaced, and nothing else. */
    Map<String, String> here(String service, Map<String, String> dotEnv, Surroundings surroundings) {
        Map<String, String> environment = environment(service, dotEnv);
        environment.replaceAll((name, value) -> {
            String here = value.equals("/data")
                    ? surroundings.files().resolve(service).toString()
                    : value.replace("kafka:9092", surroundings.kafka());
            for (String database : surroundings.databases().keySet()) {
                here = here.equals("jdbc:postgresql://postgres:5432/" + database)
                        ? surroundings.databases().get(database)
                        : here;
            }
            for (String peer : List.of("gateway:8080", "submission:8081", "review:8082", "publication:8083")) {
                here = here.equals("http://" + peer)
                        ? surroundings.peers().get(peer.substring(0, peer.indexOf(':')))
                        : here;
            }
            return here;
        });
        return environment;
    }
}
