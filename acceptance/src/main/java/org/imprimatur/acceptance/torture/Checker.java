package org.imprimatur.acceptance.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.cluster.Cluster;
import org.imprimatur.standalone.demo.EventSeen;
import org.imprimatur.standalone.demo.Stage;

/**
 * Compares what the databases, the topics, the mail box and the agency hold with each other and with what was played.
 * Each finding is a sentence.
 */
final class Checker {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** How long a file may lie that nothing names; it is looked for as often, so it lies twice as long at most. */
    static final Duration UNNAMED = Duration.ofSeconds(90);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** What each listens to, beside its own commands. */
    private static final Map<String, Set<String>> LISTENS = Map.of(
            "submission", Set.of("imprimatur.review", "imprimatur.publication", "imprimatur.accounts"),
            "review",
                    Set.of(
                            "imprimatur.submission",
                            "imprimatur.publication",
                            "imprimatur.accounts",
                            "imprimatur.operations"),
            "publication", Set.of("imprimatur.accounts"),
            "gateway", Set.of());

    private final Cluster cluster;
    private final Stage stage;
    private final List<String> findings = new ArrayList<>();

    private static final Map<String, String> IN_THE_HISTORY = Map.ofEntries(
            Map.entry("ManuscriptSubmitted", "submitted"),
            Map.entry("ManuscriptRevised", "revised"),
            Map.entry("ManuscriptWithdrawn", "withdrawn"),
            Map.entry("ScreeningPassed", "screening-passed"),
            Map.entry("ReviewerInvited", "reviewer-invited"),
            Map.entry("InvitationAccepted", "invitation-accepted"),
            Map.entry("InvitationExpired", "invitation-expired"),
            Map.entry("InvitationRevoked", "invitation-revoked"),
            Map.entry("ReviewSubmitted", "review-submitted"),
            Map.entry("ProofApproved", "proof-approved"),
            Map.entry("ArticleScheduled", "article-scheduled"),
            Map.entry("PagesFixed", "pages-fixed"),
            Map.entry("DoiRegistered", "doi-registered"),
            Map.entry("ArticlePublished", "article-published"));

    Checker(Cluster cluster, Stage stage) {
        this.cluster = cluster;
        this.stage = stage;
    }

    /** Waits until nothing is on its way any more; what still is after minutes is a finding of its own. */
    List<String> check(Collection<Player> players) {
        Instant end = Instant.now().plus(PATIENCE);
        // what left one database is in no other while Kafka has it: only a rest that lasts is one
        for (int quiet = 0;
                quiet < 3 && Instant.now().isBefore(end);
                quiet = underWay().isEmpty() ? quiet + 1 : 0) {
            Trying.pause(Duration.ofSeconds(1));
        }
        findings.addAll(underWay());
        players.forEach(this::whereItsScriptEnds);
        players.forEach(this::itsHistoryIsComplete);
        cluster.databases().keySet().forEach(service -> {
            outboxIsOnTheTopics(service);
            inboxHoldsEachOnce(service);
            nothingIsParked(service);
            eachMailArrivedOnce(service);
            nothingIsUnheard(service);
            noFileIsForgotten(service);
        });
        eachCommandHasOneAnswer();
        noMailThatNobodyWrote();
        sequencesHaveNoGap();
        agencyAndPublicationAgree();
        pagesAreContiguous();
        noStuckJob();
        return List.copyOf(findings);
    }

    /** What has not come to rest. */
    private List<String> underWay() {
        List<String> moving = new ArrayList<>();
        cluster.databases().keySet().forEach(service -> {
            count(service, "select count(*) from outbox where sent_at is null", moving, "unsent messages");
            moving.addAll(unheard(service));
            count(
                    service,
                    "select count(*) from inbox where state in ('NEW', 'RETRYING')",
                    moving,
                    "messages to handle");
            count(
                    service,
                    "select count(*) from mail where state in ('QUEUED', 'REFUSED', 'UNCERTAIN')",
                    moving,
                    "mails to send");
        });
        count(
                "review",
                "select count(*) from act_ru_job where duedate_ <= now() and retries_ > 0 and suspension_state_ = 1",
                moving,
                "jobs due");
        count("publication", "select count(*) from deposit where state in ('INTENDED', 'SENT')", moving, "deposits");
        return moving;
    }

    private void count(String service, String sql, List<String> found, String what) {
        long count = number(service, sql);
        if (count > 0) {
            found.add("%s still has %d %s".formatted(service, count, what));
        }
    }

