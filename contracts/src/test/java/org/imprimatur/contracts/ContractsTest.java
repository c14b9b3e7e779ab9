package org.imprimatur.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<Class<? extends Message>> messages() {
        return Contracts.ALL;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void the_kept_example_is_valid_and_survives_the_way_through_the_record(Class<? extends Message> message) {
        String example = resource("examples", message);
        Schema schema = SCHEMAS.getSchema(resource("schemas", message), InputFormat.JSON);

        assertThat(schema.validate(example, InputFormat.JSON)).isEmpty();
        Message read = JSON.readValue(example, message);
        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(JSON.readTree(example));
        assertThat(read.subject()).isNotBlank();
        assertThat(read.aggregate()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void the_schema_names_exactly_the_fields_of_the_record(Class<? extends Message> message) {
        JsonNode properties = JSON.readTree(resource("schemas", message)).get("properties");

        assertThat(Set.copyOf(properties.propertyNames()))
                .isEqualTo(Arrays.stream(message.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_of_a_newer_release_with_more_fields_is_still_valid(Class<? extends Message> message) {
        Schema schema = SCHEMAS.getSchema(resource("schemas", message), InputFormat.JSON);
        String newer = resource("examples", message).replaceFirst("\\{", "{\"fieldOfTheFuture\": {\"a\": 1},");

        assertThat(schema.validate(newer, InputFormat.JSON)).isEmpty();
    }

    @Test
    void no_two_messages_share_a_type_and_every_type_leads_back_to_its_record() {
        assertThat(Contracts.ALL).extracting(Contracts::typeOf).doesNotHaveDuplicates();
        assertThat(Contracts.ALL)
                .allSatisfy(message ->
                        assertThat(Contracts.classOf(Contracts.typeOf(message))).contains(message));
        assertThat(Contracts.classOf("imprimatur.review.unheard-of.v9")).isEmpty();
    }

    @Test
    void all_message_records_are_listed_and_nothing_kept_is_without_its_record() throws IOException {
        Set<String> types =
                Contracts.ALL.stream().map(Contracts::typeOf).collect(Collectors.toCollection(TreeSet::new));
        for (String folder : List.of("schemas", "examples")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/imprimatur/contracts", folder))) {
                assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", "")))
                        .containsExactlyInAnyOrderElementsOf(types);
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> source(file).contains("\n@Wire("))
                            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Contracts.ALL.stream().map(Class::getSimpleName).toList());
        }
    }

    @Test
    void no_field_of_any_message_is_made_for_a_name_an_address_or_a_text() {
        Set<String> personal = Set.of(
                "name",
                "email",
                "mail_address",
                "address",
                "given",
                "family",
                "abstractText",
                "text",
                "comment",
                "body");
        assertThat(Contracts.ALL)
                .allSatisfy(message -> assertThat(message.getRecordComponents())
                        .extracting(RecordComponent::getName)
                        .doesNotContainAnyElementsOf(personal));
    }

    private static String source(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String folder, Class<? extends Message> message) {
        String name = folder + "/" + Contracts.typeOf(message) + ".json";
        try (InputStream stream = Contracts.class.getResourceAsStream(name)) {
            assertThat(stream).as("%s is kept for ever", name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
