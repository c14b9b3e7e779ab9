package org.imprimatur.review.reviewers.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.imprimatur.review.reviewers.OwnAddresses;
import org.imprimatur.web.acting.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

@Component
class GatewayAddresses implements OwnAddresses {

    private final RestClient gateway;

    GatewayAddresses(ServiceCalls calls, @Value("${imprimatur.peers.gateway}") String address) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(3));
        this.gateway = calls.to(address).requestFactory(http).build();
    }

    @Override
    public Set<String> of(String account) {
        try {
            Person person = gateway.get()
                    .uri("/internal/people/{account}", account)
                    .retrieve()
                    .body(Person.class);
            return person == null || person.addresses() == null ? Set.of() : Set.copyOf(person.addresses());
        } catch (HttpClientErrorException.NotFound gone) {
            return Set.of();
        } catch (RestClientException away) {
            throw new Unavailable(account, away);
        }
    }

    private record Person(List<String> addresses) {}

    /** Answered with 503: the page can be asked for again. */
    private static final class Unavailable extends Away implements ErrorResponse {
        private static final long serialVersionUID = 1;

        Unavailable(String account, Throwable cause) {
            super(account, cause);
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }

        @Override
        public ProblemDetail getBody() {
            return ProblemDetail.forStatus(getStatusCode());
        }
    }
}
