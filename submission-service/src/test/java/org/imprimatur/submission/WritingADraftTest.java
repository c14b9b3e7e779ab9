package org.imprimatur.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.testing.Author;
import org.imprimatur.submission.testing.Browser;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Writing a draft from several windows, with its files, its people and what the registries know of them. */
class WritingADraftTest {

    private static final RunningService SERVICE = RunningService.get();
    private static final byte[] PICTURE = picture();

    private final Author author = new Author();

    private static byte[] picture() {
        byte[] png = new byte[2_000];
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(signature, 0, png, 0, signature.length);
        return png;
    }

    private static Manuscript stored(String id) {
        return SERVICE.bean(Manuscripts.class).find(id).orElseThrow();
    }

    private Browser.FormFilled attaching(String id, String kind) {
        return author.at(id, "file", "/attachments").tick("kind", kind);
    }

    // two windows, two clicks

    @Test
    void the_first_form_sent_twice_begins_one_draft() {
        Browser.FormFilled first = author.browser()
                .form(author.browser().get("/author/submit"), "/submit")
                .fill("where", "gpr/articles");

        Browser.Page once = first.send();
        Browser.Page twice = first.send();

        assertThat(twice.path()).isEqualTo(once.path());
        assertThat(author.browser().get("/author").html().select("article")).hasSize(1);
    }

