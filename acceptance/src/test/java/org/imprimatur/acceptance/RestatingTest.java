package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.imprimatur.contracts.Command;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.accounts.RestateAccounts;
import org.imprimatur.contracts.publication.RestatePublication;
import org.imprimatur.contracts.review.RestateReview;
import org.imprimatur.contracts.submission.RestateSubmission;
import org.imprimatur.standalone.demo.Performance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What a service knows of others is thrown away while everything runs; its owner says it again, and it comes back. */
@ExtendWith(OnTheStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestatingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private JdbcClient gateway;
    private JdbcClient submission;
    private JdbcClient review;

    @BeforeAll
    void finds_the_databases(Performance performance) throws IOException {
        assertThat(performance.good()).isTrue();
        Path pid = Path.of("target", "home", "demo-once", "postgres", "postmaster.pid");
        String port = Files.readAllLines(pid).get(3).strip();
        gateway = database(port, "gateway");
        submission = database(port, "submission");
        review = database(port, "review");
    }

    private static JdbcClient database(String port, String name) {
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/" + name, "postgres", ""));
    }

    /** An operator has the gateway say it: its relay finds what stands in the outbox. */
    private void say(Command command) {
        String topic = Contracts.topicOf(command.getClass());
        gateway.sql("""
                with numbered as (
                    insert into outbox_sequence as s (topic, aggregate, sequence) values (:topic, :aggregate, 1)
                    on conflict (topic, aggregate) do update set sequence = s.sequence + 1 returning sequence)
                insert into outbox (id, topic, type, subject, aggregate, sequence, time, actor, body)
                select :id, :topic, :type, :subject, :aggregate, sequence, now(), 'operator', :body from numbered
                """)
                .param("topic", topic)
                .param("aggregate", command.aggregate())
                .param("id", UUID.randomUUID().toString())
                .param("type", Contracts.typeOf(command.getClass()))
                .param("subject", command.subject())
                .param("body", JSON.writeValueAsString(command).getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static Map<String, List<Map<String, Object>>> rows(JdbcClient database, Map<String, String> queries) {
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        queries.forEach(
                (name, query) -> all.put(name, database.sql(query).query().listOfRows()));
        return all;
    }

    /** What a service knows of others: the queries that show it, and the tables that hold it. */
    private record Known(JdbcClient database, Map<String, String> queries, List<String> tables) {

        Map<String, List<Map<String, Object>>> rows() {
            return RestatingTest.rows(database, queries);
        }

        void throwAway() {
            tables.forEach(table -> database.sql("delete from " + table).update());
            assertThat(rows())
                    .allSatisfy((name, rows) -> assertThat(rows).as(name).isEmpty());
        }
    }

    private void comesBack(Command command, Known... all) {
        Map<Known, Map<String, List<Map<String, Object>>>> before = new LinkedHashMap<>();
        for (Known known : all) {
            assertThat(known.rows())
                    .allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
            before.put(known, known.rows());
            known.throwAway();
        }
        say(command);
        before.forEach((known, rows) -> await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(known.rows()).isEqualTo(rows)));
    }

    @Test
    void reviews_knowledge_of_roles_comes_back_from_the_gateway() {
        comesBack(
                new RestateAccounts("*"),
                new Known(
                        review,
                        Map.of("roles", "select * from role_held order by account, journal, role"),
                        List.of("role_held")));
    }

    @Test
    void what_publication_said_comes_back_in_review_and_in_the_portal() {
        comesBack(
                new RestatePublication("*"),
                new Known(
                        review,
                        Map.of(
                                "journals", "select * from journal order by id",
                                "sections", "select * from journal_section order by journal, key"),
                        List.of("journal_section", "journal")),
                new Known(
                        submission,
                        Map.of(
                                "journals",
                                "select key, version, title, abbreviation, sections::text from journal order by key",
                                "proofs",
                                "select manuscript, proof, pages, answered from proof order by manuscript, proof",
                                "published",
                                "select * from published order by manuscript"),
                        List.of("journal", "proof", "published")));
    }

    @Test
    void places_and_letters_of_the_portal_come_back_from_review() {
        comesBack(
                new RestateReview("*"),
                new Known(
                        submission,
                        Map.of(
                                "places", """
                                select distinct on (manuscript) manuscript, step, since, until, next_what, next_at
                                from place order by manuscript, sequence desc""",
                                "letters", "select * from letter order by manuscript, document"),
                        List.of("place", "letter")));
    }

    @Test
    void manuscripts_that_are_said_again_change_nothing_at_the_journal() {
        Map<String, String> kept = Map.of(
                "manuscripts", "select * from manuscript_version order by manuscript, version",
                "history", """
                select manuscript, at, what, array_to_string(words, ' ') from history
                where what in ('submitted', 'revised', 'withdrawn') order by id""",
                "standing", "select * from standing order by manuscript");
        String handled = "select count(*) from inbox where type like 'imprimatur.submission.%' and state = 'DONE'";
        Map<String, List<Map<String, Object>>> before = rows(review, kept);
        long once = review.sql(handled).query(Long.class).single();
        say(new RestateSubmission("*"));
        int versions = before.get("manuscripts").size();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(review.sql(handled).query(Long.class).single())
                                .isGreaterThanOrEqualTo(once + versions));
        assertThat(rows(review, kept)).isEqualTo(before);
    }

    @Test
    void nothing_waits_for_a_person_and_nothing_is_missing_after_all_that() {
        for (JdbcClient database : List.of(gateway, submission, review)) {
            assertThat(database.sql("select * from inbox_incident").query().listOfRows())
                    .isEmpty();
        }
    }
}
