package org.imprimatur.messaging.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {

    @Test
    void each_database_is_a_fresh_one() throws Exception {
        String one = TestPostgres.freshDatabase("TestInfrastructureTest.one");
        String other = TestPostgres.freshDatabase("TestInfrastructureTest.one");
        assertThat(one).isNotEqualTo(other);
        try (var connection = DriverManager.getConnection(one);
                var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW server_encoding")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("UTF8");
        }
    }

    @Test
    void topics_are_made_once() throws Exception {
        TestKafka.createTopics("made-once");
        TestKafka.createTopics("made-once", "made-later");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("made-once", "made-later");
        }
    }
}
