package org.imprimatur.review.correspondence.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.web.acting.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the gateway, and remembers its answers for five minutes of real time. */
@Component
class GatewayPeople implements People {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    private final RestClient gateway;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    GatewayPeople(ServiceCalls calls, @Value("${imprimatur.peers.gateway}") String address) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(3));
        this.gateway = calls.to(address).requestFactory(http).build();
    }

    @Override
    public Optional<Addressee> find(String account) {
        Remembered known = remembered.get(account);
        Instant now = clock.instant();
        if (known != null && known.until().isAfter(now)) {
            return known.addressee();
        }
        Optional<Addressee> asked = ask(account);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        remembered.put(account, new Remembered(asked, now.plus(KEPT)));
        return asked;
    }

    private Optional<Addressee> ask(String account) {
        try {
            return Optional.ofNullable(gateway.get()
                            .uri("/internal/people/{account}", account)
                            .retrieve()
                            .body(Person.class))
                    .map(person ->
                            new Addressee(person.name(), person.address(), Optional.ofNullable(person.language())));
        } catch (HttpClientErrorException.NotFound gone) {
            return Optional.empty();
        } catch (RestClientException away) {
            throw new Away("the gateway can't say who " + account + " is", away);
        }
    }

    private record Remembered(Optional<Addressee> addressee, Instant until) {}

    private record Person(String id, String name, String address, String language) {}
}
