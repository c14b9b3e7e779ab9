package org.imprimatur.submission.manuscript.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.submission.manuscript.Addresses;
import org.imprimatur.web.acting.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the gateway, and remembers its answers for five minutes of real time. */
@Component
class GatewayPeople implements Addresses {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayPeople.class);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    private record Remembered(Optional<Person> person, Instant until) {}

    private record Person(String address, String orcid, String language) {}

    private final RestClient gateway;
    private final Clock realTime = Clock.systemUTC();
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    GatewayPeople(ServiceCalls calls, @Value("${imprimatur.peers.gateway}") String address) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(1));
        http.setReadTimeout(Duration.ofSeconds(2));
        this.gateway = calls.to(address).requestFactory(http).build();
    }

    @Override
    public Optional<String> of(String account) {
        return person(account).map(Person::address);
    }

    @Override
    public Optional<String> language(String account) {
        return person(account).map(Person::language);
    }

    Optional<String> orcid(String account) {
        return person(account).map(Person::orcid);
    }

    private Optional<Person> person(String account) {
        Instant now = realTime.instant();
        Remembered known = remembered.get(account);
        if (known != null && known.until().isAfter(now)) {
            return known.person();
        }
        try {
            Optional<Person> asked = ask(account);
            if (remembered.size() >= MOST) {
                remembered.clear();
            }
            remembered.put(account, new Remembered(asked, now.plus(KEPT)));
            return asked;
        } catch (RestClientException away) {
            LOG.warn(
                    "The gateway can't say who somebody is now; only own manuscripts are shown, and no iD is marked as proven",
                    away);
            return Optional.empty();
        }
    }

    private Optional<Person> ask(String account) {
        try {
            return Optional.ofNullable(gateway.get()
                    .uri("/internal/people/{account}", account)
                    .retrieve()
                    .body(Person.class));
        } catch (HttpClientErrorException.NotFound gone) {
            return Optional.empty();
        }
    }
}
