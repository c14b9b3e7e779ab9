package org.imprimatur.publication.site.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.RenderedArticle;
import org.imprimatur.publication.article.ServedRenderings;
import org.imprimatur.web.acting.Instances;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the public address, as a reader's browser or a harvester would; no redirect is followed. Where that address does
 * not lead here from within (a container's localhost is not the host's), {@code imprimatur.inside-url} says where to ask.
 */
@Component
class HttpRenderings implements ServedRenderings {
    private static final int LARGEST = 256 << 20;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private final RestClient http;
    private final JsonMapper json;

    HttpRenderings(JsonMapper json, @Value("${imprimatur.inside-url:}") String inside) {
        this.json = json;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(Duration.ofSeconds(60));
        RestClient.Builder builder =
                RestClient.builder().requestFactory(requests).defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "en-GB");
        if (!inside.isBlank()) {
            builder.requestInterceptor(Instances.at(inside));
        }
        this.http = builder.build();
    }

    @Override
    public Served of(ArticleRecord record, String deposit) {
        String page = record.landingPage().toString();
        try {
            Map<String, String> citations = new HashMap<>(json.readValue(bytes(page + "/citations.json"), TEXTS));
            citations.put("bibtex", text(page + "/citation.bib"));
            citations.put("ris", text(page + "/citation.ris"));
            citations.put("csl-json", text(page + "/citation.csl.json"));
            return new All(new RenderedArticle(
                    bytes(record.pdf().toString()),
                    bytes(page + "/cover.pdf"),
                    text(page + "/article.jats.xml"),
                    deposit,
                    text(page),
                    text(contents(record).toString()),
                    text(page + "/article.oai.xml"),
                    citations));
        } catch (Unserved unserved) {
            return new Away(unserved.getMessage());
        } catch (JacksonException noJson) {
            return new Away(page + "/citations.json can't be read.");
        }
    }

    /** {@code /gpr/issues/9/2} beside {@code /gpr/articles/9-2-03}. */
    private static URI contents(ArticleRecord record) {
        return record.landingPage()
                .resolve("../issues/" + record.issue().volume() + "/"
                        + record.issue().issue());
    }

    private String text(String address) throws Unserved {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String address) throws Unserved {
        try {
            Answer answer = http.get()
                    .uri(URI.create(address))
                    .exchange((request, response) -> new Answer(
                            response.getStatusCode().value(), response.getBody().readNBytes(LARGEST)));
            if (answer.status() == 200) {
                return answer.body();
            }
            throw new Unserved(address + " answers " + answer.status() + ".");
        } catch (RestClientException unreachable) {
            throw new Unserved(address + " can't be reached.");
        }
    }

    private record Answer(int status, byte[] body) {}

    private static final class Unserved extends IOException {
        Unserved(String reason) {
            super(reason);
        }
    }
}