    private void whereItsScriptEnds(Player player) {
        expect(
                player.stands(player.script().end()),
                player + " does not stand at " + player.script().end());
    }

    /** Each fact stands there as often as it was said, and its steps in the order in which they were taken. */
    private void itsHistoryIsComplete(Player player) {
        Map<String, Set<String>> said = new TreeMap<>();
        stage.events
                .about(player.id())
                .forEach(event -> said.computeIfAbsent(event.name(), name -> new LinkedHashSet<>())
                        .add(event.id()));
        Map<String, Long> noted =
                strings("review", "select what from history where manuscript = '" + player.id() + "'").stream()
                        .collect(Collectors.groupingBy(what -> what, Collectors.counting()));
        IN_THE_HISTORY.forEach((event, what) -> expect(
                noted.getOrDefault(what, 0L)
                        == said.getOrDefault(event, Set.of()).size(),
                "%s: %s was said %d times and stands %d times in the history"
                        .formatted(
                                player,
                                event,
                                said.getOrDefault(event, Set.of()).size(),
                                noted.getOrDefault(what, 0L))));
        List<String> way = new ArrayList<>();
        Set<String> moves = new LinkedHashSet<>();
        stage.events.about(player.id()).stream()
                .filter(event -> event.name().equals("ManuscriptMoved"))
                .filter(event -> moves.add(event.id()))
                .map(event -> event.text("step"))
                .filter(place -> way.isEmpty() || !way.get(way.size() - 1).equals(place))
                .forEach(way::add);
        List<String> written = strings("review", """
                select words[1] from history
                where what = 'moved' and manuscript = '%s' order by id""".formatted(player.id()));
        expect(way.equals(written), player + " went by " + way + ", and its history says " + written);
    }

    private void outboxIsOnTheTopics(String service) {
        Set<String> onTopics = stage.events.all().stream().map(EventSeen::id).collect(Collectors.toSet());
        strings(service, "select id || ' ' || type from outbox")
                .forEach(said -> expect(
                        onTopics.contains(said.substring(0, said.indexOf(' '))),
                        service + " said " + said + ", but it is on no topic"));
        Map<String, Long> times = stage.events.all().stream()
                .collect(Collectors.groupingBy(EventSeen::id, TreeMap::new, Collectors.counting()));
        strings(service, "select id from outbox")
                .forEach(id -> expect(
                        times.getOrDefault(id, 0L) <= 5,
                        service + " sent " + id + " " + times.get(id) + " times: its mark does not hold"));
    }

    private void inboxHoldsEachOnce(String service) {
        strings(service, "select id || ' ' || count(*) from inbox group by id having count(*) > 1")
                .forEach(twice -> findings.add(service + " holds a message more than once: " + twice));
        strings(service, "select id || ' ' || kind || ': ' || detail from inbox_incident where kind <> 'TRIED_AGAIN'")
                .forEach(incident -> findings.add(service + " has an incident: " + incident));
    }

    private void nothingIsParked(String service) {
        strings(service, "select type || ' ' || subject || ': ' || cause from inbox where state = 'PARKED'")
                .forEach(parked -> findings.add(service + " has parked " + parked));
        strings(service, "select type || ' ' || subject || ': ' || cause from inbox where state = 'EARLY'")
                .forEach(early -> findings.add(service + " still waits for what should long be there: " + early));
    }

    private void nothingIsUnheard(String service) {
        findings.addAll(unheard(service));
    }

    private List<String> unheard(String service) {
        Set<String> heard = new LinkedHashSet<>(strings(service, "select id from inbox"));
        Set<String> topics = LISTENS.get(service);
        return stage.events.all().stream()
                .filter(event ->
                        topics.contains(event.topic()) || event.topic().equals("imprimatur." + service + ".commands"))
                .filter(event -> !heard.contains(event.id()))
                .map(event -> "%s never heard %s of %s, number %d"
                        .formatted(service, event.name(), event.aggregate(), event.sequence()))
                .toList();
    }

