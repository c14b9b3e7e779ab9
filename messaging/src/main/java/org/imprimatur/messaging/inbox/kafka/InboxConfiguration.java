package org.imprimatur.messaging.inbox.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.imprimatur.messaging.MessageCatalogue;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.work.MessagingProperties;
import org.imprimatur.messaging.work.SubjectTraces;
import org.imprimatur.messaging.work.Wakeups;
import org.imprimatur.messaging.work.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** The inbox, its listener and its workers. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    Handlers inboxHandlers(ObjectProvider<MessageHandler<?>> handlers, MessageCatalogue catalogue) {
        return new Handlers(handlers, catalogue, JsonMapper.builder().build());
    }

    @Bean
    JdbcInbox inbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Handlers handlers,
            ObjectProvider<InboxListener> listeners,
            Wakeups wakeups,
            SubjectTraces traces,
            MessagingProperties ours) {
        return new JdbcInbox(
                jdbc,
                new TransactionTemplate(transactions),
                handlers,
                listeners,
                wakeups,
                traces,
                ours.silence(),
                ours.longestPause());
    }

    @Bean
    HandlingMessages handlingMessages(
            JdbcInbox inbox,
            Handlers handlers,
            PlatformTransactionManager transactions,
            Wakeups wakeups,
            MessagingProperties ours) {
        return new HandlingMessages(
                inbox,
                handlers,
                new TransactionTemplate(transactions),
                wakeups.signal(JdbcInbox.QUEUE),
                ours.attempts(),
                ours.backOff(),
                ours.inboxRetention(),
                ours.atOnce());
    }

    @Bean
    Workers inboxWorkers(HandlingMessages handling, Wakeups wakeups, MessagingProperties ours) {
        return new Workers("inbox-worker", ours.workers(), wakeups.signal(JdbcInbox.QUEUE), ours.net(), handling);
    }

    @Bean
    @Conditional(Listens.class)
    KafkaMessageListenerContainer<String, byte[]> inboxListener(
            JdbcInbox inbox, HandlingMessages handling, KafkaProperties kafka, MessagingProperties ours) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, ours.service());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // asked half as often while nothing comes; not less, for a partition that was left out of a question (it was
        // being read, or paused) waits until that is answered
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        // what a killed instance had is given to another soon, and a shutdown never waits long for that to be settled
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        // a topic that comes later is found soon
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        ContainerProperties container = new ContainerProperties(ours.listen().toArray(String[]::new));
        // offsets are committed after each poll's records are stored: a crash before that brings them again
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        // what comes again because an offset was lost is known by its id
        container.setSyncCommits(false);
        Listening listening = new Listening(inbox, handling);
        container.setMessageListener(listening);
        container.setConsumerRebalanceListener(listening);
        KafkaMessageListenerContainer<String, byte[]> listener = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                container);
        // the database is away, then: for ever, for going on would be losing; no kind of fault is an exception to it
        DefaultErrorHandler forEver = new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS));
        forEver.setClassifications(Map.of(), true);
        listener.setCommonErrorHandler(forEver);
        listener.setBeanName("inbox-listener");
        return listener;
    }

    /** Written as a list in YAML it has no value of its own, so a condition on the property would miss it. */
    static final class Listens implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("imprimatur.messaging.listen", Bindable.listOf(String.class))
                    .map(topics -> !topics.isEmpty())
                    .orElse(false);
        }
    }
}
