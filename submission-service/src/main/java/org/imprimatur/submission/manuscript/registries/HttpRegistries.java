package org.imprimatur.submission.manuscript.registries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Identifiers;
import org.imprimatur.submission.manuscript.Metadata.Affiliation;
import org.imprimatur.submission.manuscript.Registries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ORCID's public API 3.0 ({@code /{iD}/record}) and ROR's API 2 ({@code /organizations}), each at the address that is
 * set; where none is, nobody is asked. Nobody is waited for longer than five seconds.
 */
@Component
class HttpRegistries implements Registries {

    private static final Logger LOG = LoggerFactory.getLogger(HttpRegistries.class);
    private static final String ROR_LINK = "https://ror.org/";
    private static final int MOST = 6;
    private static final int LONGEST_QUERY = 200;

    private final boolean reachable;
    private final RestClient orcid;
    private final RestClient ror;
    private final JsonMapper json;

    HttpRegistries(
            @Value("${imprimatur.registries.orcid:}") String orcid,
            @Value("${imprimatur.registries.ror:}") String ror,
            JsonMapper json) {
        this.reachable = !orcid.isBlank() && !ror.isBlank();
        this.orcid = at(orcid);
        this.ror = at(ror);
        this.json = json;
    }

    private static RestClient at(String address) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(3));
        return RestClient.builder()
                .baseUrl(address)
                .requestFactory(http)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    @Override
    public boolean reachable() {
        return reachable;
    }

    @Override
    public Answer<Person> person(String iD) {
        return asked(() -> orcid.get().uri("/{iD}/record", iD), record -> Optional.of(person(iD, record)));
    }

    private static Person person(String iD, JsonNode record) {
        JsonNode name = record.path("person").path("name");
        List<JsonNode> now = record.path("activities-summary")
                .path("employments")
                .path("affiliation-group")
                .valueStream()
                .flatMap(group -> group.path("summaries").valueStream())
                .map(summary -> summary.path("employment-summary"))
                .filter(employment -> employment.path("end-date").isMissingNode()
                        || employment.path("end-date").isNull())
                .toList();
        return new Person(
                iD,
                name.path("given-names").path("value").asString(""),
                name.path("family-name").path("value").asString(""),
                now.stream()
                        .map(employment -> employment.path("role-title").asString(""))
                        .findFirst()
                        .orElse(""),
                now.stream().map(HttpRegistries::affiliation).distinct().toList());
    }

    private static Affiliation affiliation(JsonNode employment) {
        JsonNode organization = employment.path("organization");
        JsonNode known = organization.path("disambiguated-organization");
        String id = known.path("disambiguation-source").asString("").equals("ROR")
                ? bare(known.path("disambiguated-organization-identifier").asString(""))
                : "";
        return new Affiliation(
                String.join(
                        ", ",
                        Stream.of(
                                        employment.path("department-name").asString(""),
                                        organization.path("name").asString(""),
                                        organization
                                                .path("address")
                                                .path("city")
                                                .asString(""))
                                .filter(part -> !part.isBlank())
                                .toList()),
                Identifiers.ror(id) ? id : "");
    }

    @Override
    public Answer<List<Institution>> institutions(String words) {
        String query = words.length() > LONGEST_QUERY ? words.substring(0, LONGEST_QUERY) : words;
        return asked(() -> ror.get().uri("/organizations?query={words}", query), answer -> {
            List<Institution> found = new ArrayList<>();
            answer.path("items")
                    .valueStream()
                    .limit(MOST)
                    .forEach(item -> institution(item).ifPresent(found::add));
            return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
        });
    }

    @Override
    public Answer<Institution> institution(String id) {
        return asked(() -> ror.get().uri("/organizations/{id}", id), HttpRegistries::institution);
    }

    private static Optional<Institution> institution(JsonNode item) {
        String id = bare(item.path("id").asString(""));
        JsonNode place = item.path("locations").path(0).path("geonames_details");
        return item.path("names")
                .valueStream()
                .filter(name -> name.path("types")
                        .valueStream()
                        .anyMatch(type -> type.asString("").equals("ror_display")))
                .map(name -> name.path("value").asString(""))
                .findFirst()
                .filter(name -> Identifiers.ror(id))
                .map(name -> new Institution(
                        id,
                        name,
                        place.path("name").asString(""),
                        place.path("country_name").asString("")));
    }

    private static String bare(String link) {
        return link.startsWith(ROR_LINK) ? link.substring(ROR_LINK.length()) : link;
    }

    private <T> Answer<T> asked(
            Supplier<RestClient.RequestHeadersSpec<?>> question, Function<JsonNode, Optional<T>> reading) {
        if (!reachable) {
            return new Away<>();
        }
        try {
            byte[] answer = question.get().retrieve().body(byte[].class);
            return reading.apply(json.readTree(answer == null ? new byte[0] : answer))
                    .<Answer<T>>map(Found::new)
                    .orElseGet(NotThere::new);
        } catch (HttpClientErrorException.NotFound none) {
            return new NotThere<>();
        } catch (RestClientException | JacksonException fault) {
            LOG.warn("A registry can't be asked now: {}", fault.getMessage());
            return new Away<>();
        }
    }
}
