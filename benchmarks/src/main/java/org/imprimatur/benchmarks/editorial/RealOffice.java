package org.imprimatur.benchmarks.editorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.contracts.publication.AllocatePages;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.DoiRegistered;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.PublishArticle;
import org.imprimatur.contracts.publication.RegisterDoi;
import org.imprimatur.contracts.publication.ScheduleArticle;
import org.imprimatur.contracts.publication.Section;
import org.imprimatur.contracts.review.ManuscriptMoved;
import org.imprimatur.contracts.review.ReviewerInvited;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.contracts.submission.ManuscriptRevised;
import org.imprimatur.contracts.submission.ManuscriptSubmitted;
import org.imprimatur.review.ReviewApplication;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.decision.DecidingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.policy.ChangingPolicy;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.reviewers.AddingReviewer;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.round.AnsweringInvitations;
import org.imprimatur.review.round.ChoosingReviewers;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.round.WritingReviews;
import org.imprimatur.review.screening.ScreeningManuscripts;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.sandbox.mail.MailServer;
import org.imprimatur.sandbox.mail.Settings;
import org.imprimatur.standalone.Configuration;
import org.imprimatur.standalone.Secrets;
import org.imprimatur.standalone.Surroundings;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole of review-service on its database and a broker, with its mails. Robots stand for people and do what they
 * are asked for by its messages, each act by its use case in one transaction as its page does it. Robots also stand for
 * submission and publication, and speak and answer through the topics.
 */
final class RealOffice implements Office {

    static final String JOURNAL = "jst";

    /** To the database, for each office. */
    static final int CONNECTIONS = 24;

    private static final int KNOWN_REVIEWERS = 200;
    private static final byte[] FILE = new byte[40_000];
    private static final Actor.Person FARAH = person("farah", Role.MANAGING_EDITOR);
    private static final Actor.Person SANA = person("sana", Role.HANDLING_EDITOR);
    private static final Actor.Person BILAL = person("bilal", Role.PRODUCTION_EDITOR);

    private final JsonMapper json = JsonMapper.builder().findAndAddModules().build();
    private final List<ExecutorService> people =
            Stream.generate(Executors::newSingleThreadExecutor).limit(PEOPLE).toList();
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicReference<Throwable> fault = new AtomicReference<>();
    private final Peers peers = new Peers();
    private final Optional<MailServer> mail;
    private final ConfigurableApplicationContext service;
    private final Acts acts;
    private final List<String> reviewers = new ArrayList<>();
    private final Wire wire;

    /** What the robots know of a manuscript; its own robot alone changes it. */
    private static final class Flight {

        private final Runnable published;
        private final List<String> documents = new ArrayList<>();
        private int chosen;
        private int decided;
        private boolean inProduction;

        Flight(Runnable published) {
            this.published = published;
        }

        String recommendation() {
            return chosen == 1 ? "major" : "accept";
        }
    }

