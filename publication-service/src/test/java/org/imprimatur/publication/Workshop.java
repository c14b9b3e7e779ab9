package org.imprimatur.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.imprimatur.messaging.testing.TestPostgres;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Actor.Held;
import org.imprimatur.publication.acting.Actor.Role;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.Files;
import org.imprimatur.publication.article.RenderedArticle;
import org.imprimatur.publication.article.ServedRenderings;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.issue.ClosingIssues;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Listings;
import org.imprimatur.publication.issue.OpeningIssues;
import org.imprimatur.publication.issue.VerifyingArticles;
import org.imprimatur.publication.journal.ConfiguringJournal;
import org.imprimatur.publication.journal.Drafts;
import org.imprimatur.publication.production.AnsweringProofs;
import org.imprimatur.publication.production.GalleyOrder;
import org.imprimatur.publication.production.Manuscripts;
import org.imprimatur.publication.production.ProducingGalleys;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service without its pages and messages, on a real database: use cases and storage as they are wired, only
 * what lies outside is played. One for all tests; each test takes a journal of its own.
 */
public final class Workshop {
    public static final Instant NOW = Instant.parse("2024-06-01T10:00:00Z");
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static Workshop shared;

    public final Facts facts = new Facts();
    public final FakeRendering rendering = new FakeRendering();
    public final InMemoryAgency agency = new InMemoryAgency();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, Manuscripts.Source> sources = new ConcurrentHashMap<>();
    private volatile Optional<String> away = Optional.empty();

