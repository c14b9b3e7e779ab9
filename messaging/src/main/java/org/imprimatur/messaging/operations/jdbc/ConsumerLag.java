package org.imprimatur.messaging.operations.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.messaging.work.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker has for a consumer group and the group hasn't committed. It asks the broker, not this instance's
 * consumer, which knows of its own partitions only.
 */
final class ConsumerLag implements Supplier<OptionalLong>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Admin> connecting;
    private final String group;
    private final List<String> topics;
    private Admin admin;

    ConsumerLag(Supplier<Admin> connecting, String group, List<String> topics) {
        this.connecting = connecting;
        this.group = group;
        this.topics = topics;
    }

    /** Empty when the broker doesn't say within two seconds for each question. */
    @Override
    public synchronized OptionalLong get() {
        if (topics.isEmpty()) {
            return OptionalLong.of(0);
        }
        try {
            if (admin == null) {
                admin = connecting.get();
            }
            List<TopicPartition> partitions = admin
                    .describeTopics(topics)
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
            return OptionalLong.of(offsets(partitions, OffsetSpec.latest()).entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata known = committed.get(end.getKey());
                        long begin = first.get(end.getKey());
                        return end.getValue() - (known == null ? begin : Math.max(known.offset(), begin));
                    })
                    .sum());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.warn("the broker doesn't say how far {} is behind: {}", group, Faults.describe(e));
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        (Map.Entry<TopicPartition, ListOffsetsResultInfo> one) ->
                                one.getValue().offset()));
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
