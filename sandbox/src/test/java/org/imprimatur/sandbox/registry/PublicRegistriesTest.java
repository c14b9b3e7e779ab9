package org.imprimatur.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicRegistriesTest {

    private final PublicRegistries registries = PublicRegistries.start();

    @AfterEach
    void close() {
        registries.close();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String address) throws Exception {
        return JsonMapper.builder().build().readTree(get(address).body());
    }

    @Test
    void the_example_person_is_known_and_nobody_else() throws Exception {
        assertThat(json(registries.orcid() + "/0000-0002-1825-0097/record")
                        .at("/person/name/family-name/value")
                        .asString())
                .isEqualTo("Carberry");
        assertThat(get(registries.orcid() + "/0000-0001-5109-3700/record").statusCode())
                .isEqualTo(404);
    }

    @Test
    void institutions_are_found_by_their_words_and_by_their_id() throws Exception {
        JsonNode found = json(registries.ror() + "/organizations?query=GC%20University%2C%20Faisalabad");

        assertThat(found.at("/items/0/id").asString()).isEqualTo("https://ror.org/051zgra59");
        assertThat(json(registries.ror() + "/organizations/051zgra59")
                        .at("/names/0/value")
                        .asString())
                .startsWith("Government College University");
        assertThat(json(registries.ror() + "/organizations?query=nowhere")
                        .at("/number_of_results")
                        .asInt())
                .isZero();
    }

    @Test
    void it_can_be_away() throws Exception {
        registries.away(true);

        assertThat(get(registries.ror() + "/organizations/051zgra59").statusCode())
                .isEqualTo(503);
    }
}
