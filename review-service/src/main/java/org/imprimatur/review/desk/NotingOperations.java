package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.desk.MailTrail.Change;
import org.imprimatur.review.desk.MailTrail.Mail;
import org.imprimatur.review.desk.Troubles.Kind;
import org.imprimatur.review.desk.Troubles.State;
import org.imprimatur.review.desk.Troubles.Trouble;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.History.Entry;

/** Keeps what operations say where people look: in the manuscript's history, and among what needs a look. */
public final class NotingOperations {

    private static final Map<String, State> LOST =
            Map.of(State.BOUNCED.word(), State.BOUNCED, State.FAILED.word(), State.FAILED);

    private final History history;
    private final MailTrail mails;
    private final Troubles troubles;

    public NotingOperations(History history, MailTrail mails, Troubles troubles) {
        this.history = history;
        this.mails = mails;
        this.troubles = troubles;
    }

    /** A message waits for a person. */
    public void parked(String service, String message, String type, String subject, String cause, Instant at) {
        String about = plain(type);
        troubles.stands(new Trouble(service, Kind.MESSAGE, message, subject, State.PARKED, about, "", cause, at));
        // the cause is for those who mend it, and stands there
        note(subject, at, service, "message-parked", about, "service/" + service);
    }

    /** A person put it back in line, or gave it up. */
    public void resumed(String service, String message, String subject, String actor, boolean skipped, Instant at) {
        String about = troubles.find(service, Kind.MESSAGE, message)
                .map(Trouble::about)
                .orElse("message");
        troubles.over(service, Kind.MESSAGE, message);
        history.note(new Entry(
                subject, at, actor, skipped ? "message-skipped" : "message-tried-again", List.of(about), true));
    }

    /** A mail came to a state. */
    public void mailed(String subject, Mail mail, Change change) {
        mails.note(subject, mail, change);
        Optional.ofNullable(LOST.get(change.state()))
                .ifPresentOrElse(
                        state -> troubles.stands(new Trouble(
                                mail.service(),
                                Kind.MAIL,
                                mail.id(),
                                subject,
                                state,
                                mail.kind(),
                                mail.recipient(),
                                change.answer(),
                                change.at())),
                        () -> troubles.over(mail.service(), Kind.MAIL, mail.id()));
    }

    /** A deposit takes long. */
    public void depositDelayed(String service, String subject, String doi, String cause, Instant at) {
        troubles.stands(new Trouble(service, Kind.DEPOSIT, doi, subject, State.DELAYED, doi, "", cause, at));
        note(subject, at, service, "deposit-delayed", doi, cause);
    }

    /** A deposit has ended. That of a manuscript stands in its history as an answer to the process. */
    public void depositSettled(String service, String subject, String doi, String outcome, String cause, Instant at) {
        if (outcome.equals("confirmed")) {
            troubles.over(service, Kind.DEPOSIT, doi);
        } else {
            State state = outcome.equals(State.GIVEN_UP.word()) ? State.GIVEN_UP : State.REFUSED;
            troubles.stands(new Trouble(service, Kind.DEPOSIT, doi, subject, state, doi, "", cause, at));
        }
    }

    /** Messages of somebody never came. */
    public void missing(String service, String subject, String of, long expected, long came, Instant at) {
        note(subject, at, service, "messages-missing", of, "" + expected, "" + came, "service/" + service);
    }

    /** A message came again with another content. */
    public void contradicted(String service, String subject, String message, Instant at) {
        note(subject, at, service, "message-contradicted", message, "service/" + service);
    }

    private void note(String subject, Instant at, String service, String what, String... words) {
        history.note(new Entry(subject, at, "service/" + service, what, List.of(words), false));
    }

    // imprimatur.publication.proof-ready.v1 is "proof ready" to a person
    private static String plain(String type) {
        return type == null || type.isEmpty()
                ? "message"
                : type.replaceFirst("\\.v\\d+$", "").replaceFirst(".*\\.", "").replace('-', ' ');
    }
}