    /**
     * @param mails whether there is a mail server; without one they wait in their queue
     * @param watched what stands between the service and its database
     */
    RealOffice(String kafka, String url, Path folder, boolean mails, UnaryOperator<DataSource> watched)
            throws IOException {
        mail = mails
                ? Optional.of(MailServer.start(Settings.settings().smtpPort(0).webPort(0)))
                : Optional.empty();
        Map<String, String> all = Surroundings.SERVICES.stream().collect(Collectors.toMap(name -> name, name -> url));
        Map<String, String> addresses =
                Surroundings.SERVICES.stream().collect(Collectors.toMap(name -> name, name -> peers.url()));
        Map<String, String> properties = new LinkedHashMap<>(new Surroundings(
                        Configuration.of(Map.of()),
                        kafka,
                        all,
                        addresses,
                        java.net.URI.create("https://journal.example.org"),
                        folder.resolve("documents"),
                        Secrets.in(folder),
                        Duration.ZERO)
                .of("review"));
        properties.put("spring.config.name", "review-service");
        properties.put("spring.jmx.enabled", "false");
        properties.put("server.port", "0");
        properties.put("spring.datasource.hikari.maximum-pool-size", Integer.toString(CONNECTIONS));
        mail.ifPresent(server -> {
            properties.put("spring.mail.host", "127.0.0.1");
            properties.put("spring.mail.port", Integer.toString(server.smtpPort()));
        });
        service = new SpringApplicationBuilder(ReviewApplication.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof DataSource database ? watched.apply(database) : bean;
                    }
                }))
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        acts = service.getBean(Acts.class);
        wire = new Wire(kafka, List.of("imprimatur.review", "imprimatur.publication.commands"), this::hear);
        open();
    }

    private static Actor.Person person(String account, Role role) {
        return new Actor.Person(account, Set.of(new Held(JOURNAL, role)));
    }

    /** A journal with its people, reviewers, and letters that leave at once. */
    private void open() {
        wire.say(
                "publication",
                "admin",
                new JournalConfigured(
                        JOURNAL,
                        1,
                        "Journal of Steady Throughput",
                        "JST",
                        null,
                        null,
                        List.of(new Section("articles", "Articles")),
                        List.of("en")));
        for (Actor.Person person : List.of(FARAH, SANA, BILAL)) {
            person.roles()
                    .forEach(held -> wire.say(
                            "gateway",
                            "admin",
                            new RoleGranted(
                                    person.account(), JOURNAL, held.role().key())));
        }
        Map<String, String> policy = new LinkedHashMap<>();
        Policy.DEFAULT.settings().forEach((name, value) -> policy.put(name, value.toString()));
        policy.put("letterHeldFor", "PT0S");
        int before = service.getBean(Policies.class).current(JOURNAL).version();
        done(() -> service.getBean(ChangingPolicy.class).change(FARAH, JOURNAL, before, policy, Instant.now()));
        for (int n = 0; n < KNOWN_REVIEWERS; n++) {
            String id = UUID.randomUUID().toString();
            Reviewer reviewer = new Reviewer(
                    id, "Reviewer " + n, "reviewer" + n + "@example.org", "University of Elsewhere", "all");
            done(() -> service.getBean(AddingReviewer.class).add(FARAH, JOURNAL, reviewer, Instant.now()));
            reviewers.add(id);
        }
        RoleHolders roles = service.getBean(RoleHolders.class);
        while (!roles.of(JOURNAL, Role.HANDLING_EDITOR.key()).contains(SANA.account())) {
            Thread.onSpinWait();
        }
    }

    private void done(Supplier<Outcome> act) {
        Outcome outcome = acts.act(act);
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("a robot was refused: " + refused);
        }
    }

    @Override
    public void handIn(String manuscript, Runnable published) {
        Flight flight = new Flight(published);
        flights.put(manuscript, flight);
        robot(manuscript, () -> {
            Handed handed = hand(manuscript, flight, 1);
            wire.say(
                    "submission",
                    "ghulam",
                    new ManuscriptSubmitted(
                            manuscript,
                            "JST-" + manuscript,
                            JOURNAL,
                            "articles",
                            "research-article",
                            1,
                            handed.metadata(),
                            handed.file(),
                            handed.report(),
                            0,
                            2,
                            "ghulam",
                            List.of("ghulam"),
                            Instant.now()));
        });
    }

    private record Handed(String metadata, String file, String report) {}

    private Handed hand(String manuscript, Flight flight, int version) {
        byte[] words = (manuscript + "/" + version).getBytes(StandardCharsets.UTF_8);
        byte[] file = FILE.clone();
        System.arraycopy(words, 0, file, 0, words.length);
        Handed handed = new Handed(
                peers.keep(json.writeValueAsBytes(new ManuscriptMetadata(
                        "On the flow of " + manuscript + ", version " + version,
                        "What flows, and how fast.",
                        List.of("flow", "throughput"),
                        "en",
                        List.of(new ManuscriptMetadata.Contributor(
                                "Ghulam",
                                "Mustafari",
                                "ghulam@example.org",
                                "ghulam",
                                null,
                                false,
                                null,
                                List.of(new ManuscriptMetadata.Affiliation("University of Nowhere", null)),
                                List.of(),
                                true)),
                        List.of(),
                        List.of(),
                        List.of()))),
                peers.keep(file),
                peers.keep("{\"citations\":40,\"references\":38,\"findings\":[],\"of\":\"%s/%d\"}"
                        .formatted(manuscript, version)
                        .getBytes(StandardCharsets.UTF_8)));
        flight.documents.addAll(List.of(handed.metadata(), handed.file(), handed.report()));
        return handed;
    }

    /** One robot acts on a manuscript, one act after the other, so that it needn't look where it stands. */
    private void robot(String manuscript, Runnable act) {
        people.get(Math.floorMod(manuscript.hashCode(), PEOPLE)).execute(() -> {
            try {
                act.run();
            } catch (RuntimeException | Error e) {
                fault.compareAndSet(null, e);
            }
        });
    }

    private void hear(Message message) {
        String manuscript = message.subject();
        Flight flight = flights.get(manuscript);
        if (flight == null) {
            return;
        }
        if (message instanceof ManuscriptMoved moved) {
            robot(manuscript, () -> moved(manuscript, flight, moved));
        } else if (message instanceof ReviewerInvited invited) {
            robot(manuscript, () -> review(flight, new Actor.Reviewer(invited.invitation())));
        } else if (message instanceof RevisionRequested) {
            robot(manuscript, () -> revise(manuscript, flight));
        } else {
            answer(message).ifPresent(answer -> robot(manuscript, () -> wire.say("publication", "process", answer)));
        }
    }

    private void moved(String id, Flight flight, ManuscriptMoved moved) {
        Instant now = Instant.now();
        switch (moved.step()) {
            case "screening" ->
                done(() ->
                        service.getBean(ScreeningManuscripts.class).screen(FARAH, id, "pass", SANA.account(), "", now));
            case "choosing-reviewers" -> {
                List<String> chosen = IntStream.range(0, REVIEWERS)
                        .mapToObj(n -> reviewers.get(
                                Math.floorMod(id.hashCode() + REVIEWERS * flight.chosen + n, reviewers.size())))
                        .toList();
                done(() -> service.getBean(ChoosingReviewers.class).choose(SANA, id, chosen, List.of(), "", now));
                flight.chosen++;
            }
            case "decision" -> {
                // said again while the letter is held
                if (flight.decided < flight.chosen) {
                    flight.decided++;
                    done(() -> service.getBean(DecidingManuscripts.class)
                            .decide(
                                    SANA,
                                    id,
                                    new DecidingManuscripts.Typed(
                                            flight.recommendation(),
                                            "Dear author,\n\nthe reviewers have read your manuscript.",
                                            List.of()),
                                    UUID.randomUUID().toString(),
                                    now));
                }
            }
            case "production" -> {
                if (!flight.inProduction) {
                    flight.inProduction = true;
                    done(() -> service.getBean(Production.class)
                            .complete(BILAL, id, PersonsStep.START_PRODUCTION, null, now));
                }
            }
            case "proof" -> wire.say("publication", "ghulam", new ProofApproved(id, "proof-" + id));
            case "issue-closing" -> wire.say("publication", "bilal", new PagesFixed(id, "issue", 1, 1, 9, doi(id)));
            case "published" -> {
                flights.remove(id);
                flight.documents.forEach(peers::drop);
                flight.published.run();
            }
            default -> {
                // others have the move
            }
        }
    }

    private void review(Flight flight, Actor.Reviewer reviewer) {
        done(() -> service.getBean(AnsweringInvitations.class).accept(reviewer, Instant.now()));
        WritingReviews.Typed typed = new WritingReviews.Typed(
                Arrays.stream(Question.values()).collect(Collectors.toMap(question -> question, q -> Score.WELL)),
                "The manuscript says clearly what flows, and how fast. " + "It could say why. ".repeat(60),
                "",
                Recommendation.of(flight.recommendation()));
        done(() -> service.getBean(WritingReviews.class).submit(reviewer, typed, Instant.now()));
    }

    private void revise(String manuscript, Flight flight) {
        Handed handed = hand(manuscript, flight, 2);
        wire.say(
                "submission",
                "ghulam",
                new ManuscriptRevised(
                        manuscript,
                        2,
                        handed.metadata(),
                        handed.file(),
                        null,
                        handed.report(),
                        0,
                        2,
                        Instant.now(),
                        null));
    }

    private static Optional<Message> answer(Message command) {
        String id = command.subject();
        if (command instanceof ProduceGalley) {
            return Optional.of(new ProofReady(id, "proof-" + id, 9));
        } else if (command instanceof ScheduleArticle) {
            return Optional.of(new ArticleScheduled(id, "issue", 1, 1));
        } else if (command instanceof AllocatePages) {
            return Optional.of(new PagesAllocated(id, "issue", 1, 9));
        } else if (command instanceof RegisterDoi) {
            return Optional.of(new DoiRegistered(id, doi(id)));
        } else if (command instanceof PublishArticle) {
            return Optional.of(new ArticlePublished(id, doi(id), Instant.now()));
        }
        return Optional.empty();
    }

    private static String doi(String manuscript) {
        return "10.5555/jst." + manuscript;
    }

    @Override
    public void check() {
        if (fault.get() != null) {
            throw new IllegalStateException("review-service", fault.get());
        }
    }

    @Override
    public void close() {
        wire.close();
        people.forEach(ExecutorService::shutdown);
        service.close();
        mail.ifPresent(MailServer::close);
        peers.close();
    }
}
