package org.imprimatur.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.sandbox.agency.DoiAgency;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.sandbox.mail.MailServer;
import org.imprimatur.sandbox.orcid.OrcidServer;
import org.imprimatur.sandbox.registry.PublicRegistries;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.Installation;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Onlooker;

/** The running system with everything around it that a demonstration needs: agency, mail server, a tap on the events. */
public final class Stage implements AutoCloseable {

    static final String BANNER = "Demonstration text, not the authors' article";
    static final Instant BEGINS = Instant.parse("2024-02-05T08:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String LOGIN = "imprimatur-demo";
    private static final String PASSWORD = "only-for-the-sandbox";

    public final Installation installation;
    public final DoiAgency agency;
    public final MailServer mail;
    public final EventTap events;
    final Onlooker onlooker;

    private final PublicRegistries registries = PublicRegistries.start();
    private final OrcidServer orcid;
    private final Console console;
    private final Set<String> repeated = ConcurrentHashMap.newKeySet();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final AtomicInteger homes = new AtomicInteger();
    private final Thread postman;
    // the sandboxes are part of the story: what they received, they received on the story's day
    private final Clock domainTime = ((InstantSource) this::now).withZone(ZoneOffset.UTC);
    private volatile Installation running;
    private volatile boolean closing;

    /** Starts the system that the stage is for. */
    interface Starting {

        /** @param properties what the system is told of mail server and agency */
        Installation start(Duration clockOffset, Configuration properties);
    }

    private Stage(Starting starting, Path schemas, Console console, Onlooker onlooker) {
        this.console = console;
        this.onlooker = onlooker;
        org.imprimatur.sandbox.agency.Settings agencySettings = org.imprimatur.sandbox.agency.Settings.settings()
                .account(LOGIN, PASSWORD, "10.31703")
                .processing(Duration.ofMillis(300))
                .clock(domainTime)
                .checkLandingPages(true);
        if (schemas != null) {
            agencySettings = agencySettings.schemas(schemas);
        }
        this.agency = DoiAgency.start(agencySettings);
        this.orcid = OrcidServer.start(
                org.imprimatur.sandbox.orcid.Settings.settings().client(LOGIN, PASSWORD));
        this.mail =
                MailServer.start(org.imprimatur.sandbox.mail.Settings.settings().clock(domainTime));
        Installation started;
        try {
            started = starting.start(sinceBeginning(), Configuration.of(properties()));
        } catch (RuntimeException e) {
            agency.close();
            mail.close();
            orcid.close();
            registries.close();
            throw e;
        }
        this.installation = started;
        this.running = started;
        console.follow(installation::now);
        this.events = new EventTap(installation.bootstrapServers(), Contracts.TOPICS, this::tell);
        this.postman = new Thread(this::watchMail, "postman");
        postman.setDaemon(true);
        postman.start();
    }

    /** @param schemas folder of Crossref's schemas, or null: the agency then judges by rules of its own */
    static Stage open(Starting starting, Path schemas, Console console, Onlooker onlooker) {
        return new Stage(starting, schemas, console, onlooker);
    }

    private Instant now() {
        return running == null ? Instant.now().plus(sinceBeginning()) : running.now();
    }

    private static Duration sinceBeginning() {
        return Duration.between(Instant.now(), BEGINS).truncatedTo(ChronoUnit.MILLIS);
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("imprimatur.banner", BANNER);
        properties.put("imprimatur.mail.domain", "example.org");
        properties.put("imprimatur.mail.from", "journal@example.org");
        properties.put("imprimatur.mail.first-pause", "1s");
        properties.put("imprimatur.messaging.first-pause", "200ms");
        properties.put("spring.mail.host", "localhost");
        properties.put("spring.mail.port", String.valueOf(mail.smtpPort()));
        properties.put("imprimatur.doi.agency", agency.baseUrl().toString());
        properties.put("imprimatur.doi.login", LOGIN);
        properties.put("imprimatur.doi.password", PASSWORD);
        properties.put("imprimatur.doi.sandbox-only", "true");
        properties.put("imprimatur.doi.depositor-email", "dois@example.org");
        properties.put("imprimatur.orcid.issuer", orcid.url().toString());
        properties.put("imprimatur.orcid.client-id", LOGIN);
        properties.put("imprimatur.orcid.client-secret", PASSWORD);
        properties.put("imprimatur.registries.orcid", registries.orcid().toString());
        properties.put("imprimatur.registries.ror", registries.ror().toString());
        properties.put("imprimatur.design-page", "true");
        return properties;
    }

    public URI home() {
        return installation.publicUrl();
    }

    /** Another gateway for each who asks: they all lead to the same system. */
    URI nextHome() {
        List<URI> gateways = installation.gateways();
        return gateways.get(Math.floorMod(homes.getAndIncrement(), gateways.size()));
    }

    /** From now on this id is called so at the terminal. */
    public void call(String id, String name) {
        names.put(id, name);
    }

    private void tell(EventSeen event) {
        console.event(event.name(), names.getOrDefault(event.subject(), ""));
    }

    private void watchMail() {
        int told = 0;
        while (!closing) {
            List<MailMessage> all = mail.messages();
            for (; told < all.size(); told++) {
                MailMessage message = all.get(told);
                console.mail(String.join(", ", message.recipients()), message.subject());
            }
            pause(300);
        }
    }

    /** The mail to this address whose subject holds these words, as soon as it is there. */
    public MailMessage mailTo(String address, String subjectHolds, int nth) {
        return soon(
                "a mail to %s about “%s”".formatted(address, subjectHolds),
                () -> mail.messagesTo(address).stream()
                        .filter(message -> message.subject().contains(subjectHolds))
                        .skip(nth - 1L)
                        .findFirst()
                        .orElse(null));
    }

    /** The first mail to this address that has a link to a review of the manuscript of this title. */
    public MailMessage invitation(String address, String title) {
        return soon(
                "an invitation to " + address,
                () -> mail.messagesTo(address).stream()
                        .filter(message -> message.links().stream().anyMatch(link -> link.contains("/review/")))
                        .filter(message -> message.text()
                                .orElse("")
                                .replaceAll("\\s+", " ")
                                .contains(title))
                        .findFirst()
                        .orElse(null));
    }

    /** The event of this name about this subject, as soon as it is there: the n-th of them. */
    public EventSeen event(String name, String subject, int nth) {
        return soon(
                "the event %s of %s".formatted(name, names.getOrDefault(subject, subject)),
                () -> events.about(subject).stream()
                        .filter(event -> event.name().equals(name))
                        .skip(nth - 1L)
                        .findFirst()
                        .orElse(null));
    }

    /** Looks again and again until there is something to see. */
    public <T> T soon(String what, Supplier<T> look) {
        Instant end = Instant.now().plus(PATIENCE);
        NotAsExpected last = null;
        while (Instant.now().isBefore(end)) {
            try {
                T found = look.get();
                if (found != null) {
                    return found;
                }
            } catch (NotAsExpected e) {
                last = e;
            }
            pause(40);
        }
        throw new NotAsExpected(
                what + " did not come within " + PATIENCE.toSeconds() + " s"
                        + (last == null ? "" : ": " + last.getMessage()),
                last);
    }

    public void untilTrue(String what, BooleanSupplier holds) {
        soon(what, () -> holds.getAsBoolean() ? Boolean.TRUE : null);
    }

    /** Puts an event onto its topic once more, byte for byte, as a broker may after a lost acknowledgement. */
    public void deliverAgain(EventSeen event) {
        ConsumerRecord<String, byte[]> record = events.record(event);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, installation.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value(), record.headers()));
        }
        repeated.add(event.id());
        console.fault("the event " + event.name() + " is delivered a second time");
    }

    public boolean wasDeliveredAgain(EventSeen event) {
        return repeated.contains(event.id());
    }

    /** How often each fault of the demonstration really happened. */
    public Map<String, Long> faultsHappened() {
        Map<String, Long> happened = new LinkedHashMap<>();
        happened.put("agency-unavailable", agency.faults().counts().getOrDefault("unavailable", 0L));
        happened.put(
                "mail-refused",
                mail.faults().counts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        happened.put(
                "event-delivered-again",
                repeated.stream()
                        .filter(id -> events.all().stream()
                                        .filter(event -> event.id().equals(id))
                                        .count()
                                == 2)
                        .count());
        return happened;
    }

    /** Whether the agency holds these DOIs. */
    public boolean holds(String... dois) {
        return Stream.of(dois).allMatch(doi -> agency.registered(doi).isPresent());
    }

    /** The agency's diagnostic of a deposit, asked for as a depositor asks. */
    public byte[] diagnostic(String fileName) {
        String form = Stream.of("usr=" + LOGIN, "pwd=" + PASSWORD, "type=result", "file_name=" + fileName)
                .collect(Collectors.joining("&"));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(agency.baseUrl().resolve("/servlet/submissionDownload"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new NotAsExpected("the agency gives no diagnostic: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted", e);
        }
    }

    /** When the process will act by itself next, as it said itself. */
    public Optional<Instant> nextPlanned() {
        Map<String, EventSeen> latest = new LinkedHashMap<>();
        events.all().stream()
                .filter(event -> event.name().equals("ManuscriptMoved"))
                .forEach(event -> latest.put(event.subject(), event));
        Instant now = installation.now();
        return latest.values().stream()
                .map(event -> event.data().path("next").path("at").asString(""))
                .filter(at -> !at.isEmpty())
                .map(Instant::parse)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Lets this much of the domain's time go by. */
    public void letGoBy(Duration time) {
        installation.letGoBy(time);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        events.close();
        installation.close();
        mail.close();
        agency.close();
        orcid.close();
        registries.close();
    }
}
