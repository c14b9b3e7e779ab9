package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;

/** What issues need of whoever registers DOIs. */
public interface Registrations {

    /**
     * Settles that the DOI is this thing's; once settled it never changes.
     *
     * @param subject a manuscript's id for an article; the issue's id for an issue; {@code journal/volume} for a volume
     * @return false when it is another thing's already
     */
    boolean assign(Doi doi, DoiLevel level, String subject);

    /** Begins to register the DOIs of the issue, its volume and its journal; those that are registered stay so. */
    void register(Issue issue);

    /** Whether the agency has confirmed the DOIs of journal, volume and issue. */
    boolean confirmed(Issue issue);

    /** Whether the agency has confirmed the DOI. */
    boolean confirmed(Doi doi);

    /** The DOI's last deposit, as it was or will be handed to the agency; empty before there is one. */
    Optional<String> deposited(Doi doi);

    /** How far each DOI of a closed issue is: journal, volume, issue, then its articles in their order. */
    List<Progress> progress(Issue issue);

    /** Where a DOI stands with the agency. */
    enum Standing {
        ASSIGNED,
        INTENDED,
        SENT,
        CONFIRMED,
        REFUSED,
        GIVEN_UP,
        /** The agency holds something other than we do. */
        DIFFERS
    }

    /**
     * @param note why it waits, what the agency remarked, why it was refused or in what it differs; "" when there is nothing to say
     * @param since when it came to this; null for one that is assigned only
     */
    record Progress(Doi doi, DoiLevel level, Standing standing, String note, Instant since) {}
}
