package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;

/** What became of the mails about a manuscript, whichever service sent them. Nothing is ever taken out. */
public interface MailTrail {

    void note(String manuscript, Mail mail, Change change);

    /** Oldest first. */
    List<Trail> of(String manuscript);

    /** @param recipient who gets it, as an id like {@code account/…}, {@code reviewer/…} or {@code contributor/…} */
    record Mail(String service, String id, String recipient, String kind) {}

    /**
     * @param state queued, handed-over, refused, bounced, failed, uncertain, moot or recalled
     * @param answer the other server's answer or our reason; empty where there is none
     */
    record Change(String state, String answer, Instant at) {}

    /** @param changes in order, at least one */
    record Trail(Mail mail, List<Change> changes) {

        public Trail {
            changes = List.copyOf(changes);
        }

        public Change last() {
            return changes.get(changes.size() - 1);
        }
    }
}
