package org.imprimatur.publication.doi.crossref;

import java.net.URI;
import java.util.Optional;
import org.imprimatur.publication.doi.LandingPages;
import org.imprimatur.web.acting.Instances;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

final class HttpLandingPages implements LandingPages {
    private final RestClient http;

    /** @param inside where this installation's public address answers from within, empty when it is the same */
    HttpLandingPages(ClientHttpRequestFactory requests, String inside) {
        RestClient.Builder builder = RestClient.builder().requestFactory(requests);
        if (!inside.isBlank()) {
            builder.requestInterceptor(Instances.at(inside));
        }
        this.http = builder.build();
    }

    @Override
    public Optional<String> problem(URI page) {
        try {
            HttpStatusCode status = http.get().uri(page).exchange((request, response) -> response.getStatusCode());
            return status.is2xxSuccessful() ? Optional.empty() : Optional.of(page + " answers " + status.value() + ".");
        } catch (RestClientException unreachable) {
            return Optional.of(page + " can't be reached.");
        }
    }
}
