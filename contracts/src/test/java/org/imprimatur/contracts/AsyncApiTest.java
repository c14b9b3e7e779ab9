package org.imprimatur.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The AsyncAPI 3.0 document says what the records say. When a record changed, this test fails and leaves the document
 * that is right in {@code target/asyncapi.json}.
 */
class AsyncApiTest {

    private static final Path KEPT = Path.of("src/main/resources/org/imprimatur/contracts/asyncapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> CLOUD_EVENT =
            List.of("id", "type", "source", "time", "subject", "aggregate", "sequence", "actor", "causation");

    @Test
    void the_document_says_exactly_what_the_records_say() throws IOException {
        String right = JSON.writeValueAsString(document()) + "\n";
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("asyncapi.json"), right);

        assertThat(JSON.readTree(Files.readString(KEPT)))
                .as("copy target/asyncapi.json over it, if the change is meant")
                .isEqualTo(JSON.readTree(right));
    }

    @Test
    void every_reference_in_it_leads_somewhere() throws IOException {
        var kept = JSON.readTree(Files.readString(KEPT));

        assertThat(kept.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                reference.startsWith("#")
                                        ? !kept.at(reference.substring(1)).isMissingNode()
                                        : Files.exists(KEPT.resolveSibling(reference)))
                        .as(reference)
                        .isTrue());
    }

    private static Map<String, Object> document() {
        Map<String, List<Class<? extends Message>>> byTopic = Contracts.ALL.stream()
                .sorted(Comparator.comparing(Contracts::typeOf))
                .collect(Collectors.groupingBy(Contracts::topicOf, TreeMap::new, Collectors.toList()));
        Map<String, Object> channels = new TreeMap<>();
        Map<String, Object> operations = new TreeMap<>();
        Map<String, Object> messages = new TreeMap<>();
        byTopic.forEach((topic, records) -> {
            Map<String, Object> named = new LinkedHashMap<>();
            records.forEach(record -> {
                String type = Contracts.typeOf(record);
                named.put(type, reference("#/components/messages/" + type));
                messages.put(type, message(record, type));
            });
            channels.put(topic, ordered("address", topic, "description", about(topic), "messages", named));
            operations.put(
                    topic.endsWith(".commands") ? "obey." + owner(topic) : "say." + owner(topic),
                    ordered(
                            "action",
                            topic.endsWith(".commands") ? "receive" : "send",
                            "channel",
                            reference("#/channels/" + topic),
                            "summary",
                            about(topic)));
        });
        Map<String, Object> headers = new LinkedHashMap<>();
        CLOUD_EVENT.forEach(name -> headers.put("ce_" + name, Map.of("type", "string")));
        headers.put("traceparent", Map.of("type", "string"));
        return ordered(
                "asyncapi",
                "3.0.0",
                "info",
                ordered(
                        "title",
                        "Imprimatur",
                        "version",
                        "1",
                        "description",
                        "What the services say to each other: CloudEvents 1.0 over Kafka in binary mode. The key of a"
                                + " record is its subject; order is kept within it."),
                "defaultContentType",
                "application/json",
                "channels",
                channels,
                "operations",
                operations,
                "components",
                ordered(
                        "messages",
                        messages,
                        "messageTraits",
                        Map.of("cloudEvent", Map.of("headers", ordered("type", "object", "properties", headers)))));
    }

    private static Map<String, Object> message(Class<? extends Message> record, String type) {
        String kind = Command.class.isAssignableFrom(record)
                ? "a command"
                : Answer.class.isAssignableFrom(record) ? "an answer to a command" : "a fact";
        return ordered(
                "name",
                type,
                "title",
                record.getSimpleName(),
                "summary",
                kind,
                "traits",
                List.of(reference("#/components/messageTraits/cloudEvent")),
                "payload",
                ordered(
                        "schemaFormat",
                        "application/schema+json;version=draft-2020-12",
                        "schema",
                        reference("schemas/" + type + ".json")));
    }

    private static String owner(String topic) {
        String owner = topic.replaceFirst("^imprimatur\\.", "").replaceFirst("\\.commands$", "");
        return owner.equals("accounts") ? "gateway" : owner;
    }

    private static String about(String topic) {
        String owner = owner(topic);
        if (topic.endsWith(".commands")) {
            return "Commands that " + owner + " obeys.";
        }
        return owner.equals("operations")
                ? "What every service says about its own running."
                : "Facts of " + owner + ", and its answers to commands.";
    }

    private static Map<String, Object> reference(String to) {
        return Map.of("$ref", to);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put((String) pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