    @Test
    void the_same_key_from_another_account_begins_another_draft() {
        Browser.FormFilled mine = author.browser()
                .form(author.browser().get("/author/submit"), "/submit")
                .fill("where", "gpr/articles");
        Author other = new Author();
        Browser.FormFilled theirs = other.browser()
                .form(other.browser().get("/author/submit"), "/submit")
                .fill("where", "gpr/articles")
                .fill("key", mine.value("key"));

        assertThat(theirs.send().path()).isNotEqualTo(mine.send().path());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_windows_that_change_different_fields_both_win(boolean asTyped) {
        String id = author.complete("A Title");
        Browser.FormFilled phone = author.at(id, "about", "/about").fill("title", "From the phone");
        Browser.FormFilled desk = author.at(id, "about", "/about").fill("abstract", "From the desk.\r\nTwo lines.");

        assertThat(author.browser().htmx(phone).status()).isEqualTo(200);
        assertThat((asTyped ? author.browser().htmx(desk) : desk.send()).status())
                .isEqualTo(200);

        assertThat(stored(id).metadata().title()).isEqualTo("From the phone");
        assertThat(stored(id).metadata().abstractText()).isEqualTo("From the desk.\nTwo lines.");
        assertThat(stored(id).metadata().keywords()).containsExactly("water", "rivers");
    }

    private List<String> families(String id) {
        return stored(id).metadata().contributors().stream()
                .map(Metadata.Contributor::family)
                .toList();
    }

    private Browser.FormFilled window(String id) {
        return author.at(id, "contributors", "/contributors");
    }

    private Browser.FormFilled withOneMore(String id, String family) {
        Browser.FormFilled more = author.browser().form(window(id).press("act", "add"), "/contributors");
        return more.fill("given-1", "Q").fill("family-1", family).fill("email-1", family + "@example.org");
    }

    @Test
    void a_contributor_added_in_one_window_and_another_added_in_a_second_both_stay() {
        String id = author.complete("Two Windows");
        Browser.FormFilled first = window(id);
        Browser.FormFilled second = window(id);
        Browser.Page one = first.press("act", "add");
        author.browser()
                .form(one, "/contributors")
                .fill("given-1", "Qamar")
                .fill("family-1", "Khan")
                .fill("email-1", "khan@example.org")
                .send();
        Browser.Page other = second.press("act", "add");
        author.browser()
                .form(other, "/contributors")
                .fill("given-2", "Sana")
                .fill("family-2", "Akhtar")
                .fill("email-2", "akhtar@example.org")
                .send();
        assertThat(families(id)).containsExactly("Mustafa", "Khan", "Akhtar");
    }

    @Test
    void of_two_windows_one_changes_one_contributor_and_the_other_another_as_they_type() {
        String id = author.complete("Two Windows");
        withOneMore(id, "khan").send();
        Browser.FormFilled first = window(id);
        Browser.FormFilled second = window(id);
        assertThat(author.browser().htmx(first.fill("family-0", "Mustafa Shah")).status())
                .isEqualTo(200);
        Browser.Page saved = author.browser().htmx(second.fill("family-1", "Khan Bahadur"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(families(id)).containsExactly("Mustafa Shah", "Khan Bahadur");
        String rows = saved.html().select("#f-was-rows").attr("value");
        assertThat(author.browser()
                        .htmx(second.fill("was-rows", rows).fill("family-1", "Khan B."))
                        .status())
                .isEqualTo(200);
        assertThat(families(id))
                .as("a window goes on from what it stored, and takes nobody else's back")
                .containsExactly("Mustafa Shah", "Khan B.");
    }

    @Test
    void the_same_contributor_changed_in_two_windows_is_shown_twice_and_its_author_chooses() {
        String id = author.complete("Two Windows");
        Browser.FormFilled first = window(id);
        Browser.FormFilled second = window(id);
        first.fill("family-0", "From the first").send();
        Browser.Page told = second.fill("family-0", "From the second").send();
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("changed in another window", "From the first");
        assertThat(families(id)).containsExactly("From the first");
        Browser.FormFilled again = author.browser().form(told, "/contributors");
        assertThat(again.value("family-0")).isEqualTo("From the second");
        again.send();
        assertThat(families(id)).containsExactly("From the second");
    }

    @Test
    void an_order_of_one_window_holds_with_what_another_changed_and_two_orders_are_shown() {
        String id = author.complete("Two Windows");
        withOneMore(id, "khan").send();
        Browser.FormFilled first = window(id);
        Browser.FormFilled second = window(id);
        first.press("act", "down-0");
        second.fill("family-0", "Mustafa Shah").send();
        assertThat(families(id)).containsExactly("khan", "Mustafa Shah");
    }

    @Test
    void reviewers_that_two_windows_name_are_all_named() {
        String id = author.complete("Two Windows");
        Browser.FormFilled first = author.at(id, "reviewers", "/reviewers");
        Browser.FormFilled second = author.at(id, "reviewers", "/reviewers");
        author.browser()
                .form(first.press("act", "suggest"), "/reviewers")
                .fill("name-0", "Ada")
                .fill("email-0", "ada@example.org")
                .fill("why-0", "She knows gas.")
                .send();
        Browser.FormFilled meeting = author.browser().form(second.press("act", "oppose"), "/reviewers");
        int mine = meeting.value("name-0").isEmpty() ? 0 : 1;
        meeting.fill("name-" + mine, "Ben")
                .fill("why-" + mine, "We disagree in print.")
                .send();
        assertThat(stored(id).metadata().reviewers())
                .extracting(Metadata.NamedReviewer::name)
                .containsExactlyInAnyOrder("Ada", "Ben");
    }

    @Test
    void a_window_goes_on_from_what_it_stored_itself() {
        String id = author.complete("A Title");
        Browser.FormFilled desk = author.at(id, "about", "/about").fill("title", "First");
        Browser.Page kept = author.browser().htmx(desk);
        for (var shown : kept.html().select("input[name^=was-]")) {
            desk.fill(shown.attr("name"), shown.attr("value"));
        }
        assertThat(author.browser().htmx(desk.fill("title", "Second")).status()).isEqualTo(200);
        assertThat(stored(id).metadata().title()).isEqualTo("Second");
    }

    @Test
    void of_one_field_that_both_changed_the_second_sees_the_firsts_and_the_other_fields_stay() {
        String id = author.complete("A Title");
        Browser.FormFilled phone = author.at(id, "about", "/about");
        Browser.FormFilled desk = author.at(id, "about", "/about").fill("title", "From the desk");
        author.browser().htmx(phone.fill("title", "From the phone").fill("abstract", "The phone’s abstract."));

        Browser.Page told = desk.send();

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("From the phone");
        Browser.FormFilled again = author.browser().form(told, "/about");
        assertThat(again.value("title")).as("its own text").isEqualTo("From the desk");
        assertThat(again.value("abstract")).isEqualTo("The phone’s abstract.");
        again.send();
        assertThat(stored(id).metadata().title()).isEqualTo("From the desk");
        assertThat(stored(id).metadata().abstractText()).isEqualTo("The phone’s abstract.");
    }

    @Test
    void writing_over_one_field_takes_no_other_windows_field_back() {
        String id = author.complete("A Title");
        Browser.FormFilled phone = author.at(id, "about", "/about");
        Browser.FormFilled desk = author.at(id, "about", "/about").fill("title", "From the desk");
        author.browser().htmx(phone.fill("title", "From the phone").fill("abstract", "The phone’s abstract."));

        Browser.Page told = author.browser().htmx(desk);
        desk.press("over", told.html().selectFirst("button[name=over]").attr("value"));

        assertThat(stored(id).metadata().title()).isEqualTo("From the desk");
        assertThat(stored(id).metadata().abstractText()).isEqualTo("The phone’s abstract.");
    }

    @Test
    void what_another_device_stored_is_shown_in_place_and_nothing_is_overwritten_until_the_author_chooses() {
        String id = author.complete("A Title");
        Browser.FormFilled phone = author.at(id, "about", "/about");
        Browser.FormFilled desk = author.at(id, "about", "/about").fill("title", "From the desk");
        author.browser().htmx(phone.fill("title", "From the phone"));

        Browser.Page told = author.browser().htmx(desk);

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.response().headers().firstValue("HX-Retarget")).contains("#meanwhile");
        assertThat(told.text()).contains("changed in another window", "From the phone", "Keep mine");
        assertThat(author.browser().htmx(desk).status())
                .as("typing on stores nothing")
                .isEqualTo(409);
        assertThat(stored(id).metadata().title()).isEqualTo("From the phone");
        String over = told.html().selectFirst("button[name=over]").attr("value");
        assertThat(desk.press("over", over).status()).isEqualTo(200);
        assertThat(stored(id).metadata().title()).isEqualTo("From the desk");
    }

    @Test
    void a_field_that_cannot_be_kept_says_why_beside_it_and_the_others_are_kept() {
        String id = author.complete("A Title");

        Browser.Page answer = author.browser()
                .htmx(author.at(id, "about", "/about")
                        .fill("title", "A Title in the Making")
                        .fill("abstract", "x".repeat(20_001)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().getElementById("why-abstract").text()).contains("20,001 characters");
        assertThat(answer.html().getElementById("why-title").text()).isEmpty();
        assertThat(stored(id).metadata().title()).isEqualTo("A Title in the Making");
        assertThat(stored(id).metadata().abstractText()).isEqualTo("How water is shared.");
    }

    @Test
    void whose_session_ended_while_typing_is_led_to_sign_in_and_back_to_the_page() {
        String id = author.complete("A Title");
        Browser.FormFilled typing = author.at(id, "about", "/about").fill("title", "Typed too late");

        Browser.Page answer = author.browser()
                .signedOut()
                .htmx(typing, "HX-Current-URL", "http://localhost/author/manuscripts/" + id + "/about");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("HX-Redirect"))
                .contains("/sign-in?next=%2Fauthor%2Fmanuscripts%2F" + id + "%2Fabout");
        assertThat(stored(id).metadata().title()).isEqualTo("A Title");
        assertThat(author.page(id, "about").html().select("form[data-kept]"))
                .as("the page's script keeps the words meanwhile")
                .hasSize(1);
    }

    // what the file says

    @Test
    void what_a_later_file_says_otherwise_is_offered_field_by_field() {
        String id = author.complete("A Title");
        author.at(id, "file", "/file")
                .attach("file", "later.docx", WordFiles.manuscript("The Title of the File"))
                .send();

        Browser.Page about = author.page(id, "about");
        assertThat(about.text()).contains("Your file says otherwise", "The Title of the File");
        Browser.Page taken = author.browser().form(about, "/about").press("act", "take-title");
        Browser.Page left = author.browser().form(taken, "/about").press("act", "leave-abstract");

        assertThat(stored(id).metadata().title()).isEqualTo("The Title of the File");
        assertThat(stored(id).metadata().abstractText()).isEqualTo("How water is shared.");
        assertThat(left.text()).doesNotContain("Your file says otherwise");
    }

    @Test
    void a_citation_is_mended_in_the_file_itself() {
        String id = author.draft();
        author.at(id, "file", "/file")
                .attach("file", "water.docx", WordFiles.mistyped("Water"))
                .send();
        Browser.Page file = author.page(id, "file");
        assertThat(stored(id).file().orElseThrow().intake().errors()).isEqualTo(1);
        Browser.FormFilled mending = author.browser().form(file, "/mending");
        assertThat(mending.value("words")).isEqualTo("Molnar, 2022");

        Browser.Page mended = mending.send();

        assertThat(mended.text()).contains("They all agree");
        assertThat(stored(id).file().orElseThrow().intake().errors()).isZero();
        assertThat(mending.send().status()).as("pressed twice").isEqualTo(200);
    }

    @Test
    void a_place_that_the_report_does_not_name_is_not_mended() {
        String id = author.draft();
        author.at(id, "file", "/file")
                .attach("file", "water.docx", WordFiles.mistyped("Water"))
                .send();
        Manuscript before = stored(id);

        for (String finding : List.of("0", "99", "-1", "none")) {
            author.at(id, "file", "/mending").fill("finding", finding).send();
        }
        Browser.Page empty =
                author.at(id, "file", "/mending").fill("words", " ").send();

        assertThat(stored(id)).isEqualTo(before);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Write what shall stand there instead");
    }

    // files that go with it

    @Test
    void files_of_several_kinds_go_with_the_manuscript_and_into_its_metadata() {
        String id = author.complete("A Title");
        attaching(id, "figure").attach("attachment", "map.png", PICTURE).send();
        attaching(id, "cover-letter")
                .attach("attachment", "letter.txt", "Dear editors".getBytes(UTF_8))
                .send();
        attaching(id, "figure").attach("attachment", "map.png", PICTURE).send();

        assertThat(author.page(id, "look").text()).contains("map.png", "letter.txt", "Letter to the editors");
        author.at(id, "look", "/submission").send();

        ManuscriptMetadata metadata = metadata(id);
        assertThat(metadata.files())
                .extracting(ManuscriptMetadata.File::kind, ManuscriptMetadata.File::mediaType)
                .containsExactlyInAnyOrder(tuple("figure", "image/png"), tuple("cover-letter", "text/plain"));
        String picture = stored(id).versions().get(0).attachments().get(0).sha256();
        assertThat(SERVICE.bean(DocumentReferences.class).referencedAmong(Set.of(picture, "0".repeat(64))))
                .containsExactly(picture);
        assertThat(author.page(id, "files/" + picture).response().headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(new Author().page(id, "files/" + picture).status()).isEqualTo(404);
    }

    private static ManuscriptMetadata metadata(String id) {
        String document = stored(id).versions().get(0).metadata();
        return SERVICE.bean(JsonMapper.class)
                .readValue(SERVICE.bean(Documents.class).read(document).orElseThrow(), ManuscriptMetadata.class);
    }

    static Stream<Arguments> unfit() {
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z'}, 4_096);
        return Stream.of(
                Arguments.of("figure", "map.png", program, "no picture that can be printed"),
                Arguments.of("figure", "map.svg", "<svg onload=alert(1)></svg>".getBytes(UTF_8), "no picture"),
                Arguments.of("table", "table.xlsx", PICTURE, "no table that can be read"),
                Arguments.of("cover-letter", "letter.html", "<html><script>1</script>".getBytes(UTF_8), "no letter"),
                Arguments.of("supplementary", "run.exe", program, "of a kind that is not taken"),
                Arguments.of("supplementary", "empty.csv", new byte[0], "is empty"),
                Arguments.of("", "map.png", PICTURE, "Choose what kind of file it is"));
    }

    @ParameterizedTest(name = "{1} as {0}")
    @MethodSource("unfit")
    void a_file_is_what_it_holds_whatever_its_name_says(String kind, String name, byte[] content, String because) {
        String id = author.draft();

        Browser.Page answer =
                attaching(id, kind).attach("attachment", name, content).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(because);
        assertThat(stored(id).attachments()).isEmpty();
    }

    @Test
    void of_several_files_at_once_the_good_ones_are_kept() {
        String id = author.draft();

        Browser.Page answer = attaching(id, "figure")
                .attach("attachment", "good.png", PICTURE)
                .attach("attachment", "bad.png", "words".getBytes(UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(stored(id).attachments()).extracting(Attachment::name).containsExactly("good.png");
    }

    @Test
    void a_file_is_taken_out_once_and_pressing_again_does_no_harm() {
        String id = author.draft();
        attaching(id, "figure").attach("attachment", "map.png", PICTURE).send();
        Browser.FormFilled removal = author.at(id, "file", "/removal");

        assertThat(removal.send().status()).isEqualTo(200);
        assertThat(removal.send().status()).isEqualTo(200);

        assertThat(stored(id).attachments()).isEmpty();
    }

    // people

    @Test
    void an_orcid_record_fills_what_is_empty_and_overwrites_nothing() {
        String id = author.draft();
        Browser.FormFilled form = author.at(id, "contributors", "/contributors")
                .fill("given-0", "Joe")
                .fill("family-0", "")
                .fill("orcid-0", "https://orcid.org/0000-0002-1825-0097");

        Browser.Page known = form.press("act", "orcid-0");

        assertThat(known.text()).contains("ORCID knows Josiah Carberry");
        Metadata.Contributor contributor = stored(id).metadata().contributors().get(0);
        assertThat(contributor.given()).isEqualTo("Joe");
        assertThat(contributor.family()).isEqualTo("Carberry");
        assertThat(contributor.position()).isEqualTo("Professor");
        assertThat(contributor.orcid()).isEqualTo("0000-0002-1825-0097");
        assertThat(contributor.affiliations())
                .containsExactly(new Metadata.Affiliation("Psychoceramics, Brown University, Providence", "05gq02987"));
    }

    @Test
    void an_orcid_that_does_not_check_asks_nobody_and_an_unknown_one_says_so() {
        String id = author.draft();

        Browser.Page slip = author.at(id, "contributors", "/contributors")
                .fill("orcid-0", "0000-0002-1825-0098")
                .press("act", "orcid-0");
        Browser.Page unknown = author.at(id, "contributors", "/contributors")
                .fill("orcid-0", "0000-0001-5109-3700")
                .press("act", "orcid-0");

        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.html().getElementById("f-orcid-0-e").text()).contains("this is no ORCID iD");
        assertThat(unknown.html().getElementById("f-orcid-0-e").text()).contains("no public record");
    }

    @Test
    void institutions_are_found_and_chosen_and_a_department_stays_as_typed() {
        String id = author.complete("A Title");
        Browser.Page found = author.at(id, "contributors", "/contributors")
                .fill("affiliation-0", "Department of Politics, GC University, Faisalabad")
                .press("act", "ror-0-0");
        assertThat(found.text()).contains("Which one is it?", "Government College University, Faisalabad");

        Browser.Page chosen = author.browser().form(found, "/contributors").press("act", "choose-0-0-051zgra59");

        assertThat(chosen.text()).contains("ROR 051zgra59");
        assertThat(stored(id).metadata().contributors().get(0).affiliations())
                .containsExactly(
                        new Metadata.Affiliation("Department of Politics, GC University, Faisalabad", "051zgra59"));
        Browser.Page second = author.browser().form(chosen, "/contributors").press("act", "place-0");
        author.browser()
                .form(second, "/contributors")
                .fill("affiliation-0-1", "University of the Punjab, Lahore")
                .send();
        author.at(id, "look", "/submission").send();
        assertThat(metadata(id).contributors().get(0).affiliations())
                .extracting(ManuscriptMetadata.Affiliation::name, ManuscriptMetadata.Affiliation::ror)
                .containsExactly(
                        tuple("Department of Politics, GC University, Faisalabad", "051zgra59"),
                        tuple("University of the Punjab, Lahore", null));
    }

    @Test
    void while_the_registries_are_away_what_was_typed_is_kept_and_is_enough() {
        String id = author.complete("A Title");
        SERVICE.registries().away(true);
        try {
            Browser.Page answer = author.at(id, "contributors", "/contributors")
                    .fill("affiliation-0", "Somewhere Else")
                    .press("act", "ror-0-0");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("The registry does not answer now");
            assertThat(stored(id).metadata().contributors().get(0).place()).isEqualTo("Somewhere Else");
        } finally {
            SERVICE.registries().away(false);
        }
        assertThat(author.page(id, "look").html().select("form[action$=/submission] button[disabled]"))
                .isEmpty();
    }

    @Test
    void a_contributor_is_dropped_at_another_place() {
        String id = author.complete("A Title");
        Browser.Page two = author.at(id, "contributors", "/contributors").press("act", "add");
        Browser.Page three = author.browser()
                .form(two, "/contributors")
                .fill("family-1", "Wakil")
                .press("act", "add");
        author.browser().form(three, "/contributors").fill("family-2", "Khan").press("act", "move-2-0");

        assertThat(stored(id).metadata().contributors())
                .extracting(Metadata.Contributor::family)
                .containsExactly("Khan", "Mustafa", "Wakil");
        author.at(id, "contributors", "/contributors").press("act", "move-7-0");
        author.at(id, "contributors", "/contributors").press("act", "move-x-y-z");
        assertThat(stored(id).metadata().contributors()).hasSize(3);
    }

    // iDs

    private static String handedInWith(Author author, String orcid) {
        String id = author.complete("A Title");
        author.at(id, "contributors", "/contributors").fill("orcid-0", orcid).send();
        author.at(id, "look", "/submission").send();
        return id;
    }

    @Test
    void an_id_that_its_holder_proved_is_proposed_and_handed_in_as_authenticated() {
        Author proven = Author.withOrcid();
        assertThat(proven.at(proven.draft(), "contributors", "/contributors").value("orcid-0"))
                .isEqualTo("0000-0002-1825-0097");
        String id = handedInWith(proven, "0000-0002-1825-0097");
        assertThat(metadata(id).contributors().get(0).orcidAuthenticated()).isTrue();
    }

    @Test
    void an_id_that_was_only_typed_is_not_marked_whoever_types_it() {
        assertThat(metadata(handedInWith(author, "0000-0002-1825-0097")).contributors())
                .extracting(ManuscriptMetadata.Contributor::orcidAuthenticated)
                .containsExactly(false);
        String another = handedInWith(Author.withOrcid(), "0000-0001-5109-3700");
        assertThat(metadata(another).contributors())
                .extracting(ManuscriptMetadata.Contributor::orcidAuthenticated)
                .containsExactly(false);
        Author proven = Author.withOrcid();
        String id = author.complete("A Title");
        author.at(id, "contributors", "/contributors")
                .fill("account-0", proven.account())
                .fill("orcid-0", "0000-0002-1825-0097")
                .send();
        author.at(id, "look", "/submission").send();
        assertThat(metadata(id).contributors().get(0).orcidAuthenticated())
                .as("somebody else's account")
                .isFalse();
    }

    // reviewers

    @Test
    void suggested_and_opposed_reviewers_go_with_the_metadata_and_into_no_message() {
        String id = author.complete("A Title");
        Browser.Page one = author.at(id, "reviewers", "/reviewers").press("act", "suggest");
        Browser.Page two = author.browser()
                .form(one, "/reviewers")
                .fill("name-0", "Ada Paper")
                .fill("email-0", "ada@example.org")
                .fill("institution-0", "University of Somewhere")
                .fill("why-0", "She knows rivers.")
                .press("act", "oppose");
        Browser.Page sent = author.browser()
                .form(two, "/reviewers")
                .fill("name-1", "Ben Inkwell")
                .fill("why-1", "We disagree in print.")
                .send();

        assertThat(sent.path()).endsWith("/look");
        assertThat(sent.text()).contains("Ada Paper", "Ben Inkwell");
        author.at(id, "look", "/submission").send();
        assertThat(metadata(id).suggestedReviewers())
                .containsExactly(new ManuscriptMetadata.NamedReviewer(
                        "Ada Paper", "ada@example.org", "University of Somewhere", "She knows rivers."));
        assertThat(metadata(id).opposedReviewers())
                .extracting(ManuscriptMetadata.NamedReviewer::name)
                .containsExactly("Ben Inkwell");
        assertThat(author.page(id, "").text()).doesNotContain("Ben Inkwell");
    }

    @Test
    void naming_nobody_is_fine_and_rows_left_empty_are_given_up() {
        String id = author.complete("A Title");
        Browser.Page row = author.at(id, "reviewers", "/reviewers").press("act", "suggest");

        assertThat(author.browser().form(row, "/reviewers").send().path()).endsWith("/look");
        assertThat(stored(id).metadata().reviewers()).isEmpty();
    }
}
