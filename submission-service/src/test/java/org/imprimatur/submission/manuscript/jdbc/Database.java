package org.imprimatur.submission.manuscript.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.imprimatur.messaging.testing.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One database with the service's tables, for the tests of this package. */
final class Database {

    private static final DataSource SOURCE = migrated();

    private Database() {}

    private static DataSource migrated() {
        DataSource source = new DriverManagerDataSource(TestPostgres.freshDatabase("submission_jdbc"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/submission")
                .load()
                .migrate();
        return source;
    }

    static JdbcManuscripts manuscripts() {
        return new JdbcManuscripts(
                JdbcClient.create(SOURCE), JsonMapper.builder().build());
    }

    static JdbcJournals journals() {
        return new JdbcJournals(JdbcClient.create(SOURCE), JsonMapper.builder().build());
    }

    static TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE));
    }
}
