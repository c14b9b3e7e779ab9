package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.review.testing.DeskRow;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** The dashboard through HTTP, without scripts; each test has a journal of its own. */
class DashboardTest extends ReviewServiceTest {

    private final String journal = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final SignedIn farah = at("farah", "Farah Siddiqui", "managing-editor");
    private final SignedIn sana = at("sana", "Sana Akhtar", "handling-editor");

    private SignedIn at(String account, String name, String... roles) {
        return new SignedIn(
                account + "-" + journal,
                name,
                Arrays.stream(roles).map(role -> new Held(journal, role)).collect(Collectors.toSet()));
    }

    @BeforeEach
    void a_journal_with_two_editors() {
        jdbc.sql("insert into journal (id, title, abbreviation, version) values (?, 'Desk Review', 'DSK', 1)")
                .param(journal)
                .update();
        jdbc.sql("insert into role_held (account, journal, role) values (?, ?, 'handling-editor')")
                .params(sana.account(), journal)
                .update();
    }

    private DeskRow screening(int n) {
        return DeskRow.screening(journal, n, clock.instant().minus(Duration.ofDays(n)));
    }

    private DeskRow deciding(int n) {
        Instant late = clock.instant().minus(Duration.ofDays(1));
        return screening(n).with(sana.account()).at("decision", "handling-editor", sana.account(), late);
    }

