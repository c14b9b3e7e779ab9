package org.imprimatur.submission.manuscript;

import java.util.Optional;

/** ORCID iDs that people proved to be theirs by signing in at ORCID. */
public interface AuthenticatedIds {

    /** The account's, bare; empty where there is none, or the gateway can't be asked now. */
    Optional<String> of(String account);

    /** Whether this contributor's iD was proven by the contributor; one that was only typed never is. */
    default boolean proves(Metadata.Contributor contributor) {
        return !contributor.account().isEmpty()
                && !contributor.orcid().isEmpty()
                && of(contributor.account()).filter(contributor.orcid()::equals).isPresent();
    }
}
