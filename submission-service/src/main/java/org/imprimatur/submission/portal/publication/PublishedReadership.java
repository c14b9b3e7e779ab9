package org.imprimatur.submission.portal.publication;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.submission.portal.Readership;
import org.imprimatur.web.acting.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

@Component
class PublishedReadership implements Readership {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedReadership.class);

    private final Optional<RestClient> publication;

    PublishedReadership(ServiceCalls calls, @Value("${imprimatur.peers.publication:}") String address) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(1));
        http.setReadTimeout(Duration.ofSeconds(2));
        this.publication = address.isBlank()
                ? Optional.empty()
                : Optional.of(calls.to(address).requestFactory(http).build());
    }

    @Override
    public Map<String, Read> of(Collection<String> manuscripts) {
        if (manuscripts.isEmpty() || publication.isEmpty()) {
            return Map.of();
        }
        try {
            Article[] known = publication
                    .get()
                    .get()
                    .uri("/internal/readings?manuscripts={ids}", String.join(",", manuscripts))
                    .retrieve()
                    .body(Article[].class);
            return known == null
                    ? Map.of()
                    : Arrays.stream(known)
                            .collect(Collectors.toMap(
                                    Article::manuscript,
                                    article -> new Read(article.citation(), article.pages(), article.pdfs())));
        } catch (RestClientException away) {
            LOG.warn("How articles are read can't be said now; the author's home goes without", away);
            return Map.of();
        }
    }

    private record Article(String manuscript, String citation, long pages, long pdfs) {}
}
