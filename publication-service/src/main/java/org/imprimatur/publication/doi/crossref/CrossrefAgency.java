package org.imprimatur.publication.doi.crossref;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.doi.Agency;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * An agency that speaks Crossref's deposit protocol over HTTP. The credentials travel in the bodies of POST requests
 * alone: never in an address, and never into a log. No redirect is followed.
 */
final class CrossrefAgency implements Agency {
    private static final int LONGEST_ANSWER = 8 << 20;
    private final RestClient http;
    private final RestClient works;
    private final String login;
    private final String password;

    /** @param holdings where Crossref's REST API answers, which says what is held */
    CrossrefAgency(URI address, URI holdings, String login, String password, ClientHttpRequestFactory requests) {
        this.http = client(address, requests);
        this.works = client(holdings, requests);
        this.login = login;
        this.password = password;
    }

    private static RestClient client(URI address, ClientHttpRequestFactory requests) {
        return RestClient.builder()
                .baseUrl(address.toString().replaceAll("/+$", ""))
                .requestFactory(requests)
                .build();
    }

    @Override
    public Sending send(String fileName, byte[] xml) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("operation", "doMDUpload");
        parts.add("login_id", login);
        parts.add("login_passwd", password);
        parts.add("fname", new ByteArrayResource(xml) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        Answer answer = post("/servlet/deposit", MediaType.MULTIPART_FORM_DATA, parts);
        if (answer.away().isPresent()) {
            return new Away(answer.away().get());
        }
        return answer.status().is2xxSuccessful()
                ? new Received()
                : new NotTaken("The agency takes nothing from us ("
                        + answer.status().value() + "): " + sentence(answer.body()));
    }

    @Override
    public Polling poll(String fileName) {
        MultiValueMap<String, Object> fields = new LinkedMultiValueMap<>();
        fields.add("usr", login);
        fields.add("pwd", password);
        fields.add("file_name", fileName);
        fields.add("type", "result");
        Answer answer = post("/servlet/submissionDownload", MediaType.APPLICATION_FORM_URLENCODED, fields);
        if (answer.away().isPresent()) {
            return new Away(answer.away().get());
        }
        return answer.status().is2xxSuccessful()
                ? DiagnosticReader.read(answer.body())
                : new Away("The agency answers " + answer.status().value() + ".");
    }

    @Override
    public Holding holding(Doi doi) {
        Answer answer = answer(works.get().uri("/works/{doi}", doi.value()));
        if (answer.away().isPresent()) {
            return new Away(answer.away().get());
        }
        if (answer.status().value() == 404) {
            return new NotHeld();
        }
        return answer.status().is2xxSuccessful()
                ? WorkReader.read(answer.body())
                : new Away("The agency answers " + answer.status().value() + ".");
    }

    private Answer post(String path, MediaType type, MultiValueMap<String, Object> body) {
        return answer(http.post().uri(path).contentType(type).body(body));
    }

    private static Answer answer(RestClient.RequestHeadersSpec<?> asked) {
        try {
            return asked.exchange((request, response) -> {
                HttpStatusCode status = response.getStatusCode();
                byte[] content = response.getBody().readNBytes(LONGEST_ANSWER);
                return status.is5xxServerError() || status.value() == 429
                        ? new Answer(status, content, Optional.of("The agency answers " + status.value() + "."))
                        : new Answer(status, content, Optional.empty());
            });
        } catch (ResourceAccessException unreachable) {
            return new Answer(HttpStatusCode.valueOf(503), new byte[0], Optional.of(reason(unreachable)));
        } catch (RestClientException unreadable) {
            return new Answer(
                    HttpStatusCode.valueOf(503), new byte[0], Optional.of("The agency's answer can't be understood."));
        }
    }

    private static String reason(ResourceAccessException unreachable) {
        return unreachable.getCause() instanceof IOException cause
                ? "The agency can't be reached: " + cause.getClass().getSimpleName() + "."
                : "The agency can't be reached.";
    }

    private static String sentence(byte[] html) {
        String text = new String(html, StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private record Answer(HttpStatusCode status, byte[] body, Optional<String> away) {}
}
