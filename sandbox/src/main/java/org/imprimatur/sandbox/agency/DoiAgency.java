package org.imprimatur.sandbox.agency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.imprimatur.sandbox.agency.DepositReader.Read;
import org.imprimatur.sandbox.agency.DepositReader.Refused;
import org.imprimatur.sandbox.agency.Fault.Kind;
import org.imprimatur.sandbox.agency.Submission.State;
import org.imprimatur.sandbox.http.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A DOI agency to try things out with. It speaks Crossref's deposit protocol over HTTP (multipart POST to
 * {@code /servlet/deposit}, result from {@code /servlet/submissionDownload}), queues, validates, registers in its own
 * memory and nowhere else, resolves what it registered, and can be told to fail. Thread-safe.
 */
public final class DoiAgency implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DoiAgency.class);

    private final Settings settings;
    private final DepositReader reader;
    private final Registry registry = new Registry();
    private final Optional<SubmissionFolder> folder;
    private final Map<Long, Submission> submissions = new TreeMap<>();
    private final Map<Long, Long> twins = new HashMap<>();
    private final Set<Long> answered = new HashSet<>();
    private final HttpClient landingPages =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService processing = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "sandbox-agency");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Faults faults;
    private final WebServer web;
    private long lastId;

    private DoiAgency(Settings settings) {
        if (settings.accounts.isEmpty()) throw new IllegalArgumentException("An agency needs an account");
        this.settings = settings;
        reader = new DepositReader(
                settings.schemas.<Validation>map(SchemaValidation::new).orElseGet(OwnValidation::new));
        folder = settings.folder.map(SubmissionFolder::new);
        faults = new Faults(settings.clock, howLong -> this.web().goAway(howLong));
        folder.ifPresent(this::restore);
        web = WebServer.start(settings.host, settings.port, settings.largestFile, new AgencyWeb(this)::answer);
    }

    /**
     * Starts an agency; it answers when this returns.
     *
     * @throws IllegalArgumentException without an account, or where the folder of schemas isn't there
     * @throws java.io.UncheckedIOException where the port is taken or the folder can't be written
     */
    public static DoiAgency start(Settings settings) {
        return new DoiAgency(settings);
    }

    private WebServer web() {
        return web;
    }

    private void restore(SubmissionFolder from) {
        for (var submission : from.all()) {
            submissions.put(submission.id(), submission);
            lastId = submission.id();
            if (submission.state() != State.COMPLETED) processing.execute(() -> begin(submission.id()));
            else if (reader.read(submission.content(), submission.id()) instanceof Read read)
                registry.restore(read.deposit(), Registry.registered(submission.outcomes()));
        }
    }

    /** Its address, without a slash at the end. */
    public URI baseUrl() {
        return web.url();
    }

    /** What it is told to do wrong. */
    public Faults faults() {
        return faults;
    }

    /** All submissions in the order they came. */
    public List<Submission> submissions() {
        synchronized (submissions) {
            return List.copyOf(submissions.values());
        }
    }

    /** One submission by its number. */
    public Optional<Submission> submission(long id) {
        synchronized (submissions) {
            return Optional.ofNullable(submissions.get(id));
        }
    }

    /** All registered DOIs in the order they were registered first. */
    public List<RegisteredDoi> registered() {
        return registry.all();
    }

    /** What is held about a DOI, written in whatever case. */
    public Optional<RegisteredDoi> registered(String doi) {
        return registry.find(doi);
    }

    Settings settings() {
        return settings;
    }

    /** The account, where login and password are its own. */
    Optional<Account> account(String login, String password) {
        return settings.accounts.stream()
                .filter(it -> it.login().equals(login) && it.password().equals(password))
                .findFirst();
    }

    /** Takes a file in and queues it; empty where the account has too many waiting. */
    Optional<Submission> receive(Account account, String fileName, byte[] content) {
        Submission fresh;
        synchronized (submissions) {
            var pending = submissions.values().stream()
                    .filter(it -> it.login().equals(account.login()) && it.state() != State.COMPLETED)
                    .count();
            if (pending >= settings.pendingLimit) return Optional.empty();
            fresh = new Submission(
                    ++lastId,
                    account.login(),
                    fileName,
                    settings.clock.instant(),
                    content,
                    State.QUEUED,
                    Optional.empty(),
                    List.of());
            keep(fresh);
        }
        processing.execute(() -> begin(fresh.id()));
        return Optional.of(fresh);
    }

    private void keep(Submission submission) {
        synchronized (submissions) {
            folder.ifPresent(it -> it.keep(submission));
            submissions.put(submission.id(), submission);
        }
    }

    private void begin(long id) {
        var submission = submission(id).orElseThrow();
        if (faults.strikes(Kind.NEVER_ANSWER, submission.fileName())) return;
        try {
            var reading = reader.read(submission.content(), id);
            var longer = faults.strike(Kind.SLOW, fault -> true, submission.fileName())
                    .map(Fault::howLong)
                    .orElse(Duration.ZERO);
            keep(submission.inProcess(reading.batchId()));
            processing.schedule(
                    () -> finish(id, reading), settings.processing.plus(longer).toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            failed(id, e);
        }
    }

    private void finish(long id, DepositReader.Reading reading) {
        try {
            var submission = submission(id).orElseThrow();
            var outcomes = reading instanceof Read read
                    ? register(submission, read.deposit())
                    : List.of(((Refused) reading).outcome());
            var done = submission.completed(outcomes);
            keep(done);
            if (faults.strikes(Kind.ANSWER_TWICE, done.fileName())) addTwin(done);
        } catch (RuntimeException e) {
            failed(id, e);
        }
    }

    private List<Outcome> register(Submission submission, Deposit deposit) {
        var prefixes = settings.accounts.stream()
                .filter(it -> it.login().equals(submission.login()))
                .findFirst()
                .map(Account::prefixes)
                .orElse(Set.of());
        // Asked before the registry is locked: a landing page may take its time, or ask back.
        var silent = new HashMap<String, String>();
        if (settings.landingPages)
            for (var entry : deposit.entries())
                unreachable(entry.record().resource())
                        .ifPresent(why -> silent.put(entry.record().doi(), why));
        return registry.register(
                deposit,
                prefixes,
                record -> faults.strike(Kind.REFUSE, it -> it.doi().equalsIgnoreCase(record.doi()), record.doi())
                        .map(Fault::message)
                        .or(() -> Optional.ofNullable(silent.get(record.doi()))));
    }

    private Optional<String> unreachable(String resource) {
        try {
            var request = HttpRequest.newBuilder(URI.create(resource))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var status = landingPages.send(request, BodyHandlers.discarding()).statusCode();
            return status < 400 ? Optional.empty() : Optional.of("Landing page answers " + status + ": " + resource);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("Landing page does not answer: " + resource);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("Landing page does not answer: " + resource);
        }
    }

    /** The real agency says just this when it fails itself. */
    private void failed(long id, RuntimeException e) {
        LOG.error("Submission {}", id, e);
        submission(id)
                .ifPresent(it -> keep(it.completed(List.of(Outcome.failure("", "No exception localized message")))));
    }

    private void addTwin(Submission of) {
        synchronized (submissions) {
            var twin = of.under(++lastId);
            keep(twin);
            twins.put(of.id(), twin.id());
        }
    }

    /** The first submission of this account that matches, as it is to be shown to the one who asks. */
    Optional<Submission> asked(Account account, Predicate<Submission> matching) {
        synchronized (submissions) {
            var found = submissions.values().stream()
                    .filter(it -> it.login().equals(account.login()) && matching.test(it))
                    .findFirst();
            return found.map(first -> twins.containsKey(first.id()) && !answered.add(first.id())
                    ? submissions.get(twins.get(first.id()))
                    : first);
        }
    }

    /** Ends early when the agency closes. */
    void waitFor(Duration howLong) {
        try {
            closed.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        web.close();
        processing.shutdownNow();
    }
}
