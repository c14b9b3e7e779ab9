package org.imprimatur.standalone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real PostgreSQL beside this JVM, on a folder of its own, with {@code fsync} on. A node that an earlier run left
 * behind on the same folder is ended first.
 */
public final class PostgresNode implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private PostgresNode(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static PostgresNode start(Path folder, Path unpackFolder) {
        return start(folder, unpackFolder, 0);
    }

    /** @param port 0 for any free one */
    public static PostgresNode start(Path folder, Path unpackFolder, int port) {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectories(unpackFolder);
            endLeftover(folder);
            return new PostgresNode(EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setOverrideWorkingDirectory(unpackFolder.toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "250")
                    .setServerConfig("shared_buffers", "64MB")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setRegisterShutdownHook(false)
                    .start());
        } catch (IOException e) {
            throw new Trouble("PostgreSQL can't start on the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The JDBC address of a database, made when it isn't there. */
    public String database(String name) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return postgres.getJdbcUrl("postgres", name);
                }
            }
            statement.execute("create database " + name);
            return postgres.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }

    /** Ends a PostgreSQL that an earlier run left behind on the folder; none is fine. */
    public static void endLeftover(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        Optional<ProcessHandle> leftover = ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.contains("postgres"))
                        .isPresent());
        if (leftover.isEmpty()) {
            return;
        }
        leftover.get().destroy();
        try {
            leftover.get().onExit().get(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble(
                    "an earlier PostgreSQL (process " + pid + ") doesn't end: end it with 'kill " + pid + "'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new Trouble("PostgreSQL did not end well: " + e.getMessage(), e);
        }
    }
}
