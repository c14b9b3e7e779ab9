package org.imprimatur.review.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What went wrong in any service and isn't over yet: a projection of what operations say. */
public interface Troubles {

    /** It is so now; what was known of the same thing before is replaced, and keeps the time since when it is. */
    void stands(Trouble trouble);

    /** It is over. Nothing was known of it: that is fine. */
    void over(String service, Kind kind, String key);

    Optional<Trouble> find(String service, Kind kind, String key);

    /** Oldest first. */
    List<Trouble> all();

    /** What it happened to. */
    enum Kind {
        /** A message that waits for a person. */
        MESSAGE,
        MAIL,
        DEPOSIT
    }

    /** How it stands. */
    enum State {
        PARKED("parked"),
        BOUNCED("bounced"),
        FAILED("failed"),
        DELAYED("delayed"),
        REFUSED("refused"),
        GIVEN_UP("given-up");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** Its name between services and in the bundle. */
        public String word() {
            return word;
        }
    }

    /**
     * @param service whose trouble it is
     * @param key the message's or mail's id, or the DOI
     * @param subject the manuscript, or what else it is about
     * @param about the message's type, the mail's kind or the DOI
     * @param who the mail's recipient as an id; empty where it isn't a mail
     */
    record Trouble(
            String service,
            Kind kind,
            String key,
            String subject,
            State state,
            String about,
            String who,
            String cause,
            Instant since) {}
}
