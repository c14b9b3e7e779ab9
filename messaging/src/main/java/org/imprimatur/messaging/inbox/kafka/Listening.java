package org.imprimatur.messaging.inbox.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.imprimatur.messaging.work.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Stores what Kafka gives, a poll at a time, and notices what it has no more. Our topics are neither compacted nor
 * written in Kafka's transactions, so their offsets have no holes of their own. The consumer's thread alone calls this.
 */
final class Listening implements BatchMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final JdbcInbox inbox;
    private final HandlingMessages handling;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    Listening(JdbcInbox inbox, HandlingMessages handling) {
        this.inbox = inbox;
        this.handling = handling;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
        try {
            consumer.committed(Set.copyOf(partitions)).forEach((partition, committed) -> {
                if (committed != null) {
                    next.put(partition, committed.offset());
                }
            });
            consumer.beginningOffsets(partitions).forEach(this::begins);
        } catch (RuntimeException e) {
            // the first message of the partition is compared with what is known by then
            log.warn("what was deleted unread is not known yet: {}", Faults.describe(e));
        }
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages) {
        for (ConsumerRecord<String, byte[]> message : messages) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            begins(partition, message.offset());
            next.put(partition, message.offset() + 1);
        }
        List<Incoming> incoming = messages.stream().map(Incoming::of).toList();
        for (int at = 0; at < incoming.size(); at += HandlingMessages.TOGETHER) {
            List<Incoming> some = incoming.subList(at, Math.min(at + HandlingMessages.TOGETHER, incoming.size()));
            // what isn't quick the workers handle side by side
            if (!handling.atOnce(some)) {
                inbox.store(some);
            }
        }
    }

    private void begins(TopicPartition partition, long offset) {
        Long expected = next.get(partition);
        if (expected != null && offset > expected) {
            inbox.unread(partition.topic(), partition.partition(), expected, offset - 1);
            next.put(partition, offset);
        }
    }
}
