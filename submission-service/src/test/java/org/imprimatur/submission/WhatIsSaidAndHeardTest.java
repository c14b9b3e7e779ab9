package org.imprimatur.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.accounts.AccountErased;
import org.imprimatur.contracts.accounts.AccountsMerged;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.contracts.publication.Section;
import org.imprimatur.contracts.review.ManuscriptAccepted;
import org.imprimatur.contracts.review.ManuscriptMoved;
import org.imprimatur.contracts.review.ManuscriptRejected;
import org.imprimatur.contracts.review.ManuscriptReturned;
import org.imprimatur.contracts.review.Mover;
import org.imprimatur.contracts.review.Next;
import org.imprimatur.contracts.review.RevisionRequested;
import org.imprimatur.contracts.submission.RestateSubmission;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.testing.Remains;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.service.SealedAddresses;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.portal.Journey;
import org.imprimatur.submission.portal.Journeys;
import org.imprimatur.submission.portal.Place;
import org.imprimatur.submission.testing.Author;
import org.imprimatur.submission.testing.Ear;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.Voice;
import org.imprimatur.submission.testing.WordFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the service says on real Kafka, and what it takes in from there. */
class WhatIsSaidAndHeardTest {

    private static final RunningService SERVICE = RunningService.get();
    private static final Voice REVIEW = new Voice("review");
    private static final Voice PUBLICATION = new Voice("publication");
    private static final Voice GATEWAY = new Voice("gateway");
    private static final Instant NOW = Instant.parse("2024-02-08T10:00:00Z");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Author author = new Author();

    @AfterAll
    static void stop() {
        REVIEW.close();
        PUBLICATION.close();
        GATEWAY.close();
    }

