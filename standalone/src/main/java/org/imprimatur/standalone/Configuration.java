package org.imprimatur.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.imprimatur.standalone.embedded.Trouble;

/**
 * What an operator says about the parts outside: properties by name, from a file and from the environment, which goes
 * first. A name may begin with a service's ({@code review.spring.datasource.url}) and then is for that one. In the
 * environment a name is written in capitals, its points as underscores, without its hyphens ({@code
 * REVIEW_SPRING_DATASOURCE_URL}).
 */
public final class Configuration {

    private static final String FILE = "imprimatur.properties";

    private final Map<String, String> file;
    private final Map<String, String> environment;

    private Configuration(Map<String, String> file, Map<String, String> environment) {
        this.file = new TreeMap<>(file);
        this.environment = Map.copyOf(environment);
    }

    /** Nothing but these. */
    public static Configuration of(Map<String, String> properties) {
        return new Configuration(properties, Map.of());
    }

    /**
     * What stands in the environment, and in {@code imprimatur.properties} of this folder, where it is.
     *
     * @throws Trouble when the file can't be read
     */
    public static Configuration in(Path folder, Map<String, String> environment) {
        Path path = folder.resolve(FILE);
        Properties read = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Trouble("can't read " + path + ": " + e.getMessage(), e);
            }
        }
        Map<String, String> properties = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return new Configuration(properties, environment);
    }

    /** What is said for all services. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(variable(name))).or(() -> Optional.ofNullable(file.get(name)));
    }

    /** What is said for this service, or else for all. */
    public Optional<String> value(String service, String name) {
        String own = service + "." + name;
        return Optional.ofNullable(environment.get(variable(own)))
                .or(() -> Optional.ofNullable(file.get(own)))
                .or(() -> value(name));
    }

    /**
     * JDBC addresses by service: those outside that stand here, and for the others a database of an embedded node, which
     * is started only when one is wanted.
     */
    public Map<String, String> databases(Supplier<PostgresNode> embedded) {
        Map<String, String> databases = new LinkedHashMap<>();
        Surroundings.SERVICES.forEach(
                service -> value(service, "spring.datasource.url").ifPresent(url -> databases.put(service, url)));
        if (databases.size() < Surroundings.SERVICES.size()) {
            PostgresNode postgres = embedded.get();
            Surroundings.SERVICES.forEach(service -> databases.computeIfAbsent(service, postgres::database));
        }
        return databases;
    }

    /** All that the file says to this service: what begins with no service's name, and what begins with its own. */
    Map<String, String> of(String service) {
        Map<String, String> all = new TreeMap<>();
        file.forEach((name, value) -> {
            if (Surroundings.SERVICES.stream().noneMatch(other -> name.startsWith(other + "."))) {
                all.put(name, value);
            }
        });
        file.forEach((name, value) -> {
            if (name.startsWith(service + ".")) {
                all.put(name.substring(service.length() + 1), value);
            }
        });
        return all;
    }

    /** The name as the environment has it (the rule of Spring Boot's relaxed binding). */
    public static String variable(String name) {
        return name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
