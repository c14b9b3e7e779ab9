package org.imprimatur.messaging.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.test.context.DynamicPropertyRegistry;

/** One Kafka per JVM, started when first asked for. Topics are never made by themselves: {@link #createTopics}. */
public final class TestKafka {

    private static String bootstrapServers;

    private TestKafka() {}

    public static synchronized String bootstrapServers() {
        if (bootstrapServers == null) {
            bootstrapServers = switch (Infrastructure.chosen()) {
                case EMBEDDED -> KafkaNode.fresh().bootstrapServers();
                case CONTAINERS -> Containers.kafka();
                case EXTERNAL -> Infrastructure.external("IMPRIMATUR_TEST_KAFKA");
            };
        }
        return bootstrapServers;
    }

    /** Makes those of the topics that are not there yet, with three partitions each. */
    public static void createTopics(String... topics) {
        createTopicsAt(bootstrapServers(), topics);
    }

    static void createTopicsAt(String bootstrapServers, String... topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(topics)
                    .filter(topic -> !there.contains(topic))
                    .map(topic -> new NewTopic(topic, 3, (short) 1))
                    .collect(Collectors.toList());
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topics " + String.join(", ", topics), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For a {@code @DynamicPropertySource}: {@code spring.kafka.bootstrap-servers}, and the topics exist. */
    public static void register(DynamicPropertyRegistry registry, String... topics) {
        createTopics(topics);
        registry.add("spring.kafka.bootstrap-servers", TestKafka::bootstrapServers);
    }
}