    private static String schema(String type) {
        try (InputStream schema =
                Message.class.getResourceAsStream("/org/imprimatur/contracts/schemas/" + type + ".json")) {
            return new String(schema.readAllBytes(), UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Manuscript stored(String id) {
        return SERVICE.bean(Manuscripts.class).find(id).orElseThrow();
    }

    private Journey journey(String id) {
        return SERVICE.bean(Journeys.class).of(id);
    }

    private static void soon(ThrowingRunnable holds) {
        await().untilAsserted(holds);
    }

    // said

    @Test
    void what_authors_do_is_said_in_order_by_the_contract_without_a_name_an_address_or_a_word_of_text() {
        String id = author.handedIn("A Title Nobody Reads on the Wire");
        REVIEW.say(new RevisionRequested(id, 1, "major", "a".repeat(64), NOW.plusSeconds(86_400), 1, NOW), NOW);
        soon(() -> assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.REOPENED));
        author.at(id, "file", "/file")
                .attach("file", "revised.docx", WordFiles.manuscript("A Title"))
                .send();
        author.at(id, "file", "/response")
                .fill("response", "Our secret answer.")
                .send();
        author.at(id, "look", "/submission").send();
        author.at(id, "", "/withdrawal").fill("reason", "Our secret reason.").send();

        List<CloudEvent> said;
        try (Ear ear = new Ear("imprimatur.submission")) {
            said = ear.about(id, 3);
        }

        assertThat(said)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "imprimatur.submission.manuscript-submitted.v1",
                        "imprimatur.submission.manuscript-revised.v1",
                        "imprimatur.submission.manuscript-withdrawn.v1");
        assertThat(said).allSatisfy(event -> {
            String body = new String(event.getData().toBytes(), UTF_8);
            assertThat(SCHEMAS.getSchema(schema(event.getType()), InputFormat.JSON)
                            .validate(body, InputFormat.JSON))
                    .isEmpty();
            assertThat(event.getExtension("actor")).isEqualTo(author.account());
            assertThat(body)
                    .doesNotContainIgnoringCase(
                            "ghulam", "mustafa", "example.org", "a title", "water", "secret", "revised.docx");
        });
        JsonMapper json = JsonMapper.builder().build();
        var submitted = json.readTree(said.get(0).getData().toBytes());
        assertThat(submitted.get("articleType").asString()).isEqualTo("research-article");
        assertThat(submitted.get("authorAccounts").get(0).asString()).isEqualTo(author.account());
        assertThat(SERVICE.bean(Documents.class).read(submitted.get("metadata").asString()))
                .hasValueSatisfying(
                        metadata -> assertThat(new String(metadata, UTF_8)).contains("Mustafa"));
    }

    @Test
    void every_contributor_gets_one_receipt_and_its_state_is_shown() {
        String id = author.complete("A Title");
        author.browser()
                .form(author.at(id, "contributors", "/contributors").press("act", "add"), "/contributors")
                .fill("given-1", "Imran")
                .fill("family-1", "Wakil")
                .fill("email-1", "imran-" + author.account() + "@example.org")
                .fill("affiliation-1", "GCU")
                .send();
        author.at(id, "look", "/submission").send();

        soon(() -> assertThat(author.page(id, "").html().select("#receipts + ul .is-done"))
                .hasSize(2));
        assertThat(SERVICE.mails().messages())
                .filteredOn(mail -> mail.isTo("imran-" + author.account() + "@example.org"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("has received your manuscript");
                    assertThat(mail.text())
                            .hasValueSatisfying(text -> assertThat(text)
                                    .contains("Dear Imran Wakil")
                                    .contains("Ghulam Mustafa, Imran Wakil")
                                    .doesNotContain("https://journal.example.org/author"));
                });
        assertThat(author.page(id, "").text()).contains("Imran Wakil");
    }

    @Test
    void every_contributor_of_the_last_version_learns_of_a_withdrawal() {
        String id = author.handedIn("A Title");
        author.at(id, "", "/withdrawal").send();

        soon(() -> assertThat(SERVICE.mails().messages())
                .filteredOn(mail -> mail.isTo(author.account() + "@example.org"))
                .extracting(MailMessage::subject)
                .anyMatch(subject -> subject.endsWith("has taken note of your withdrawal")));
        soon(() -> assertThat(author.page(id, "").html().select("#receipts + ul .is-done"))
                .hasSize(2));
        assertThat(author.page(id, "").html().select("#receipts + ul").text()).contains("withdrawal");
    }

    // heard

    @Test
    void a_journal_that_is_configured_takes_manuscripts_and_an_older_form_of_it_changes_nothing() {
        String journal = "j" + UUID.randomUUID();
        PUBLICATION.say(configured(journal, 2, "Journal of Later Things"), NOW);
        PUBLICATION.say(configured(journal, 1, "Journal of Things"), NOW);
        String marker = "m" + UUID.randomUUID();
        PUBLICATION.say(configured(marker, 1, "Said Last"), NOW);

        soon(() -> assertThat(SERVICE.bean(JournalsKnown.class).find(marker)).isPresent());
        soon(() -> assertThat(author.browser().get("/author/submit").text())
                .contains("Journal of Later Things: Articles")
                .doesNotContain("Journal of Things"));
    }

    private static JournalConfigured configured(String journal, int version, String title) {
        return new JournalConfigured(
                journal, version, title, "JT", null, null, List.of(new Section("articles", "Articles")), List.of("en"));
    }

    @Test
    void where_the_manuscript_is_and_what_comes_next_is_shown_as_the_journal_says() {
        String id = author.handedIn("A Title");
        assertThat(author.page(id, "").text()).contains("It has reached the journal");
        REVIEW.sayTwice(new ManuscriptMoved(id, "screening", new Mover("managing-editor", null), NOW, null, null), NOW);
        REVIEW.sayTwice(
                new ManuscriptMoved(
                        id,
                        "peer-review",
                        new Mover("reviewers", null),
                        NOW.plusSeconds(86_400),
                        Instant.parse("2024-03-01T10:00:00Z"),
                        new Next("reminder", Instant.parse("2024-02-20T10:00:00Z"))),
                NOW.plusSeconds(86_400));

        soon(() -> assertThat(journey(id).places())
                .extracting(Place::step)
                .containsExactly(Place.Step.SCREENING, Place.Step.PEER_REVIEW));
        assertThat(author.page(id, "").text())
                .contains("with reviewers")
                .contains("Nothing for you to do. Until 1 March 2024");
    }

    @Test
    void a_step_of_a_newer_journal_is_no_fault() {
        String id = author.handedIn("A Title");
        REVIEW.say(new ManuscriptMoved(id, "ethics-check", new Mover("system", null), NOW, null, null), NOW);

        soon(() -> assertThat(journey(id).places()).hasSize(1));
        assertThat(author.page(id, "").status()).isEqualTo(200);
        assertThat(author.browser().get("/author").text()).contains("The journal is at work on it");
    }

    @Test
    void a_return_and_a_revision_open_it_once_and_their_letters_are_listed_even_while_they_cannot_be_fetched() {
        String id = author.handedIn("A Title");
        REVIEW.sayTwice(new ManuscriptReturned(id, "b".repeat(64), 1, NOW), NOW);
        soon(() -> assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.REOPENED));
        author.at(id, "file", "/file")
                .attach("file", "mended.docx", WordFiles.manuscript("A Title"))
                .send();
        author.at(id, "look", "/submission").send();
        REVIEW.sayTwice(new RevisionRequested(id, 1, "minor", "c".repeat(64), null, null, null), NOW.plusSeconds(9));

        soon(() -> assertThat(stored(id).reopening()).isPresent());
        assertThat(stored(id).versions()).hasSize(2);
        assertThat(journey(id).letters())
                .extracting(Journey.LetterKept::kind)
                .containsExactly("returned", "minor-revision");
        assertThat(author.page(id, "").text())
                .contains("Sent back before review")
                .contains("Minor revision")
                .contains("it is not lost");
    }

