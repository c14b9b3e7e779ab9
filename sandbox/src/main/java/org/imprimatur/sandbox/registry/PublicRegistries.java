package org.imprimatur.sandbox.registry;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imprimatur.sandbox.http.Answer;
import org.imprimatur.sandbox.http.Json;
import org.imprimatur.sandbox.http.Request;
import org.imprimatur.sandbox.http.WebServer;

/**
 * The public registries of people and institutions, with a few of each: ORCID's {@code GET /v3.0/{iD}/record} and ROR's
 * {@code GET /v2/organizations?query=…} and {@code /v2/organizations/{id}}, with the fields that a form is filled from.
 * The person is ORCID's own example, Josiah Carberry, who never was.
 */
public final class PublicRegistries implements AutoCloseable {

    private static final String ORCID = "/v3.0/";
    private static final String ROR = "/v2/organizations";

    private record Institution(String id, String name, String city, String country) {

        boolean answersTo(String words) {
            String all = (name + " " + city).toLowerCase(Locale.ROOT);
            return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
                            .filter(word -> word.length() > 3)
                            .filter(all::contains)
                            .count()
                    >= 2;
        }

        Map<String, Object> json() {
            return Map.of(
                    "id",
                    "https://ror.org/" + id,
                    "status",
                    "active",
                    "names",
                    List.of(Map.of("value", name, "lang", "en", "types", List.of("label", "ror_display"))),
                    "locations",
                    List.of(Map.of("geonames_details", Map.of("name", city, "country_name", country))));
        }
    }

    private static final List<Institution> INSTITUTIONS = List.of(
            new Institution("051zgra59", "Government College University, Faisalabad", "Faisalabad", "Pakistan"),
            new Institution("011maz450", "University of the Punjab", "Lahore", "Pakistan"),
            new Institution("05gq02987", "Brown University", "Providence", "United States"));

    private final WebServer server;
    private final AtomicBoolean away = new AtomicBoolean();

    private PublicRegistries() {
        server = WebServer.start("127.0.0.1", 0, 1 << 16, this::answer);
    }

    /** On any free port of this machine. */
    public static PublicRegistries start() {
        return new PublicRegistries();
    }

    /** The base address of the people's registry. */
    public URI orcid() {
        return URI.create(server.url() + "/v3.0");
    }

    /** The base address of the institutions' registry. */
    public URI ror() {
        return URI.create(server.url() + "/v2");
    }

    /** From now on every question is answered with 503, or no longer. */
    public void away(boolean is) {
        away.set(is);
    }

    private Answer answer(Request request) {
        if (away.get()) {
            return Answer.sentence(503, "Away");
        }
        if (request.path().equals(ROR)) {
            String query = request.parameter("query").orElse("");
            List<Map<String, Object>> items = INSTITUTIONS.stream()
                    .filter(one -> one.answersTo(query))
                    .map(Institution::json)
                    .toList();
            return Json.of(200, Map.of("number_of_results", items.size(), "items", items));
        }
        Optional<Answer> institution = request.below(ROR + "/")
                .flatMap(id -> INSTITUTIONS.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(one -> Json.of(200, one.json())));
        return institution.orElseGet(() -> request.path().equals(ORCID + "0000-0002-1825-0097/record")
                ? Json.of(200, carberry())
                : Json.of(404, Map.of("error-code", 9016, "user-message", "The resource was not found.")));
    }

    private static Map<String, Object> carberry() {
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("department-name", "Psychoceramics");
        now.put("role-title", "Professor");
        now.put("end-date", null);
        now.put(
                "organization",
                Map.of(
                        "name",
                        "Brown University",
                        "address",
                        Map.of("city", "Providence", "region", "RI", "country", "US"),
                        "disambiguated-organization",
                        Map.of(
                                "disambiguated-organization-identifier",
                                "https://ror.org/05gq02987",
                                "disambiguation-source",
                                "ROR")));
        Map<String, Object> before = new LinkedHashMap<>(now);
        before.put("role-title", "Lecturer");
        before.put("end-date", Map.of("year", Map.of("value", "1958")));
        return Map.of(
                "orcid-identifier",
                Map.of("path", "0000-0002-1825-0097", "host", "orcid.org"),
                "person",
                Map.of(
                        "name",
                        Map.of(
                                "given-names", Map.of("value", "Josiah"),
                                "family-name", Map.of("value", "Carberry"))),
                "activities-summary",
                Map.of("employments", Map.of("affiliation-group", List.of(employment(before), employment(now)))));
    }

    private static Map<String, Object> employment(Map<String, Object> summary) {
        return Map.of("summaries", List.of(Map.of("employment-summary", summary)));
    }

    @Override
    public void close() {
        server.close();
    }
}
