package org.imprimatur.messaging.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One PostgreSQL per JVM, started when first asked for, and as many fresh databases in it as wanted. */
public final class TestPostgres {

    private static String server;

    private TestPostgres() {}

    /** A fresh, empty database whose name begins like that; gives its JDBC URL, credentials included. */
    public static synchronized String freshDatabase(String name) {
        String database = name.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
        database = database.substring(0, Math.min(40, database.length())) + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        String url = server();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + database + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + database, e);
        }
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    /** For a {@code @DynamicPropertySource}: {@code spring.datasource.url} is a fresh database. */
    public static void register(DynamicPropertyRegistry registry, String name) {
        String url = freshDatabase(name);
        registry.add("spring.datasource.url", () -> url);
    }

    private static String server() {
        if (server == null) {
            server = switch (Infrastructure.chosen()) {
                case EMBEDDED -> start();
                case CONTAINERS -> Containers.postgres();
                case EXTERNAL -> Infrastructure.external("IMPRIMATUR_TEST_POSTGRES");
            };
        }
        return server;
    }

    private static String start() {
        try {
            Path data = Files.createTempDirectory("imprimatur-test-postgres");
            // its own unpack folder for each user: the common one may belong to somebody else
            File unpacked = new File(
                    System.getProperty("java.io.tmpdir"),
                    "imprimatur-postgres-binaries-" + System.getProperty("user.name"));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(unpacked)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "300")
                    .setRegisterShutdownHook(false)
                    .start();
            Caretaker.clearAfterExit(data);
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
