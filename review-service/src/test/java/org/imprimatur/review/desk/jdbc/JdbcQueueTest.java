package org.imprimatur.review.desk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Queue.After;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Count;
import org.imprimatur.review.desk.Queue.Move;
import org.imprimatur.review.desk.Queue.Order;
import org.imprimatur.review.desk.Queue.Row;
import org.imprimatur.review.testing.DeskRow;
import org.imprimatur.review.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dashboard's own table on a real PostgreSQL; each test has a journal of its own. */
class JdbcQueueTest {

    private static final Instant NOW = Instant.parse("2024-02-05T09:58:00Z");

    private final JdbcClient jdbc = TestDatabase.jdbc();
    private final JdbcQueue queue = new JdbcQueue(jdbc);
    private final String journal = "q" + UUID.randomUUID().toString().substring(0, 8);
    private final Actor.Person managing = person("farah", Role.MANAGING_EDITOR);

    private Actor.Person person(String account, Role... roles) {
        return new Actor.Person(
                account,
                java.util.Arrays.stream(roles)
                        .map(role -> new Held(journal, role))
                        .collect(java.util.stream.Collectors.toSet()));
    }

    private DeskRow screening(int n) {
        return DeskRow.screening(journal, n, NOW.minus(Duration.ofDays(n)));
    }

    private static Asked asked(Move move, String words, Order order) {
        return new Asked(
                Optional.empty(),
                move,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                words,
                order,
                null);
    }

    private static Asked asked(Needed needed) {
        return new Asked(
                Optional.of(needed),
                Move.ANY,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Order.OLDEST,
                null);
    }

    private List<String> numbers(Actor.Person person, Asked asked) {
        return queue.rows(person, asked, NOW, 100).stream().map(Row::number).toList();
    }

    private List<String> found(Actor.Person person, String words) {
        return numbers(person, asked(Move.ANY, words, Order.OLDEST));
    }

    private Row only(Actor.Person person) {
        List<Row> rows = queue.rows(person, asked(Move.ANY, "", Order.OLDEST), NOW, 10);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void my_move_comes_oldest_first_and_others_moves_are_not_among_it() {
        screening(1).put(jdbc);
        screening(9).put(jdbc);
        screening(5)
                .at("decision", "handling-editor", "sana", null)
                .with("sana")
                .put(jdbc);
        assertThat(numbers(managing, asked(Move.MINE, "", Order.OLDEST)))
                .containsExactly(screening(9).number(), screening(1).number());
        assertThat(numbers(managing, asked(Move.OTHERS, "", Order.OLDEST)))
                .containsExactly(screening(5).number());
        assertThat(numbers(person("sana", Role.HANDLING_EDITOR), asked(Move.MINE, "", Order.OLDEST)))
                .containsExactly(screening(5).number());
    }

    @Test
    void a_manuscript_needs_an_editor_until_it_has_one() {
        DeskRow row = screening(1).put(jdbc);
        assertThat(only(managing).needed(NOW)).isEqualTo(Needed.EDITOR);
        jdbc.sql("update manuscript set handling_editor = 'sana' where id = ?")
                .param(row.id())
                .update();
        assertThat(only(managing).needed(NOW)).isEqualTo(Needed.SCREENING);
    }

    @Test
    void no_reviewer_has_answered_until_one_accepts_and_again_in_a_new_round() {
        DeskRow row = screening(1)
                .at("peer-review", "reviewers", null, NOW.plusSeconds(60))
                .put(jdbc);
        String reviewer = UUID.randomUUID().toString();
        jdbc.sql("insert into reviewer (id, name, address, affiliation, expertise, added_at)"
                        + " values (?, 'Anna Berg', ?, '', '', now())")
                .params(reviewer, reviewer + "@example.org")
                .update();
        round(row, 1);
        jdbc.sql("""
            insert into invitation (id, manuscript, round, seat, reviewer, state, invited_at, answer_by)
            values (?, ?, 1, 0, ?, 'invited', now(), now())\
            """).params(row.id(), row.id(), reviewer).update();
        assertThat(only(managing).needed(NOW)).isEqualTo(Needed.ANSWERS);
        jdbc.sql("update invitation set state = 'accepted' where id = ?")
                .param(row.id())
                .update();
        assertThat(only(managing).needed(NOW)).isEqualTo(Needed.REVIEWS);
        assertThat(only(managing).needed(NOW.plusSeconds(61))).isEqualTo(Needed.LATE_REVIEWS);
        round(row, 2);
        assertThat(only(managing).needed(NOW)).isEqualTo(Needed.ANSWERS);
        assertThat(only(managing).round()).isEqualTo(2);
    }

    private void round(DeskRow row, int number) {
        jdbc.sql("insert into review_round (manuscript, round, seats, version, opened_at) values (?, ?, 1, 1, now())")
                .params(row.id(), number)
                .update();
    }

    @Test
    void what_is_due_now_is_not_late_and_a_moment_later_is() {
        screening(1).at("revision", "author", "x", NOW).put(jdbc);
        assertThat(numbers(managing, asked(Needed.REVISION))).hasSize(1);
        assertThat(numbers(managing, asked(Needed.LATE_REVISION))).isEmpty();
        assertThat(queue.rows(managing, asked(Needed.LATE_REVISION), NOW.plusMillis(1), 9))
                .hasSize(1);
    }

    @Test
    void a_bounced_mail_to_a_reviewer_is_a_queue_for_those_who_may_know_reviewers_only() {
        DeskRow row = screening(1).at("rejected", "nobody", null, null).put(jdbc);
        trouble(row, "MAIL", "reviewer/r1");
        assertThat(numbers(managing, asked(Needed.MAIL))).containsExactly(row.number());
        assertThat(numbers(person("bilal", Role.PRODUCTION_EDITOR), asked(Needed.MAIL)))
                .isEmpty();
        assertThat(queue.counts(managing, NOW))
                .extracting(Count::needed, Count::manuscripts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Needed.MAIL, 1));
        assertThat(queue.counts(person("bilal", Role.PRODUCTION_EDITOR), NOW)).isEmpty();
        jdbc.sql("delete from trouble where subject = ?").param(row.id()).update();
        assertThat(numbers(managing, asked(Needed.MAIL))).isEmpty();
    }

