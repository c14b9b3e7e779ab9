package org.imprimatur.review.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.testing.Remains;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.service.SealedAddresses;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.words.Languages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What somebody who was asked for reviews by mail has when they sign in. */
class ReviewersAccountTest extends ReviewServiceTest {

    private static final Pattern CONFIRMING = Pattern.compile("https://journal.example.org(/certificates/[\\w-]+)");

    @Autowired
    private MessageHandler<AccountsMerged> merged;

    @Autowired
    private MessageHandler<AccountErased> erased;

    @Autowired
    private SealedAddresses sealed;

    private final SignedIn elena = signedIn("elena-" + UUID.randomUUID(), "Elena P.");
    private final SignedIn mallory = signedIn("mallory-" + UUID.randomUUID(), "Mallory");
    private String manuscript;
    private String invitation;
    private String link;

    @BeforeEach
    void an_invitation() {
        manuscript = underReview();
        invitation = invited(manuscript, "Elena Petrova", "Wei Zhang");
        link = link(invitation);
        process.words.clear();
    }

    private void confirmed(SignedIn who, String... addresses) {
        CONFIRMED.put(who.account(), Set.of(addresses));
    }

    private String own(String more) {
        return "/reviewer/reviews/" + invitation + more;
    }

    private static String[] whole() {
        return new String[] {
            "question", "well", "evidence", "fairly", "earlier-work", "cant-say",
            "to-authors", "A good question.", "to-editor", "I know the field.", "recommendation", "minor"
        };
    }

    private void reviewedByLink() {
        post(null, link, "answer", "yes");
        post(null, link + "/report/look", whole());
        assertThat(status(post(null, link + "/report"))).isEqualTo(303);
    }

    @Test
    void what_is_due_stands_there_with_a_way_to_it_that_needs_no_mail() {
        confirmed(elena, addressOf(invitation));
        MvcResult home = get(elena, "/reviewer");
        assertThat(status(home)).isEqualTo(200);
        assertThat(body(home)).contains("Gas and Diplomacy", "Sample Review", "Answer by", own(""));
        assertThat(body(get(elena, own("")))).contains("Would you review this manuscript?");
        assertThat(post(elena, own(""), "answer", "yes").getResponse().getRedirectedUrl())
                .isEqualTo(own("/report"));
        assertThat(body(get(elena, "/reviewer"))).contains("Review by", "Write the review");
    }

    @Test
    void a_review_begun_by_the_mails_link_is_the_same_in_the_account() {
        confirmed(elena, addressOf(invitation));
        post(null, link, "answer", "yes");
        post(null, link + "/report/draft", "to-authors", "Begun by the link");
        assertThat(body(get(elena, "/reviewer"))).contains("Go on with the review");
        assertThat(body(get(elena, own("/report")))).contains("Begun by the link");
        post(elena, own("/report/draft"), "to-authors", "Gone on with in the account");
        assertThat(body(get(null, link + "/report"))).contains("Gone on with in the account");
        post(elena, own("/report/look"), whole());
        assertThat(status(post(elena, own("/report")))).isEqualTo(303);
        assertThat(status(post(null, link + "/report"))).as("handed in once").isEqualTo(409);
    }

    @Test
    void what_was_done_by_the_mails_link_appears_when_the_address_is_confirmed_and_goes_when_it_is_given_up() {
        reviewedByLink();
        String invited = addressOf(invitation);
        confirmed(elena, "another@example.org");
        assertThat(body(get(elena, "/reviewer"))).contains("None yet").doesNotContain("Gas and Diplomacy");
        confirmed(elena, "another@example.org", invited.toUpperCase(Locale.ROOT));
        assertThat(body(get(elena, "/reviewer"))).contains("Gas and Diplomacy", "Minor revision", "SAM-" + manuscript);
        assertThat(body(get(elena, own("")))).contains("Your review is in", "A good question.");
        confirmed(elena, "another@example.org");
        assertThat(body(get(elena, "/reviewer"))).doesNotContain("Gas and Diplomacy");
        assertThat(status(get(elena, own("")))).isEqualTo(404);
    }

    @Test
    void two_addresses_of_one_person_are_one_list() {
        String other = invited(underReview(), "E. Petrova");
        confirmed(elena, addressOf(invitation), addressOf(other));
        assertThat(body(get(elena, "/reviewer"))).contains(own(""), "/reviewer/reviews/" + other);
    }

    @Test
    void declined_and_ended_ones_stand_below() {
        confirmed(elena, addressOf(invitation));
        post(elena, own(""), "answer", "no", "reason", "no time");
        assertThat(body(get(elena, "/reviewer"))).contains("Declined and ended", "declined ", "Nothing waits for you");
    }

