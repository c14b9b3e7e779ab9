package org.imprimatur.review.testing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.imprimatur.messaging.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** One real PostgreSQL database with our tables for all tests of adapters; each test uses ids of its own. */
public final class TestDatabase {

    private static final String URL = migrated();

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private TestDatabase() {}

    private static String migrated() {
        String url = TestPostgres.freshDatabase("review");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/review")
                .load()
                .migrate();
        return url;
    }

    /** A new connection for each statement. */
    public static DataSource dataSource() {
        return new DriverManagerDataSource(URL);
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** One connection, which the caller closes, for what belongs to a session. */
    public static SingleConnectionDataSource session() {
        return new SingleConnectionDataSource(URL, true);
    }
}
