package org.imprimatur.messaging.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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

    @Test
    void a_context_gets_a_fresh_database_and_its_topics() throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings",
                        Map.of("imprimatur.test.database", "a-context", "imprimatur.test.topics", "one,other")));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new TestInfrastructure().initialize(context);
            assertThat(environment.getProperty("spring.datasource.url")).contains("/a_context_");
            assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                    .isEqualTo(TestKafka.bootstrapServers());
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("one", "other");
        }
    }
}