    /** Every page behind somebody else's invitation, for one who has claimed the address and not confirmed it. */
    @Test
    void nobody_sees_or_changes_what_was_sent_to_an_address_that_is_not_confirmed_to_be_theirs() {
        post(null, link, "answer", "yes");
        confirmed(mallory, "mallory@example.org", addressOf(invitation) + ".example", "x" + addressOf(invitation));
        assertThat(body(get(mallory, "/reviewer"))).doesNotContain("Gas and Diplomacy");
        for (String page : List.of("", "/report", "/report/copy")) {
            MvcResult seen = get(mallory, own(page));
            assertThat(status(seen)).as(page).isEqualTo(404);
            assertThat(body(seen)).doesNotContain("Gas", "Elena");
        }
        for (String act : List.of("", "/report/draft", "/report/look", "/report", "/withdrawal")) {
            assertThat(status(post(mallory, own(act), whole()))).as(act).isEqualTo(404);
        }
        assertThat(body(get(null, link + "/report"))).doesNotContain("A good question.");
        assertThat(status(post(mallory, "/reviewer/certificates/review", "review", invitation)))
                .isEqualTo(404);
        assertThat(get(null, "/reviewer").getResponse().getRedirectedUrl()).contains("/sign-in");
        assertThat(get(null, own("")).getResponse().getRedirectedUrl()).contains("/sign-in");
    }

    @Test
    void no_page_of_the_account_names_an_author_or_another_reviewer() {
        confirmed(elena, addressOf(invitation));
        List<MvcResult> pages = new ArrayList<>();
        pages.add(get(elena, "/reviewer"));
        pages.add(get(elena, own("")));
        post(elena, own(""), "answer", "yes");
        pages.add(get(elena, own("/report")));
        pages.add(get(elena, own("/report/copy")));
        pages.add(post(elena, own("/report/look"), whole()));
        post(elena, own("/report"));
        pages.add(get(elena, "/reviewer"));
        pages.add(get(elena, own("")));
        pages.add(get(elena, "/reviewer/profile"));
        post(elena, "/reviewer/certificates/review", "review", invitation);
        pages.add(get(elena, "/reviewer/certificates"));
        for (MvcResult page : pages) {
            assertThat(status(page)).isEqualTo(200);
            assertThat(body(page))
                    .doesNotContain(AUTHORS_NAMES.toArray(String[]::new))
                    .doesNotContain("Wei Zhang");
        }
    }

    @Test
    void whoever_has_handed_in_by_the_link_is_offered_an_account_once_and_not_before() {
        assertThat(body(get(null, link))).doesNotContain("/sign-up");
        reviewedByLink();
        assertThat(body(get(null, link)))
                .contains("/sign-up?address=" + addressOf(invitation), "You never need one to review");
        assertThat(body(get(elena, link))).doesNotContain("/sign-up").contains("/reviewer");
    }

    private String choosing() {
        return "/editor/manuscripts/SAM-" + manuscript + "/reviewers";
    }