    private Workshop() {
        DataSource database = new DriverManagerDataSource(TestPostgres.freshDatabase("publication"));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/publication")
                .load()
                .migrate();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "imprimatur.public-url",
                                "https://journals.example.org",
                                "imprimatur.doi.agency",
                                "http://127.0.0.1:9")));
        context.registerBean(PropertySourcesPlaceholderConfigurer.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.registerBean(DomainClock.class, () -> new DomainClock(Clock.systemUTC(), Duration.ZERO));
        context.registerBean(Facts.class, () -> facts);
        context.registerBean(FakeRendering.class, () -> rendering);
        context.registerBean(Files.class, InMemoryFiles::new);
        context.registerBean(ServedRenderings.class, () -> this::served);
        context.registerBean(Manuscripts.class, () -> new Manuscripts() {
            @Override
            public Source read(GalleyOrder order) {
                return source(order);
            }

            @Override
            public Optional<String> problem(String name, byte[] file) {
                return file.length == 0 ? Optional.of(name + " is empty.") : Optional.empty();
            }
        });
        context.registerBean(InMemoryAgency.class, () -> agency);
        context.register(Wiring.class);
        context.scan(
                "org.imprimatur.publication.journal.jdbc",
                "org.imprimatur.publication.production.jdbc",
                "org.imprimatur.publication.issue.jdbc",
                "org.imprimatur.publication.site.jdbc",
                "org.imprimatur.publication.doi.jdbc");
        context.refresh();
    }

    public static synchronized Workshop open() {
        if (shared == null) {
            shared = new Workshop();
        }
        shared.facts.heard();
        shared.facts.planned();
        shared.facts.toVerify();
        shared.away = Optional.empty();
        return shared;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** What finds listed articles, on this database. */
    public Listings listings(CountedDatabase on) {
        try (AnnotationConfigApplicationContext apart = new AnnotationConfigApplicationContext()) {
            apart.registerBean(JdbcClient.class, () -> JdbcClient.create(on.source()));
            apart.scan("org.imprimatur.publication.issue.jdbc");
            apart.refresh();
            return apart.getBean(Listings.class);
        }
    }

    /** Runs in a transaction; a refusal takes it back. */
    public <T> T inTransaction(Supplier<T> work) {
        return get(TransactionTemplate.class).execute(status -> {
            T result = work.get();
            if (result instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    public void inTransaction(Runnable work) {
        get(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    public static Actor.Person editor(String journal) {
        return new Actor.Person("hina", Set.of(new Held(journal, Role.PRODUCTION_EDITOR)));
    }

    public static Actor.Person administrator() {
        return new Actor.Person("root", Set.of(new Held("*", Role.ADMINISTRATOR)));
    }

    public static Actor.Person person(String account) {
        return new Actor.Person(account, Set.of());
    }

    /** A journal that no other test has. */
    public String journal() {
        return journal(Drafts.of("qip" + COUNTER.incrementAndGet()));
    }

    public String journal(Drafts draft) {
        String key = draft.fields().get("key");
        draft.with("abbreviation", key.toUpperCase(Locale.ROOT));
        inTransaction(() -> get(ConfiguringJournal.class).create(draft.draft(), administrator(), NOW));
        facts.heard();
        return key;
    }

    public Issue openIssue(String journal, IssueDesignation designation) {
        return inTransaction(() -> get(OpeningIssues.class)
                .open(UUID.randomUUID(), journal, designation, Optional.empty(), editor(journal), NOW)
                .fold(issue -> issue, refused -> {
                    throw new AssertionError(refused.reason());
                }));
    }

    /** A manuscript that no other test has, with an author called {@code author-of-…}. */
    public GalleyOrder accepted(String journal, int pages) {
        String manuscript = "m" + COUNTER.incrementAndGet();
        rendering.setPages(manuscript, pages);
        sources.put(
                manuscript,
                new Manuscripts.Readable(
                        "On the Examination of Example " + manuscript,
                        "What an example is.",
                        List.of("examples"),
                        Locale.ENGLISH,
                        List.of(
                                Articles.contributor("Ada", "Paper", false),
                                Articles.contributor("Ben", "Inkwell", true)),
                        Set.of("co-author-of-" + manuscript),
                        Articles.text()));
        return new GalleyOrder(
                manuscript,
                "QIP-2024-" + manuscript,
                journal,
                "articles",
                "research-article",
                2,
                "meta-" + manuscript,
                "file-" + manuscript,
                "author-of-" + manuscript,
                NOW.minus(Duration.ofDays(100)),
                Optional.of(NOW.minus(Duration.ofDays(50))),
                NOW.minus(Duration.ofDays(20)),
                Optional.empty());
    }

    /** From now on this is what comes of reading the manuscript. */
    public void handIn(String manuscript, Manuscripts.Source source) {
        sources.put(manuscript, source);
    }

    /** From now on the renderings aren't to be had, for this reason; "" for none. */
    public void renderingsAway(String reason) {
        away = reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    private ServedRenderings.Served served(ArticleRecord record, String deposit) {
        return away.<ServedRenderings.Served>map(ServedRenderings.Away::new)
                .orElseGet(() -> new ServedRenderings.All(new RenderedArticle(
                        new byte[0],
                        rendering.cover(record),
                        rendering.jats(record),
                        deposit,
                        "",
                        "",
                        rendering.oaiDc(record),
                        rendering.citations(record))));
    }

    /** Does what the service's errands would do: reads the renderings of all articles that wait for it. */
    public void verify() {
        VerifyingArticles verifying = get(VerifyingArticles.class);
        for (String manuscript : facts.toVerify()) {
            VerifyingArticles.Check check = verifying.check(manuscript);
            if (inTransaction(() -> verifying.record(manuscript, check, new Actor.Process(), NOW))) {
                facts.plan(manuscript);
            }
        }
    }

    private Manuscripts.Source source(GalleyOrder order) {
        return Optional.ofNullable(sources.get(order.manuscript()))
                .orElseThrow(() -> new IllegalStateException("submission-service is away"));
    }

    /** Orders and sets a galley. */
    public UUID produced(GalleyOrder order) {
        UUID id = UUID.randomUUID();
        ProducingGalleys producing = get(ProducingGalleys.class);
        ProducingGalleys.Taken taken = inTransaction(() -> producing.order(id, order, NOW));
        if (taken instanceof ProducingGalleys.ToSet toSet) {
            var set = producing.set(toSet.galley());
            inTransaction(() -> producing.answer(set));
        }
        return id;
    }

    /** An accepted manuscript whose author has approved the proof; gives the manuscript's id. */
    public String ready(String journal, int pages) {
        GalleyOrder order = accepted(journal, pages);
        UUID galley = produced(order);
        inTransaction(() -> get(AnsweringProofs.class).approve(galley, person(order.correspondingAccount()), NOW));
        facts.heard();
        return order.manuscript();
    }

    public Outcome<Issue> close(Issue issue) {
        ClosingIssues closing = get(ClosingIssues.class);
        Actor actor = editor(issue.journal());
        return closing.prepare(issue.id(), actor)
                .then(prepared -> inTransaction(() -> closing.close(prepared, actor, NOW)));
    }

    private static final class InMemoryFiles implements Files {
        private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

        @Override
        public String keep(byte[] content) {
            try {
                String name = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
                kept.put(name, content.clone());
                return name;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public Optional<byte[]> read(String sha256) {
            return Optional.ofNullable(kept.get(sha256));
        }
    }
}
