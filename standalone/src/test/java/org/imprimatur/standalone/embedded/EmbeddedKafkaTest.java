package org.imprimatur.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @Test
    void each_message_is_flushed_before_it_is_acknowledged_since_nobody_else_has_a_copy(@TempDir Path folder)
            throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "a-topic");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("a-topic", 1, (short) 1)))
                    .all()
                    .get();
            assertThat(admin.describeConfigs(List.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get("flush.messages")
                            .value())
                    .isEqualTo("1");
        }
    }
}
