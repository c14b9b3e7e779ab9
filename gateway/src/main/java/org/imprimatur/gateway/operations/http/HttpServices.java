package org.imprimatur.gateway.operations.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.operations.Outcome;
import org.imprimatur.gateway.operations.Report;
import org.imprimatur.gateway.operations.ServiceState;
import org.imprimatur.gateway.operations.Services;
import org.imprimatur.gateway.routing.Peers;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.ServiceCalls;
import org.imprimatur.web.acting.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks each service side by side over {@code /internal/operations}; this one too, so that all are seen alike. */
@Component
class HttpServices implements Services, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServices.class);
    private static final String PATH = "/internal/operations";
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration ANSWERING = Duration.ofSeconds(12);

    private final Map<String, RestClient> others = new LinkedHashMap<>();
    private final ServiceCalls calls;
    private final Assertions assertions;
    private final Environment environment;
    private final JdkClientHttpRequestFactory requests;
    private final ExecutorService asking = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "asking-services");
        thread.setDaemon(true);
        return thread;
    });

    HttpServices(Peers peers, ServiceCalls calls, Assertions assertions, Environment environment) {
        this.calls = calls;
        this.assertions = assertions;
        this.environment = environment;
        requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build());
        requests.setReadTimeout(ANSWERING);
        others.put("submission", client(peers.submission()));
        others.put("review", client(peers.review()));
        others.put("publication", client(peers.publication()));
    }

    private RestClient client(String addresses) {
        return calls.to(addresses).requestFactory(requests).build();
    }

    // its own port is known once it listens
    private Map<String, RestClient> all() {
        Map<String, RestClient> all = new LinkedHashMap<>(others);
        all.put(
                "gateway",
                client("http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                        + environment.getProperty("local.server.port")));
        return all;
    }

    @Override
    public List<ServiceState> ask(Actor.Person person) {
        String assertion = assertion(person);
        List<CompletableFuture<ServiceState>> answers = all().entrySet().stream()
                .map(one -> CompletableFuture.supplyAsync(
                        () -> new ServiceState(one.getKey(), report(one.getKey(), one.getValue(), assertion)), asking))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static Optional<Report> report(String service, RestClient client, String assertion) {
        try {
            return Optional.ofNullable(client.get()
                    .uri(PATH)
                    .header(Assertions.PERSON_HEADER, assertion)
                    .retrieve()
                    .body(Report.class));
        } catch (RestClientException away) {
            LOG.warn("{} doesn't say how it stands: {}", service, away.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Outcome tryAgain(Actor.Person person, String service, String message) {
        return resume(person, service, Map.of("message", message, "skip", false));
    }

    @Override
    public Outcome skip(Actor.Person person, String service, String message, String reason) {
        return resume(person, service, Map.of("message", message, "skip", true, "reason", reason));
    }

    private Outcome resume(Actor.Person person, String service, Map<String, Object> resumption) {
        RestClient client = all().get(service);
        if (client == null) {
            return Outcome.NO_SUCH_SERVICE;
        }
        try {
            HttpStatusCode status = client.post()
                    .uri(PATH + "/resumed")
                    .header(Assertions.PERSON_HEADER, assertion(person))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(resumption)
                    .exchange((request, response) -> response.getStatusCode());
            return switch (status.value()) {
                case 204 -> Outcome.DONE;
                case 403 -> Outcome.NOT_ALLOWED;
                case 409 -> Outcome.NOT_WAITING;
                case 422 -> Outcome.NO_REASON;
                default -> Outcome.AWAY;
            };
        } catch (RestClientException away) {
            LOG.warn("{} doesn't answer: {}", service, away.getMessage());
            return Outcome.AWAY;
        }
    }

    private String assertion(Actor.Person person) {
        return assertions.forPerson(new SignedIn(
                person.id(),
                "",
                person.grants().stream()
                        .map(grant -> new Held(grant.journal(), grant.role().word()))
                        .collect(Collectors.toUnmodifiableSet())));
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}
