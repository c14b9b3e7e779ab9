package org.imprimatur.messaging.outbox.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventSerializer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.messaging.work.MessagingProperties;
import org.imprimatur.messaging.work.SubjectTraces;
import org.imprimatur.messaging.work.Wakeups;
import org.imprimatur.messaging.work.Workers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The outbox and its relay. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient jdbc, MessageCatalogue catalogue, DomainClock clock, Wakeups wakeups, MessagingProperties ours) {
        return new JdbcOutbox(jdbc, catalogue, JsonMapper.builder().build(), clock, wakeups, ours.largest());
    }

    @Bean
    SubjectTraces subjectTraces(JdbcClient jdbc, MessagingProperties ours) {
        return new SubjectTraces(jdbc, ours.silence());
    }

    @Bean
    SendingTraces sendingTraces() {
        return new SendingTraces();
    }

    @Bean
    MakingTopics makingTopics(KafkaProperties kafka, MessageCatalogue catalogue, MessagingProperties ours) {
        return new MakingTopics(kafka.buildAdminProperties(), catalogue.topics(), ours.partitions());
    }

    @Bean
    Relay outboxRelay(
            JdbcClient jdbc, PlatformTransactionManager transactions, KafkaProperties kafka, MessagingProperties ours) {
        return new Relay(
                jdbc,
                new TransactionTemplate(transactions),
                producer(kafka, ours.largest()),
                ours.service(),
                ours.silence(),
                ours.outboxRetention());
    }

    @Bean
    Workers outboxRelayWorker(Relay relay, Wakeups wakeups, MessagingProperties ours) {
        return new Workers("outbox-relay", 1, wakeups.signal(JdbcOutbox.QUEUE), ours.net(), relay);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Web {

        @Bean
        RequestCausationFilter requestCausationFilter(Environment environment) {
            return new RequestCausationFilter(
                    environment.getProperty("imprimatur.trace.restart", Boolean.class, false));
        }
    }

    private static Producer<String, CloudEvent> producer(KafkaProperties kafka, DataSize largest) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // room for the attributes; whether the broker takes as much is the broker's setting
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int)
                (largest.toBytes() + DataSize.ofKilobytes(100).toBytes()));
        // short, since the relay tries for ever itself, and holds a transaction meanwhile
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new CloudEventSerializer());
    }
}