    @Test
    void editors_see_who_is_away_and_ask_them_only_with_a_reason_until_they_are_back() {
        String other = invited(underReview(), "Elena Away");
        confirmed(elena, addressOf(other));
        String until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(20)
                .toString();
        assertThat(status(post(elena, "/reviewer/profile/away", "until", until, "note", "Short <b>ones</b> are fine.")))
                .isEqualTo(303);
        assertThat(body(get(elena, "/reviewer/profile"))).contains("away until", "I am back");
        assertThat(jdbc.sql("select answer_by from invitation where id = ?")
                        .param(other)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .as("what was asked keeps its time")
                .isAfter(clock.instant().plus(Duration.ofDays(13)));
        String reviewer = jdbc.sql("select reviewer from invitation where id = ?")
                .param(other)
                .query(String.class)
                .single();
        String search = choosing() + "?q=Elena Away";
        assertThat(body(get(SANA, search))).contains("away until", "Short &lt;b&gt;ones&lt;/b&gt; are fine.");
        process.waitsFor(PersonsStep.CHOOSE_REVIEWERS);
        MvcResult refused = post(SANA, choosing(), "chosen", reviewer);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("Elena Away is away until " + until, "why-away");
        assertThat(status(post(SANA, choosing(), "chosen", reviewer, "why-away", "She offered to read it.")))
                .isEqualTo(303);
        assertThat(body(get(SANA, "/editor/manuscripts/SAM-" + manuscript)))
                .contains("chose Elena Away, who is away", "She offered to read it.");
        assertThat(status(post(elena, "/reviewer/profile/back"))).isEqualTo(303);
        assertThat(status(post(elena, "/reviewer/profile/back")))
                .as("nothing to undo")
                .isEqualTo(303);
        assertThat(body(get(SANA, search))).doesNotContain("away until");
    }

    @Test
    void a_day_that_is_over_or_none_is_422_and_what_was_typed_comes_back() {
        confirmed(elena, addressOf(invitation));
        for (String day : List.of("2001-01-01", "soon", "", "9999-12-31")) {
            MvcResult page = post(elena, "/reviewer/profile/away", "until", day, "note", "a note to keep");
            assertThat(status(page)).as(day).isEqualTo(422);
            assertThat(body(page)).contains("a note to keep");
        }
        assertThat(status(get(elena, "/reviewer/profile"))).isEqualTo(200);
    }

    @Test
    void editors_see_and_find_what_a_reviewer_says_they_know() {
        confirmed(elena, addressOf(invitation));
        String rare = "pipelines" + UUID.randomUUID();
        assertThat(body(get(elena, "/reviewer/profile"))).contains("diplomacy");
        assertThat(status(post(
                        elena,
                        "/reviewer/profile/expertise",
                        "keywords",
                        "diplomacy",
                        "keywords-more",
                        rare + ", Diplomacy , gas law",
                        "subjects-more",
                        "Energy",
                        "languages",
                        "en",
                        "languages-more",
                        "ur")))
                .isEqualTo(303);
        assertThat(body(get(elena, "/reviewer/profile"))).contains("gas law", "Energy", "Urdu");
        assertThat(body(get(FARAH, "/editor/sam/reviewers?q=" + rare)))
                .contains("Elena Petrova", "gas law", "Energy", "English, Urdu");
        MvcResult refused = post(elena, "/reviewer/profile/expertise", "languages", "klingon", "keywords-more", "kept");
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("Choose among the languages", "kept");
    }

    @Test
    void what_one_says_is_seen_at_ones_own_addresses_alone_and_no_more_when_one_is_given_up() {
        confirmed(elena, addressOf(invitation));
        String rare = "rivers" + UUID.randomUUID();
        post(elena, "/reviewer/profile/expertise", "keywords-more", rare);
        assertThat(body(get(FARAH, "/editor/sam/reviewers?q=" + rare))).contains("Elena Petrova");
        confirmed(elena, "another@example.org");
        get(elena, "/reviewer");
        assertThat(body(get(FARAH, "/editor/sam/reviewers?q=" + rare))).doesNotContain("Elena Petrova");
    }

    @Test
    void a_merged_accounts_profile_and_certificates_are_the_persons() {
        confirmed(elena, addressOf(invitation));
        reviewedByLink();
        String rare = "lakes" + UUID.randomUUID();
        post(elena, "/reviewer/profile/expertise", "keywords-more", rare);
        post(elena, "/reviewer/certificates/review", "review", invitation);
        SignedIn stays = signedIn("stays-" + UUID.randomUUID(), "Elena P.");
        transaction.executeWithoutResult(
                status -> merged.handle(new AccountsMerged(elena.account(), stays.account()), null));
        confirmed(stays, addressOf(invitation));
        assertThat(body(get(stays, "/reviewer/profile"))).contains(rare);
        assertThat(body(get(stays, "/reviewer/certificates"))).contains("https://journal.example.org/certificates/");
        assertThat(body(get(stays, "/reviewer"))).contains("Gas and Diplomacy");
        assertThat(body(get(FARAH, "/editor/sam/reviewers?q=" + rare))).contains("Elena Petrova");
    }

    @Test
    void of_an_erased_account_no_word_and_no_certificate_is_left_and_the_review_stays() {
        confirmed(elena, addressOf(invitation));
        reviewedByLink();
        String rare = "seas" + UUID.randomUUID();
        post(elena, "/reviewer/profile/expertise", "keywords-more", rare);
        post(elena, "/reviewer/certificates/review", "review", invitation);
        String address = confirming(elena);
        for (int time = 0; time < 2; time++) {
            transaction.executeWithoutResult(status -> erased.handle(new AccountErased(elena.account(), null), null));
        }
        assertThat(status(get(null, address))).isEqualTo(404);
        assertThat(body(get(FARAH, "/editor/sam/reviewers?q=" + rare))).doesNotContain("Elena Petrova");
        assertThat(body(get(SANA, "/editor/manuscripts/SAM-" + manuscript))).contains("A good question.");
    }

    @Test
    void nothing_here_leads_to_somebody_who_was_erased_but_what_they_reviewed_stays() {
        String address = addressOf(invitation);
        reviewedByLink();
        post(elena, "/editor/views", "name", "mine", "asked", "queue=decision-due");
        assertThat(Remains.of(address, jdbc)).isNotEmpty();
        var gone = new AccountErased(elena.account(), List.of(sealed.seal(address.toUpperCase(Locale.ROOT))));
        for (int time = 0; time < 2; time++) {
            transaction.executeWithoutResult(status -> erased.handle(gone, null));
        }
        assertThat(Remains.of(address, jdbc)).isEmpty();
        assertThat(body(get(SANA, "/editor/manuscripts/SAM-" + manuscript)))
                .contains("A good question.", "N. N.")
                .doesNotContain("Elena Petrova");
        assertThat(compose(new MailOrder(
                        "again/" + invitation,
                        manuscript,
                        "reviewer/"
                                + jdbc.sql("select reviewer from invitation where id = ?")
                                        .param(invitation)
                                        .query(String.class)
                                        .single(),
                        "review-reminder",
                        Map.of("invitation", invitation, "ordinal", "7"))))
                .isInstanceOf(MailComposer.Moot.class);
    }

    private String confirming(SignedIn person) {
        Matcher address = CONFIRMING.matcher(body(get(person, "/reviewer/certificates")));
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    @Test
    void a_certificate_of_a_year_says_who_for_whom_how_many_and_never_what() throws Exception {
        confirmed(elena, addressOf(invitation));
        reviewedByLink();
        String year = Integer.toString(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear());
        assertThat(status(post(elena, "/reviewer/certificates/year", "year", year)))
                .isEqualTo(303);
        assertThat(status(post(elena, "/reviewer/certificates/year", "year", year)))
                .as("a double click")
                .isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from certificate where account = ?")
                        .param(elena.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String address = confirming(elena);
        String page = body(get(null, address));
        assertThat(page)
                .contains("Elena Petrova", "Sample Review", "1 review of scholarly manuscripts", year)
                .doesNotContain("Gas and Diplomacy", "SAM-" + manuscript, elena.account(), invitation);
        String id = jdbc.sql("select id from certificate where account = ?")
                .param(elena.account())
                .query(String.class)
                .single();
        MvcResult pdf = get(elena, "/reviewer/certificates/" + id + "/pdf");
        assertThat(pdf.getResponse().getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Elena Petrova", "Sample Review", address, year)
                    .doesNotContain("Gas and Diplomacy", "SAM-" + manuscript, "#");
        }
        MvcResult urdu = mvc.perform(MockMvcRequestBuilders.get("/reviewer/certificates/" + id + "/pdf")
                        .header(Assertions.PERSON_HEADER, assertion(elena))
                        .cookie(new Cookie(Languages.COOKIE, "ur")))
                .andReturn();
        try (var document = Loader.loadPDF(urdu.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .as("every sign of it has a glyph")
                    .contains("Elena Petrova", address, year)
                    .containsPattern("\\p{IsArabic}")
                    .doesNotContain("#");
        }
        assertThat(jdbc.sql("select count(*) from certificate where token_hash = ?")
                        .param(address.substring("/certificates/".length()))
                        .query(Integer.class)
                        .single())
                .as("the token itself is kept nowhere")
                .isZero();
    }

    @Test
    void a_certificate_is_ones_own_and_confirms_nothing_once_it_is_taken_back() {
        confirmed(elena, addressOf(invitation));
        reviewedByLink();
        post(elena, "/reviewer/certificates/review", "review", invitation);
        String address = confirming(elena);
        String id = jdbc.sql("select id from certificate where account = ?")
                .param(elena.account())
                .query(String.class)
                .single();
        confirmed(mallory, "mallory@example.org");
        assertThat(status(get(mallory, "/reviewer/certificates/" + id + "/pdf")))
                .isEqualTo(404);
        post(mallory, "/reviewer/certificates/" + id + "/withdrawal");
        assertThat(status(get(null, address))).as("somebody else's withdrawal").isEqualTo(200);
        for (String wrong : List.of(address + "x", "/certificates/" + id, "/certificates/'or'1'='1")) {
            assertThat(status(get(null, wrong))).as(wrong).isEqualTo(404);
        }
        post(elena, "/reviewer/certificates/" + id + "/withdrawal");
        assertThat(status(get(null, address))).isEqualTo(404);
        assertThat(status(get(elena, "/reviewer/certificates/" + id + "/pdf"))).isEqualTo(404);
    }

    @Test
    void nothing_is_certified_that_was_not_handed_in() {
        confirmed(elena, addressOf(invitation));
        assertThat(status(post(elena, "/reviewer/certificates/review", "review", invitation)))
                .isEqualTo(409);
        assertThat(status(post(elena, "/reviewer/certificates/year", "year", "1999")))
                .isEqualTo(422);
        assertThat(status(post(elena, "/reviewer/certificates/year", "year", "soon")))
                .isEqualTo(400);
    }
}