    @Test
    void a_failed_deposit_is_a_queue_until_it_is_over() {
        DeskRow row = screening(1).at("doi-registration", "system", null, null).put(jdbc);
        trouble(row, "DEPOSIT", "");
        assertThat(numbers(managing, asked(Needed.DEPOSIT))).containsExactly(row.number());
        assertThat(only(managing).depositFailed()).isTrue();
        jdbc.sql("delete from trouble where subject = ?").param(row.id()).update();
        assertThat(only(managing).depositFailed()).isFalse();
    }

    private void trouble(DeskRow row, String kind, String who) {
        jdbc.sql("""
            insert into trouble (service, kind, key, subject, state, about, who, cause, since)
            values ('review', ?, ?, ?, 'BOUNCED', 'x', ?, '', now())\
            """).params(kind, UUID.randomUUID().toString(), row.id(), who).update();
    }

    @Test
    void counts_and_lists_are_of_one_mind() {
        screening(1).put(jdbc);
        screening(2).put(jdbc);
        screening(3)
                .at("decision", "handling-editor", "sana", NOW.minusSeconds(1))
                .with("sana")
                .put(jdbc);
        screening(4).at("published", "nobody", null, null).put(jdbc);
        for (Actor.Person person : List.of(managing, person("sana", Role.HANDLING_EDITOR), person("y"))) {
            for (Count count : queue.counts(person, NOW)) {
                assertThat(queue.rows(person, asked(count.needed()), NOW, 100).stream()
                                .filter(row -> row.mine() == count.mine() && row.isLate(NOW) == count.late()))
                        .as(person.account() + " " + count)
                        .hasSize(count.manuscripts());
            }
        }
        assertThat(queue.counts(managing, NOW)).extracting(Count::manuscripts).containsExactlyInAnyOrder(2, 1);
        assertThat(queue.counts(person("y"), NOW)).isEmpty();
    }

    @Test
    void nobody_finds_another_journals_or_their_own_manuscript() {
        DeskRow row = screening(1).titled("Otters").by("farah", "z").put(jdbc);
        assertThat(found(managing, "")).isEmpty();
        assertThat(found(managing, "otters")).isEmpty();
        assertThat(queue.counts(managing, NOW)).isEmpty();
        assertThat(found(person("chief", Role.EDITOR_IN_CHIEF), "otters")).containsExactly(row.number());
        assertThat(found(new Actor.Person("x", Set.of(new Held("other", Role.MANAGING_EDITOR))), "otters"))
                .isEmpty();
        assertThat(found(person("sana", Role.HANDLING_EDITOR), "otters")).isEmpty();
    }

    @Test
    void words_are_found_without_accents_in_any_order_and_the_last_by_its_beginning() {
        DeskRow row = screening(1)
                .titled("Über die Gwadar-Frage: Häfen & “Women’s” work")
                .put(jdbc);
        jdbc.sql("insert into contributor (manuscript, place, given, family, affiliation, corresponding)"
                        + " values (?, 0, 'Łucja', 'Müller-Żak', 'x', true)")
                .param(row.id())
                .update();
        for (String words : List.of(
                "gwadar",
                "UBER FRAGE",
                "hafen uber",
                "muller",
                "Müller-Żak",
                "żak frag",
                "women's",
                "' | 'gwadar",
                row.number(),
                row.number().substring(0, 9))) {
            assertThat(found(managing, words)).as(words).containsExactly(row.number());
        }
        for (String words : List.of("gwad frage", "gwadar karachi", "%", "gwadar:* & !x", "ha", "a & b")) {
            assertThat(found(managing, words)).as(words).isEmpty();
        }
    }

