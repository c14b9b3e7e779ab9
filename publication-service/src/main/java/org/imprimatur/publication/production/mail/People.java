package org.imprimatur.publication.production.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.web.acting.ServiceCalls;
import org.imprimatur.web.words.Languages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the gateway who an account is, and remembers it for a few minutes of real time. */
@Component
class People {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 5_000;
    private final RestClient gateway;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    People(ServiceCalls calls, @Value("${imprimatur.peers.gateway}") String gateway) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(3));
        this.gateway = calls.to(gateway).requestFactory(http).build();
    }

    sealed interface Answer {}

    /** @param language in which they are to be written to */
    record Found(String name, String address, Locale language) implements Answer {}

    /** There is no such account, or no more. */
    record Nobody() implements Answer {}

    record Away(String reason) implements Answer {}

    Answer find(String account) {
        Instant now = Instant.now();
        Known remembered = known.get(account);
        if (remembered != null && remembered.until().isAfter(now)) {
            return remembered.person();
        }
        Answer answer = ask(account);
        if (answer instanceof Found found) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(account, new Known(found, now.plus(REMEMBERED)));
        }
        return answer;
    }

    private Answer ask(String account) {
        try {
            return Optional.ofNullable(gateway.get()
                            .uri("/internal/people/{account}", account)
                            .retrieve()
                            .body(Person.class))
                    .<Answer>map(person -> new Found(person.name(), person.address(), Languages.of(person.language())))
                    .orElseGet(Nobody::new);
        } catch (HttpClientErrorException.NotFound gone) {
            return new Nobody();
        } catch (RestClientException away) {
            return new Away("The gateway can't say who " + account + " is: " + away.getMessage());
        }
    }

    private record Known(Found person, Instant until) {}

    private record Person(String id, String name, String address, String language) {}
}