    private static String text(MvcResult page) {
        return body(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void at_first_it_shows_what_is_my_move_with_all_that_one_must_know() {
        DeskRow mine = screening(3).put(jdbc);
        DeskRow others = deciding(2).put(jdbc);
        MvcResult page = get(farah, "/editor");
        assertThat(text(page))
                .contains(
                        "2 manuscripts under way",
                        mine.number(),
                        "You to screen it",
                        "3 days",
                        "due",
                        "Needs an editor")
                .contains("Decision due 1 oldest 2 days")
                .doesNotContain(others.number());
        assertThat(text(get(farah, "/editor?move=any"))).contains(mine.number(), others.number(), "1 day late");
        assertThat(text(get(farah, "/editor?queue=decision-due")))
                .contains(others.number())
                .doesNotContain(mine.number());
        assertThat(text(get(sana, "/editor"))).contains(others.number()).doesNotContain(mine.number());
    }

    @Test
    void every_queue_says_of_what_it_is_empty_and_where_to_go() {
        assertThat(text(get(farah, "/editor")))
                .contains("Nothing waits for you", "No manuscript is under way", "See everything");
        assertThat(text(get(farah, "/editor?queue=decision-due"))).contains("Nothing waits here", "To my move");
        assertThat(text(get(farah, "/editor?section=x"))).contains("Nothing is like that", "Take the filters off");
        assertThat(text(get(farah, "/editor?q=otters"))).contains("Nothing holds these words", "Search everywhere");
        deciding(1).put(jdbc);
        assertThat(text(get(farah, "/editor"))).contains("1 manuscript is under way with others");
    }

    @Test
    void each_link_of_the_page_keeps_what_was_asked_for() {
        for (int n = 1; n <= 30; n++) {
            screening(n).put(jdbc);
        }
        String page = body(get(farah, "/editor?queue=needs-an-editor&sort=number&q=manuscript"));
        Matcher later = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(page);
        assertThat(later.find()).isTrue();
        String next = java.net.URLDecoder.decode(later.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8);
        assertThat(next).contains("queue=needs-an-editor", "sort=number", "q=manuscript");
        assertThat(text(get(farah, next)))
                .contains(screening(26).number(), screening(30).number(), "From the first")
                .doesNotContain(screening(25).number());
        assertThat(page).contains("/editor/list.csv?queue=needs-an-editor&amp;q=manuscript&amp;sort=number");
    }

    @Test
    void a_part_of_the_page_is_the_list_alone() {
        DeskRow row = screening(1).put(jdbc);
        try {
            String part = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/editor")
                            .header("HX-Request", "true")
                            .header(org.imprimatur.web.acting.Assertions.PERSON_HEADER, assertion(farah)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(part).contains(row.number(), "id=\"queues\"").doesNotContain("<head", "<h1");
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void addresses_that_ask_for_what_there_isnt_are_400_and_do_no_harm() {
        for (String query : new String[] {
            "sort=nonsense", "queue=x", "move=x", "after=1", "after=0,2024-02-30T00:00:00Z,x", "after=0,';drop,x"
        }) {
            assertThat(status(get(farah, "/editor?" + query))).as(query).isEqualTo(400);
            assertThat(status(get(farah, "/editor/list.csv?" + query)))
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(status(get(farah, "/editor?section=';--&editor=%00x"))).isIn(200, 400);
    }

    @Test
    void several_are_given_to_an_editor_and_each_outcome_is_said() {
        DeskRow one = screening(1).put(jdbc);
        DeskRow hers = screening(2).by(sana.account()).put(jdbc);
        DeskRow over = screening(3).at("published", "nobody", null, null).put(jdbc);
        MvcResult page = acts(farah, "assign", sana.account(), one, hers, over);
        assertThat(status(page)).isEqualTo(207);
        assertThat(text(page))
                .contains("1 of 3 done.", "With Sana Akhtar now", "An author can’t handle", "It has ended")
                .doesNotContain("desk.");
        assertThat(text(get(sana, "/editor?move=any"))).contains(one.number()).doesNotContain(hers.number());
        assertThat(status(acts(farah, "assign", sana.account(), one))).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from history where manuscript = ? and what = 'editor-assigned'")
                        .param(one.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_one_takes_over_becomes_ones_own_move() {
        DeskRow row = deciding(1).put(jdbc);
        assertThat(text(get(farah, "/editor"))).doesNotContain(row.number());
        assertThat(status(acts(farah, "take", "", row))).isEqualTo(200);
        assertThat(text(get(farah, "/editor"))).contains(row.number());
        assertThat(text(get(sana, "/editor"))).doesNotContain(row.number());
        assertThat(said(row.id())).contains("imprimatur.review.manuscript-moved.v1");
    }

    @Test
    void a_reminder_leaves_once_in_a_day() {
        DeskRow row = deciding(1).put(jdbc);
        assertThat(status(acts(farah, "remind", "", row))).isEqualTo(200);
        MvcResult again = acts(farah, "remind", "", row);
        assertThat(status(again)).isEqualTo(409);
        assertThat(text(again)).contains("They were reminded within a day");
    }

    @Test
    void an_act_on_nothing_to_nobody_or_of_no_kind_is_refused() {
        DeskRow row = screening(1).put(jdbc);
        assertThat(status(acts(farah, "assign", sana.account()))).isEqualTo(422);
        assertThat(status(acts(farah, "assign", "", row))).isEqualTo(422);
        assertThat(status(acts(farah, "delete", "", row))).isEqualTo(400);
        assertThat(status(acts(farah, "assign", "stranger", row))).isEqualTo(409);
    }

    @Test
    void nobody_acts_on_or_learns_of_what_isnt_theirs() {
        DeskRow row = screening(1).titled("A secret title").put(jdbc);
        SignedIn elsewhere = new SignedIn("x", "X", Set.of(new Held("other", "managing-editor")));
        for (SignedIn person : new SignedIn[] {elsewhere, sana, at("author-of", "Author")}) {
            for (String act : new String[] {"assign", "take", "remind"}) {
                MvcResult page = acts(person, act, sana.account(), row);
                assertThat(status(page)).as(person.account() + " " + act).isEqualTo(404);
                assertThat(text(page)).doesNotContain("secret");
            }
            MvcResult list = get(person, "/editor/list.csv?move=any");
            assertThat(body(list)).doesNotContain("secret");
        }
        assertThat(status(get(AUTHOR, "/editor"))).isEqualTo(404);
        assertThat(status(get(AUTHOR, "/editor/list.csv"))).isEqualTo(404);
        assertThat(status(get(AUTHOR, "/editor/views"))).isEqualTo(404);
        assertThat(jdbc.sql("select handling_editor is null from manuscript where id = ?")
                        .param(row.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void an_act_needs_the_pages_own_form() throws Exception {
        DeskRow row = screening(1).put(jdbc);
        int status = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post("/editor/acts")
                                .header(org.imprimatur.web.acting.Assertions.PERSON_HEADER, assertion(farah))
                                .param("m", row.number())
                                .param("act", "take"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(403);
    }

    private MvcResult acts(SignedIn person, String act, String editor, DeskRow... rows) {
        return post(
                person,
                "/editor/acts",
                "act",
                act,
                "editor",
                editor,
                "back",
                "queue=to-screen",
                "m",
                Arrays.stream(rows).map(DeskRow::number).collect(Collectors.joining(",")));
    }

    @Test
    void the_list_as_a_file_has_all_pages_and_runs_nothing() throws Exception {
        for (int n = 1; n <= 30; n++) {
            screening(n).put(jdbc);
        }
        screening(31).titled("=cmd|' /C calc'!A0, \"quoted\"").put(jdbc);
        MvcResult begun = get(farah, "/editor/list.csv?sort=number");
        begun.getAsyncResult(10_000);
        MvcResult file = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(begun))
                .andReturn();
        String[] lines = body(file).split("\r\n");
        assertThat(file.getResponse().getContentType()).startsWith("text/csv");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("manuscripts.csv");
        assertThat(lines).hasSize(32);
        assertThat(lines[0]).startsWith("\ufeffNumber,Title,Authors");
        assertThat(lines[31]).contains(",\"'=cmd|' /C calc'!A0, \"\"quoted\"\"\",");
    }

    @Test
    void a_view_is_saved_found_renamed_and_deleted_by_whose_it_is() {
        post(farah, "/editor/views", "name", "Late <b>ones</b>", "asked", "late=true&sort=due&evil=//x");
        String page = body(get(farah, "/editor"));
        assertThat(page)
                .contains("Late &lt;b&gt;ones&lt;/b&gt;", "/editor?late=true&amp;sort=due\"")
                .doesNotContain("evil");
        assertThat(body(get(sana, "/editor"))).doesNotContain("Late &lt;b&gt;");
        String id = jdbc.sql("select id from saved_view where account = ?")
                .param(farah.account())
                .query(String.class)
                .single();
        assertThat(status(post(sana, "/editor/views/" + id, "name", "mine"))).isEqualTo(404);
        assertThat(status(post(farah, "/editor/views/" + id, "name", ""))).isEqualTo(422);
        post(sana, "/editor/views/" + id + "/deletion");
        assertThat(status(post(farah, "/editor/views/" + id, "name", "Overdue")))
                .isEqualTo(303);
        assertThat(text(get(farah, "/editor/views"))).contains("Overdue");
        assertThat(status(post(farah, "/editor/views/" + id + "/deletion"))).isEqualTo(303);
        assertThat(text(get(farah, "/editor/views"))).contains("No view is saved");
        assertThat(text(post(farah, "/editor/views", "name", " ", "asked", "late=true")))
                .contains("A name has 1 to 60 characters");
    }

    @Test
    void all_words_are_in_the_bundle() {
        screening(1).put(jdbc);
        deciding(2).put(jdbc);
        for (String path : new String[] {"/editor?move=any", "/editor?q=x", "/editor?step=decision", "/editor/views"}) {
            assertThat(body(get(farah, path))).as(path).doesNotContain("??", ">desk.", "needed.");
        }
    }

    @Test
    void the_pulse_is_for_those_who_answer_for_the_whole_journal() {
        screening(3).put(jdbc);
        String pulse = "/editor/" + journal + "/pulse";
        String page = body(get(farah, pulse));
        assertThat(page)
                .contains("How the journal does", "1 manuscript came in", "<svg", "<rect")
                .doesNotContain("??");
        assertThat(text(get(farah, pulse + "?months=3&section=x"))).contains("no manuscripts came in");
        assertThat(status(get(farah, pulse + "?months=7"))).isEqualTo(400);
        assertThat(status(get(sana, pulse))).isEqualTo(404);
        assertThat(status(get(FARAH, pulse))).isEqualTo(404);
        assertThat(status(get(AUTHOR, pulse))).isEqualTo(404);
    }
}
