package org.imprimatur.publication.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.imprimatur.publication.FakeRendering;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.DepositHead;
import org.junit.jupiter.api.Test;

/** What we count on in an agency: the one in memory and the one over HTTP must pass alike. */
public abstract class AgencyContract {
    protected static final String DOI = Articles.record("m1").doi().value();
    private static final AtomicLong TIMESTAMPS = new AtomicLong(20240601100000000L);
    protected final ArticleRecord record = Articles.record("m1");

    protected abstract Agency agency();

    /** The next so many calls find it away. */
    protected abstract void awayFor(int sendings);

    /** The next record of our DOI is refused so. */
    protected abstract void refuse(String message);

    protected final byte[] deposit(long timestamp) {
        return new FakeRendering()
                .crossrefDeposit(
                        record,
                        new DepositHead(
                                "batch-" + timestamp, timestamp, "Depositor", "deposits@example.org", "Registrant"))
                .getBytes(StandardCharsets.UTF_8);
    }

    protected static long nextTimestamp() {
        return TIMESTAMPS.incrementAndGet();
    }

    protected static String fileName() {
        return UUID.randomUUID() + ".xml";
    }

    private Agency.Completed completed(String fileName) {
        return await().until(() -> agency().poll(fileName), Agency.Completed.class::isInstance)
                        instanceof Agency.Completed completed
                ? completed
                : null;
    }

    @Test
    void a_file_that_was_never_sent_is_unknown() {
        assertThat(agency().poll(fileName())).isInstanceOf(Agency.Unknown.class);
    }

    @Test
    void a_deposit_is_received_and_its_record_succeeds_later() {
        String file = fileName();
        assertThat(agency().send(file, deposit(nextTimestamp()))).isInstanceOf(Agency.Received.class);
        Agency.Completed answer = completed(file);
        assertThat(answer.records()).hasSize(1);
        assertThat(answer.records().get(0).status()).isEqualTo(Agency.Status.SUCCESS);
        assertThat(answer.records().get(0).doi()).isEqualTo(DOI);
        assertThat(new String(answer.diagnostic(), StandardCharsets.UTF_8)).contains("doi_batch_diagnostic");
    }

    @Test
    void an_agency_that_is_away_is_no_refusal() {
        awayFor(2);
        String file = fileName();
        byte[] xml = deposit(nextTimestamp());
        assertThat(agency().send(file, xml)).isInstanceOf(Agency.Away.class);
        assertThat(agency().send(file, xml)).isInstanceOf(Agency.Away.class);
        assertThat(agency().send(file, xml)).isInstanceOf(Agency.Received.class);
        completed(file);
    }

    @Test
    void an_old_timestamp_is_refused_as_message_4() {
        long newer = nextTimestamp();
        String first = fileName();
        agency().send(first, deposit(newer));
        completed(first);
        String second = fileName();
        agency().send(second, deposit(newer));
        assertThat(completed(second).records()).satisfiesExactly(diagnosis -> {
            assertThat(diagnosis.status()).isEqualTo(Agency.Status.FAILURE);
            assertThat(diagnosis.messageId()).isEqualTo("4");
        });
    }

    @Test
    void a_refusal_comes_with_the_agencys_words() {
        refuse("The ISSN is somebody else's");
        String file = fileName();
        agency().send(file, deposit(nextTimestamp()));
        assertThat(completed(file).records()).satisfiesExactly(diagnosis -> {
            assertThat(diagnosis.status()).isEqualTo(Agency.Status.FAILURE);
            assertThat(diagnosis.message()).contains("The ISSN is somebody else's");
        });
    }

    @Test
    void it_says_what_it_holds_under_a_doi_and_that_it_holds_nothing() {
        assertThat(agency().holding(record.doi())).isInstanceOf(Agency.NotHeld.class);
        String file = fileName();
        agency().send(file, deposit(nextTimestamp()));
        completed(file);
        assertThat(agency().holding(record.doi()))
                .isEqualTo(new Agency.Held(record.landingPage().toString(), record.title(), "27-36"));
    }
}