    @Test
    void a_search_finds_what_is_under_way_first_and_then_what_has_ended() {
        DeskRow ended = screening(9)
                .titled("Otters")
                .at("published", "nobody", null, null)
                .put(jdbc);
        DeskRow running = screening(1).titled("Otters").put(jdbc);
        assertThat(found(managing, "otters")).containsExactly(running.number(), ended.number());
        List<Row> first = queue.rows(managing, asked(Move.ANY, "otters", Order.OLDEST), NOW, 1);
        assertThat(queue.rows(
                        managing,
                        asked(Move.ANY, "otters", Order.OLDEST)
                                .from(first.get(0).place()),
                        NOW,
                        9))
                .extracting(Row::number)
                .containsExactly(ended.number());
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void pages_put_together_are_the_whole_list_whatever_the_order(Order order) {
        long seed = 20_240_205L + order.ordinal();
        Random random = new Random(seed);
        List<DeskRow> all = IntStream.range(0, 60)
                .mapToObj(n -> {
                    DeskRow row = DeskRow.screening(journal, n, NOW.minusSeconds(random.nextInt(8)));
                    // many at the same moment, some due at no time
                    return (random.nextBoolean()
                                    ? row
                                    : row.at("decision", "handling-editor", "sana", random.nextBoolean() ? null : NOW))
                            .put(jdbc);
                })
                .toList();
        List<Row> pages = new ArrayList<>();
        After after = null;
        do {
            List<Row> page = queue.rows(managing, asked(Move.ANY, "", order).from(after), NOW, 7);
            after = page.isEmpty() ? null : page.get(page.size() - 1).place();
            pages.addAll(page);
        } while (after != null);
        Comparator<DeskRow> key = switch (order) {
            case OLDEST -> Comparator.comparing(DeskRow::since);
            case NEWEST -> Comparator.comparing(DeskRow::since).reversed();
            case DUE -> Comparator.comparing(row -> row.until() == null ? Instant.MAX : row.until());
            case NUMBER -> Comparator.comparing(DeskRow::number);
        };
        Comparator<DeskRow> id = Comparator.comparing(DeskRow::id);
        assertThat(pages)
                .as("seed " + seed)
                .extracting(Row::id)
                .containsExactlyElementsOf(all.stream()
                        .sorted(key.thenComparing(order == Order.NEWEST ? id.reversed() : id))
                        .map(DeskRow::id)
                        .toList());
    }

    @Test
    void who_is_at_several_journals_gets_one_list_in_order() {
        String other = journal + "b";
        DeskRow first = DeskRow.screening(other, 1, NOW.minusSeconds(3)).put(jdbc);
        DeskRow second = DeskRow.screening(journal, 2, NOW.minusSeconds(2)).put(jdbc);
        DeskRow third = DeskRow.screening(other, 3, NOW.minusSeconds(1)).put(jdbc);
        Actor.Person both = new Actor.Person(
                "farah", Set.of(new Held(journal, Role.MANAGING_EDITOR), new Held(other, Role.MANAGING_EDITOR)));
        for (Move move : List.of(Move.MINE, Move.ANY)) {
            assertThat(numbers(both, asked(move, "", Order.OLDEST)))
                    .containsExactly(first.number(), second.number(), third.number());
        }
        Asked here = new Asked(
                Optional.empty(),
                Move.ANY,
                false,
                Optional.of(other),
                Optional.empty(),
                Optional.of("screening"),
                Optional.empty(),
                "",
                Order.OLDEST,
                null);
        assertThat(numbers(both, here)).containsExactly(first.number(), third.number());
        assertThat(numbers(managing, here)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MINE", "ANY"})
    void a_list_is_read_from_an_index_of_what_is_under_way(String move) {
        // what the planner would do among many, whatever few there are here
        try (var session = TestDatabase.session()) {
            JdbcClient here = JdbcClient.create(session);
            here.sql("set enable_seqscan = off").update();
            here.sql("set enable_sort = on").update();
            String sql = move.equals("MINE")
                    ? "d.journal = 'x' and d.account is null and d.whose = 'managing-editor'"
                    : "d.journal = 'x'";
            String plan = String.join(
                    "\n",
                    here.sql("explain select * from desk_row d where " + sql
                                    + " and d.active order by d.since, d.manuscript limit 26")
                            .query(String.class)
                            .list());
            assertThat(plan).contains("Index Scan").contains("desk_active_by").doesNotContain("Sort");
        }
    }

    @Test
    void the_table_made_anew_is_the_table_as_it_was_kept() {
        DeskRow row = screening(1).put(jdbc);
        Row kept = only(managing);
        jdbc.sql("select desk_rebuild()").query((one, n) -> row).list();
        assertThat(only(managing)).isEqualTo(kept);
    }
}
