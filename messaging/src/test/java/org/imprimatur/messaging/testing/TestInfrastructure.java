package org.imprimatur.messaging.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code @ContextConfiguration(initializers = TestInfrastructure.class)}: the context gets a fresh database (its name
 * begins like {@code imprimatur.test.database}, if set), Kafka, and the topics that {@code imprimatur.test.topics}
 * lists (separated by commas).
 */
public final class TestInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        TestKafka.createTopics(environment.getProperty("imprimatur.test.topics", String[].class, new String[0]));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test infrastructure",
                        Map.of(
                                "spring.datasource.url",
                                TestPostgres.freshDatabase(environment.getProperty("imprimatur.test.database", "test")),
                                "spring.kafka.bootstrap-servers",
                                TestKafka.bootstrapServers())));
    }
}
