package org.imprimatur.benchmarks.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Fills review-service's tables with made-up manuscripts of five journals, one in fifty under way, by statements that
 * make their rows in the database. What the dashboard keeps of them is made by its own function.
 */
final class Filling {

    static final int JOURNALS = 5;

    private Filling() {}

    static void fill(DataSource database, int manuscripts) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // triggers rest: the rows they would make one by one are made at once below
            statement.execute("set session_replication_role = replica");
            for (String sql : sql().split(";\n")) {
                statement.execute(sql.replace(":n", Integer.toString(manuscripts)));
            }
            statement.execute("set session_replication_role = default");
            statement.execute("vacuum analyze");
        }
    }

    private static String sql() throws IOException {
        try (InputStream script = Filling.class.getResourceAsStream("/benchmarks/dashboard.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
