package org.imprimatur.review.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.contracts.Contracts;
import org.imprimatur.contracts.Message;
import org.imprimatur.contracts.operations.DepositDelayed;
import org.imprimatur.contracts.operations.DepositSettled;
import org.imprimatur.contracts.operations.HandlingParked;
import org.imprimatur.contracts.operations.HandlingResumed;
import org.imprimatur.contracts.operations.MailStateChanged;
import org.imprimatur.contracts.operations.MessageContradicted;
import org.imprimatur.contracts.operations.MessagesMissing;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.ProofApproved;
import org.imprimatur.contracts.publication.ProofSeen;
import org.imprimatur.contracts.publication.ProofTimeGranted;
import org.imprimatur.contracts.publication.ProofTimeRefused;
import org.imprimatur.contracts.publication.ProofTimeRequested;
import org.imprimatur.contracts.submission.ManuscriptFileSeen;
import org.imprimatur.messaging.inbox.Inbox;
import org.imprimatur.messaging.inbox.InboxListener;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.review.testing.ReviewServiceTest;
import org.imprimatur.review.way.EditorialProcess.Told;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** What operations of all services say reaches the manuscript's history and the dashboard. */
class OperationsSeenTest extends ReviewServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    @Value("${spring.kafka.bootstrap-servers}")
    String kafka;

    @Autowired
    MailQueue mails;

    @Autowired
    List<InboxListener> inboxListeners;

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
        jdbc.sql("delete from trouble").update();
    }

    /** Another service says it on Kafka, and our inbox has handled it. */
    private void said(String service, Message message) {
        String id = UUID.randomUUID().toString();
        String source = "/imprimatur/" + service;
        var record = new ProducerRecord<String, byte[]>(
                Contracts.topicOf(message.getClass()), message.subject(), JSON.writeValueAsBytes(message));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_type",
                        Contracts.typeOf(message.getClass()),
                        "ce_source",
                        source,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        message.subject(),
                        "ce_aggregate",
                        message.aggregate(),
                        "ce_sequence",
                        "" + sequences.merge(source + message.aggregate(), 1L, Long::sum),
                        "ce_actor",
                        "noor",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
        await().untilAsserted(() -> assertThat(jdbc.sql("select state from inbox where id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("DONE"));
    }

    private static String manuscript(String id) {
        return "/editor/manuscripts/SAM-" + id;
    }

    private String page(SignedIn person, String id) {
        return body(get(person, manuscript(id)));
    }

    private static MailStateChanged proofMail(String mail, String manuscript, String state, String answer) {
        return new MailStateChanged(
                "publication", mail, manuscript, "account/ghulam", "publication/proof", state, answer);
    }

    @Test
    void another_services_mail_stands_in_the_history_with_all_that_became_of_it() {
        String id = submitted();
        String mail = UUID.randomUUID().toString();
        said("publication", proofMail(mail, id, "queued", null));
        assertThat(page(FARAH, id)).contains("mails Ghulam Mustafari: the proof, to be checked", "waits to leave");
        said("publication", proofMail(mail, id, "refused", "450 4.7.1 greylisted"));
        said("publication", proofMail(mail, id, "handed-over", null));
        assertThat(page(FARAH, id))
                .contains("refused for now, tried again: 450 4.7.1 greylisted · accepted by the next server")
                .doesNotContain("waits to leave", "??");
    }

    @Test
    void a_receipt_names_the_contributor_who_gets_it() {
        String id = submitted();
        said(
                "submission",
                new MailStateChanged(
                        "submission", "m", id, "contributor/0", "submission/received", "handed-over", null));
        assertThat(page(FARAH, id)).contains("mails Qamar Zaman Khanbari: receipt of the manuscript");
    }

    @Test
    void a_bounced_mail_is_a_row_on_the_dashboard_until_it_is_sent_again() {
        String id = submitted();
        String mail = UUID.randomUUID().toString();
        said("publication", proofMail(mail, id, "bounced", "550 5.1.1 <…>: unknown"));
        String row = "A mail to Ghulam Mustafari came back: the proof, to be checked";
        assertThat(body(get(FARAH, "/editor"))).contains("Needs a look", row, "550 5.1.1 &lt;…&gt;: unknown");
        assertThat(page(FARAH, id)).contains(row);
        assertThat(body(get(FARAH, "/editor/troubles"))).contains(row, "SAM-" + id);
        said("publication", proofMail(mail, id, "queued", null));
        assertThat(body(get(FARAH, "/editor"))).doesNotContain(row);
    }

    @Test
    void a_delayed_deposit_is_a_row_and_in_the_history_until_the_agency_has_it() {
        String id = submitted();
        String doi = "10.31703/gpr.2024(IX-II).03";
        said("publication", new DepositDelayed(id, doi, "the agency answered 503"));
        String row = "The deposit of " + doi + " still has no answer";
        assertThat(body(get(FARAH, "/editor"))).contains(row, "the agency answered 503");
        assertThat(page(FARAH, id)).contains("still has no answer about the deposit of " + doi);
        said("publication", new DepositSettled(id, doi, "refused", "the title is missing"));
        assertThat(body(get(FARAH, "/editor")))
                .contains("The agency refused the deposit of " + doi, "the title is missing")
                .doesNotContain(row);
        said("publication", new DepositSettled(id, doi, "confirmed", null));
        assertThat(body(get(FARAH, "/editor"))).doesNotContain("The agency refused the deposit of " + doi);
    }

    @Test
    void a_message_that_waits_for_a_person_elsewhere_is_a_row_and_its_end_is_recorded_with_who_ended_it() {
        String id = submitted();
        String type = "imprimatur.publication.produce-galley.v1";
        said(
                "publication",
                new HandlingParked("publication", "m-1", type, id, "IllegalStateException: <b>no font</b>"));
        String row = "Publication could not handle a message (produce galley)";
        String dashboard = body(get(FARAH, "/editor"));
        assertThat(dashboard).contains(row, "&lt;b&gt;no font&lt;/b&gt;").doesNotContain("<b>no font</b>");
        // who may act on it is an administrator of the house
        assertThat(dashboard).doesNotContain("/admin/operations");
        var operating = new SignedIn(
                "farah",
                "Farah Siddiqui",
                java.util.Set.of(new Held("sam", "managing-editor"), new Held("*", "administrator")));
        assertThat(body(get(operating, "/editor/troubles"))).contains("/admin/operations");
        assertThat(page(FARAH, id))
                .contains("set a message aside that it could not handle: produce galley", "Publication: it waits");
        said("publication", new HandlingResumed("publication", "m-1", id, "skipped"));
        assertThat(body(get(FARAH, "/editor"))).doesNotContain(row);
        assertThat(jdbc.sql("select actor from history where manuscript = ? and what = 'message-skipped'")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("noor");
        assertThat(page(FARAH, id)).contains("gave a message up: produce galley");
    }

    @Test
    void missing_and_contradictory_messages_stand_in_the_history() {
        String id = submitted();
        said(
                "submission",
                new MessagesMissing("submission", id, "/imprimatur/review", "imprimatur.review", "manuscript/x", 7, 9));
        said("submission", new MessageContradicted("submission", "m-9", id));
        assertThat(page(FARAH, id))
                .contains(
                        "misses messages",
                        "The authors’ portal: of manuscript/x number 7 was next, 9 came",
                        "with another content");
    }

    @Test
    void our_own_is_kept_in_its_transaction_and_not_a_second_time_when_it_comes_by_the_topic() {
        String id = submitted();
        transaction.executeWithoutResult(status -> mails.queue(new MailOrder(
                "test/" + id,
                id,
                "account/ghulam",
                "decision",
                Map.of(),
                Instant.now().plusSeconds(9999))));
        assertThat(page(FARAH, id)).contains("mails Ghulam Mustafari: decision letter");
        await().untilAsserted(() -> assertThat(jdbc.sql(
                                "select count(*) from inbox where subject = ? and state = 'IGNORED' and type like '%mail-state-changed%'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
        assertThat(jdbc.sql("select count(*) from mail_change where manuscript = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        transaction.executeWithoutResult(status -> {
            mails.recall("test/" + id);
            status.setRollbackOnly();
        });
        assertThat(page(FARAH, id)).doesNotContain("taken back");
    }

    @Test
    void our_own_parked_message_is_shown_with_a_way_to_try_it_again() {
        String id = submitted();
        var parked = new Inbox.Parked("unreadable/imprimatur.publication/0/7", "unreadable", id, "no id", 1, null);
        transaction.executeWithoutResult(status -> inboxListeners.forEach(listener -> listener.parked(parked)));
        assertThat(body(get(FARAH, "/editor/troubles")))
                .contains("Peer review could not handle a message", "Try again");
        assertThat(said(id)).contains("imprimatur.operations.handling-parked.v1");
        transaction.executeWithoutResult(
                status -> inboxListeners.forEach(listener -> listener.resumed(parked, "farah", false)));
        assertThat(body(get(FARAH, "/editor/troubles"))).doesNotContain("Peer review could not handle a message");
        assertThat(page(FARAH, id)).contains("had a message tried again: unreadable");
    }

    @Test
    void a_failed_mail_of_ours_is_sent_again_by_those_who_mend_and_by_nobody_else() {
        String id = underReview();
        transaction.executeWithoutResult(status -> mails.queue(new MailOrder(
                "test/" + id,
                id,
                "account/ghulam",
                "decision",
                Map.of(),
                Instant.now().plusSeconds(9999))));
        jdbc.sql("update mail set state = 'HANDED_OVER' where cause = ?")
                .param("test/" + id)
                .update();
        String messageId = jdbc.sql("select message_id from mail where cause = ?")
                .param("test/" + id)
                .query(String.class)
                .single();
        mails.bounced(messageId, "550 no such mailbox");
        String mail = jdbc.sql("select id::text from mail where cause = ?")
                .param("test/" + id)
                .query(String.class)
                .single();
        // a handling editor sees it and can do nothing about it
        assertThat(body(get(SANA, "/editor")))
                .contains("came back: decision letter")
                .doesNotContain("Send it again");
        assertThat(status(post(SANA, "/editor/troubles", "kind", "mail", "id", mail)))
                .isEqualTo(409);
        assertThat(status(post(FARAH, "/editor/troubles", "kind", "mail", "id", mail)))
                .isEqualTo(303);
        assertThat(body(get(FARAH, "/editor"))).doesNotContain("came back: decision letter");
        assertThat(status(post(FARAH, "/editor/troubles", "kind", "mail", "id", mail)))
                .isEqualTo(409);
    }

    @Test
    void who_may_not_know_the_reviewers_sees_no_trouble_with_their_mails() {
        String id = underReview();
        String reviewer = reviewer("Elena Petrova");
        said(
                "submission",
                new MailStateChanged("submission", "m-3", id, "reviewer/" + reviewer, "invitation", "bounced", "550"));
        assertThat(body(get(SANA, "/editor"))).contains("A mail to Elena Petrova came back");
        assertThat(body(get(BILAL, "/editor"))).doesNotContain("Elena Petrova");
        assertThat(page(BILAL, id)).doesNotContain("Elena Petrova");
        assertThat(body(get(AUTHOR, "/editor"))).doesNotContain("Elena Petrova", "Needs a look");
    }

    @Test
    void pages_that_move_while_the_issue_is_open_reach_the_history_once() {
        String id = submitted();
        process.answer = Told.TAKEN;
        said("publication", new PagesAllocated(id, "issue", 27, 36));
        process.answer = Told.OVER;
        said("publication", new PagesAllocated(id, "issue", 27, 36));
        said("publication", new PagesAllocated(id, "issue", 14, 23));
        said("publication", new PagesAllocated(id, "issue", 14, 23));
        assertThat(jdbc.sql("select what || ' ' || array_to_string(words, '-') from history"
                                + " where manuscript = ? and what like 'pages%' order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("pages-allocated 27-36", "pages-moved 14-23");
        assertThat(page(FARAH, id)).contains("moved it to pages 14–23");
    }

    @Test
    void an_author_who_asks_for_more_time_makes_it_productions_move_until_it_is_answered() {
        String id = submitted();
        stands(id, "proof", "author");
        process.due = Optional.of(Instant.parse("2024-05-03T08:00:00Z"));
        said("publication", new ProofTimeRequested(id, "p1", "r1", 7));
        assertThat(body(get(BILAL, "/editor?queue=more-time-asked")))
                .contains("SAM-" + id, "More time asked for a proof", "to give the author more time");
        assertThat(page(BILAL, id))
                .contains(
                        "href=\"/production/proofs/p1#time\"",
                        "asked for more time to check the proof",
                        "days: 7",
                        "to give the author more time");
        said("publication", new ProofTimeGranted(id, "p1", "r1", 5));
        said("publication", new ProofTimeRequested(id, "p1", "r1", 7));
        said("publication", new ProofTimeGranted(id, "p1", "r1", 5));
        assertThat(process.extended).as("said twice, given once").containsExactly(5);
        assertThat(page(BILAL, id))
                .contains("gave more time to check the proof", "days: 5; due 8 May 2024")
                .doesNotContain("/production/proofs/p1#time");
        assertThat(body(get(BILAL, "/editor?queue=more-time-asked"))).doesNotContain("SAM-" + id);
    }

    @Test
    void more_time_that_was_refused_or_is_not_needed_any_more_is_nobodys_move() {
        String id = submitted();
        stands(id, "proof", "author");
        said("publication", new ProofTimeRequested(id, "p1", "r2", 7));
        said("publication", new ProofTimeRefused(id, "p1", "r2"));
        assertThat(process.extended).isEmpty();
        assertThat(page(BILAL, id)).contains("gave no more time").doesNotContain("/production/proofs/p1#time");
        said("publication", new ProofTimeRequested(id, "p1", "r3", 9));
        process.answer = Told.TAKEN;
        said("publication", new ProofApproved(id, "p1"));
        assertThat(page(BILAL, id)).doesNotContain("/production/proofs/p1#time");
        said("publication", new ProofTimeRequested(id, "p1", "r3", 9));
        assertThat(page(BILAL, id)).as("said again").doesNotContain("/production/proofs/p1#time");
    }

    @Test
    void what_authors_and_production_fetched_elsewhere_is_in_the_history_of_views() {
        String id = submitted();
        Instant at = Instant.parse("2024-04-20T08:00:00Z");
        said("submission", new ManuscriptFileSeen(id, 1, "manuscript", "a".repeat(64), at));
        said("submission", new ManuscriptFileSeen(id, 1, "attachment", "b".repeat(64), at));
        said("publication", new ProofSeen(id, "p1", at));
        assertThat(body(get(FARAH, manuscript(id) + "/history?kind=files")))
                .contains(
                        "downloaded the manuscript, version 1",
                        "downloaded a file that goes with version 1",
                        "looked at the proof")
                .doesNotContain("??");
    }
}