    @Test
    void acceptance_proofs_and_publication_are_shown_and_each_takes_effect_once() {
        String id = author.handedIn("A Title");
        REVIEW.sayTwice(new ManuscriptAccepted(id, 1, "d".repeat(64), NOW), NOW);
        PUBLICATION.sayTwice(new ProofReady(id, "proof-1", 10), NOW);
        soon(() -> assertThat(author.browser().get("/author").text())
                .contains("Check the proof")
                .contains("10 pages"));
        PUBLICATION.sayTwice(new ProofCorrectionsRequested(id, "proof-1"), NOW);
        PUBLICATION.sayTwice(new ProofReady(id, "proof-2", 11), NOW);
        soon(() -> assertThat(journey(id).proofToCheck())
                .map(Journey.ProofKnown::proof)
                .contains("proof-2"));
        PUBLICATION.sayTwice(new ProofApproved(id, "proof-2"), NOW);
        soon(() -> assertThat(journey(id).proofToCheck()).isEmpty());
        PUBLICATION.sayTwice(new ArticlePublished(id, "10.31703/gpr.2024(IX-II).03", NOW), NOW);

        soon(() -> assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.PUBLISHED));
        assertThat(author.browser()
                        .get("/author")
                        .html()
                        .select("a[href^=https://doi.org/]")
                        .eachText())
                .containsExactly("10.31703/gpr.2024(IX-II).03");
        assertThat(author.browser().get("/author").text())
                .contains(
                        "Mustafa, G. (2024). <Gas>.",
                        "Page read 120 times; PDF downloaded once",
                        "Citations in other works are not counted");
    }

    @Test
    void a_rejection_ends_it() {
        String id = author.handedIn("A Title");
        REVIEW.sayTwice(new ManuscriptRejected(id, true, "a".repeat(64), NOW), NOW);

        soon(() -> assertThat(stored(id).stage()).isEqualTo(Manuscript.Stage.REJECTED));
        assertThat(author.page(id, "").html().select("form[action$=/withdrawal]"))
                .isEmpty();
    }

    @Test
    void asked_to_restate_it_says_how_a_manuscript_stands_under_a_new_id_and_sends_no_mail() {
        String id = author.handedIn("A Title");
        REVIEW.sayTwice(new RestateSubmission(id), NOW);

        List<CloudEvent> said;
        try (Ear ear = new Ear("imprimatur.submission")) {
            said = ear.about(id, 3);
        }

        // what is still kept goes out again as it was, and the present state behind it
        assertThat(said).hasSize(3);
        assertThat(said.get(1).getId()).isEqualTo(said.get(0).getId());
        assertThat(said.get(2).getId()).isNotEqualTo(said.get(0).getId());
        assertThat(said)
                .extracting(event -> new String(event.getData().toBytes(), UTF_8))
                .allSatisfy(body -> assertThat(body)
                        .isEqualTo(new String(said.get(0).getData().toBytes(), UTF_8)));
        soon(() -> assertThat(author.page(id, "").html().select("#receipts + ul .is-done"))
                .hasSize(1));
    }

    @Test
    void the_manuscripts_of_merged_accounts_are_the_persons_in_whatever_order_it_is_heard() {
        String id = author.handedIn("Two Accounts, One Author");
        Author second = new Author();
        Author third = new Author();
        // of the first into the second, of the second into the third
        GATEWAY.say(new AccountsMerged(second.account(), third.account()), NOW);
        String late = second.draft();
        assertThat(stored(late).owner()).isIn(second.account(), third.account());
        GATEWAY.sayTwice(new AccountsMerged(author.account(), second.account()), NOW);

        soon(() -> assertThat(stored(id).owner()).isEqualTo(third.account()));
        soon(() -> assertThat(stored(late).owner()).isEqualTo(third.account()));
        assertThat(third.page(id, "").status()).isEqualTo(200);
        assertThat(stored(id).versions().get(0).by())
                .as("who handed it in stays as it was")
                .isEqualTo(author.account());
        String later = author.draft();
        assertThat(stored(later).owner())
                .as("what was on its way still finds its owner")
                .isEqualTo(third.account());
    }

    @Test
    void what_an_author_fetches_of_what_was_handed_in_is_told_and_nothing_of_a_draft() {
        String draft = author.draft();
        author.at(draft, "file", "/file")
                .attach("file", "draft.docx", WordFiles.manuscript("A Draft"))
                .send();
        assertThat(author.page(
                                draft,
                                "/files/" + stored(draft).file().orElseThrow().sha256())
                        .status())
                .isEqualTo(200);
        String id = author.handedIn("A Title");
        String file = stored(id).versions().get(0).file().sha256();
        assertThat(author.page(id, "/files/" + file).status()).isEqualTo(200);
        assertThat(new Author().page(id, "/files/" + file).status()).isEqualTo(404);

        List<CloudEvent> said;
        try (Ear ear = new Ear("imprimatur.submission")) {
            said = ear.about(id, 2);
        }
        assertThat(said)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "imprimatur.submission.manuscript-submitted.v1",
                        "imprimatur.submission.manuscript-file-seen.v1");
        assertThat(said.get(1).getExtension("actor")).isEqualTo(author.account());
        assertThat(new String(said.get(1).getData().toBytes(), UTF_8)).contains("\"version\":1", file);
        assertThat(SERVICE.bean(JdbcClient.class)
                        .sql("select count(*) from outbox where subject = :id")
                        .param("id", draft)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void somebody_who_was_erased_leaves_the_record_and_nothing_by_which_they_could_be_reached() {
        Author leaving = new Author();
        String kept = leaving.handedIn("A Record of the Journal");
        String draft = leaving.draft();
        Metadata.Contributor first = stored(kept).metadata().contributors().get(0);
        JdbcClient jdbc = SERVICE.bean(JdbcClient.class);
        String address = "leaving-" + leaving.account() + "@example.org";
        for (String id : List.of(kept, draft)) {
            jdbc.sql("""
                            update manuscript set metadata = jsonb_set(jsonb_set(metadata, '{contributors,0,email}',
                              to_jsonb(cast(:address as text))), '{reviewers}', jsonb_build_array(jsonb_build_object(
                              'wish', 'SUGGESTED', 'name', 'X', 'email', cast(:address as text), 'institution', '',
                              'why', '')))
                            where id = cast(:id as uuid) and metadata -> 'contributors' -> 0 is not null""").param("address", address).param("id", id).update();
        }
        assertThat(Remains.of(address, jdbc)).isNotEmpty();
        GATEWAY.sayTwice(
                new AccountErased(
                        leaving.account(),
                        List.of(SERVICE.bean(SealedAddresses.class).seal(address.toUpperCase(Locale.ROOT)))),
                NOW);

        soon(() -> assertThat(SERVICE.bean(Manuscripts.class).find(draft)).isEmpty());
        assertThat(Remains.of(address, jdbc)).isEmpty();
        Manuscript record = stored(kept);
        assertThat(record.owner()).as("a number that leads to nobody").isEqualTo(leaving.account());
        assertThat(record.metadata().contributors().get(0).name())
                .as("the by-line")
                .isEqualTo(first.name());
        assertThat(record.metadata().contributors())
                .extracting(Metadata.Contributor::account)
                .doesNotContain(leaving.account());
        assertThat(record.metadata().reviewers()).isEmpty();
    }

    @Test
    void documents_that_a_manuscript_names_are_not_swept() {
        String id = author.handedIn("A Title");
        author.at(id, "", "/withdrawal").fill("reason", "We found an error.").send();
        Manuscript manuscript = stored(id);
        ManuscriptFile file = manuscript.versions().get(0).file();
        Set<String> named = Set.of(
                file.sha256(),
                file.intakeReport(),
                manuscript.versions().get(0).metadata(),
                manuscript.withdrawal().orElseThrow());
        Set<String> asked = new HashSet<>(named);
        asked.add("0".repeat(63) + "1");

        assertThat(SERVICE.bean(DocumentReferences.class).referencedAmong(asked))
                .isEqualTo(named);
    }
}