    /** A process that dies between writing a file and naming it leaves one that nothing names: for a time. */
    private void noFileIsForgotten(String service) {
        Set<String> named = strings(service, """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name !~ '^(act_|inbox|outbox|flyway)'""").stream()
                .flatMap(table -> strings(service, "select t::text from \"" + table + "\" t").stream())
                .flatMap(row -> SHA256.matcher(row).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        Instant longAgo = Instant.now().minus(UNNAMED.multipliedBy(2)).minus(Duration.ofMinutes(1));
        Path folder = cluster.files(service);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)
                        && !named.contains(file.getFileName().toString())) {
                    findings.add(service + " keeps a file that nothing names: " + folder.relativize(file));
                }
            }
        } catch (NoSuchFileException | UncheckedIOException swept) {
            // swept while we looked
            noFileIsForgotten(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void eachMailArrivedOnce(String service) {
        Map<String, Long> arrived = stage.mail.messages().stream()
                .collect(Collectors.groupingBy(MailMessage::messageId, Collectors.counting()));
        strings(service, "select message_id from mail where state = 'HANDED_OVER'")
                .forEach(id ->
                        expect(arrived.containsKey(id), service + " handed over " + id + ", but it is in no mail box"));
        Set<String> cut = strings(service, "select message_id from mail where attempts > 1").stream()
                .collect(Collectors.toSet());
        strings(service, "select message_id || '' from mail")
                .forEach(id -> expect(
                        arrived.getOrDefault(id, 0L) <= 1 || cut.contains(id),
                        service + "'s mail " + id + " arrived " + arrived.get(id) + " times though no line was cut"));
        strings(service, "select cause || ': ' || reason from mail where state = 'FAILED'")
                .forEach(failed -> findings.add(service + " could not send " + failed));
    }

    private void noMailThatNobodyWrote() {
        Set<String> written = new LinkedHashSet<>();
        cluster.databases()
                .keySet()
                .forEach(service -> written.addAll(strings(service, "select message_id from mail")));
        stage.mail
                .messages()
                .forEach(mail -> expect(
                        written.contains(mail.messageId()),
                        "a mail arrived that is in no queue: " + mail.messageId() + " " + mail.subject()));
    }

    /** Each said once by its id; the same command may go out again only after its time to be answered is over. */
    private void eachCommandHasOneAnswer() {
        Map<String, Set<String>> answers = new TreeMap<>();
        for (EventSeen event : stage.events.all()) {
            if (Set.of("ArticleScheduled", "PagesFixed", "DoiRegistered", "ArticlePublished", "ManuscriptAccepted")
                    .contains(event.name())) {
                answers.computeIfAbsent(event.name() + " of " + event.subject(), key -> new LinkedHashSet<>())
                        .add(event.id());
            }
        }
        answers.forEach((what, ids) -> expect(ids.size() == 1, what + " was said " + ids.size() + " times: " + ids));
    }

    private void sequencesHaveNoGap() {
        Map<String, Long> last = new TreeMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (EventSeen event : stage.events.all()) {
            if (!seen.add(event.id())) {
                continue;
            }
            String line = event.topic() + " " + event.aggregate();
            long before = last.getOrDefault(line, 0L);
            expect(
                    event.sequence() == before + 1,
                    "%s of %s came as number %d after %d".formatted(event.name(), line, event.sequence(), before));
            last.put(line, event.sequence());
        }
    }

    private void agencyAndPublicationAgree() {
        Set<String> ours = new LinkedHashSet<>(strings("publication", "select value from doi where registered"));
        Set<String> theirs = stage.agency.registered().stream()
                .map(registered -> registered.doi())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        expect(ours.equals(theirs), "we hold as registered " + ours + ", the agency " + theirs);
        strings(
                        "publication",
                        "select doi || ' ' || count(*) from deposit where state = 'CONFIRMED' group by doi having count(*) > 1")
                .forEach(twice -> findings.add("a DOI was deposited twice: " + twice));
    }

    private void pagesAreContiguous() {
        strings("publication", """
                        select i.volume_label || ' ' || i.label || ': ' || s.pages
                        from slot s join issue i on i.id = s.issue
                        where not s.released and not (lower(s.pages) = i.first_page or exists (
                            select 1 from slot before
                            where before.issue = s.issue and not before.released and upper(before.pages) = lower(s.pages)))
                        """).forEach(gap -> findings.add("pages that follow on no others: " + gap));
    }

    private void noStuckJob() {
        strings("review", "select incident_msg_ from act_ru_incident")
                .forEach(incident -> findings.add("the engine has an incident: " + incident));
        expect(number("review", "select count(*) from act_ru_job where retries_ = 0") == 0, "a job has no tries left");
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            findings.add(otherwise);
        }
    }

    private long number(String service, String sql) {
        return Long.parseLong(strings(service, sql).get(0));
    }

    private List<String> strings(String service, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(cluster.databases().get(service), "postgres", "any");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + sql, e);
        }
    }
}
