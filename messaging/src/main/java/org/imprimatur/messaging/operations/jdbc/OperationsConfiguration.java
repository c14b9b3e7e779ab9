package org.imprimatur.messaging.operations.jdbc;

import org.apache.kafka.clients.admin.Admin;
import org.imprimatur.messaging.operations.Metrics;
import org.imprimatur.messaging.operations.Operations;
import org.imprimatur.messaging.operations.Tally;
import org.imprimatur.messaging.work.MessagingProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the queues stand, and the same as metrics. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {

    @Bean
    ConsumerLag consumerLag(KafkaProperties kafka, MessagingProperties ours) {
        return new ConsumerLag(() -> Admin.create(kafka.buildAdminProperties()), ours.service(), ours.listen());
    }

    @Bean
    Operations operations(
            JdbcClient jdbc, MessagingProperties ours, ConsumerLag consumerLag, ObjectProvider<Tally> tallies) {
        return new JdbcOperations(jdbc, ours.service(), consumerLag, tallies);
    }

    @Bean
    Metrics metrics(Operations operations, MessagingProperties ours) {
        return new PrometheusMetrics(operations, ours.service());
    }
}
