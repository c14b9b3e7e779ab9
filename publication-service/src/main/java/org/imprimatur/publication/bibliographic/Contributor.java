package org.imprimatur.publication.bibliographic;

import java.util.List;
import java.util.Optional;

/**
 * A person in the by-line.
 *
 * @param position what stands before the affiliation, for example "PhD Scholar"
 * @param email printed for the corresponding contributor only
 * @param orcidAuthenticated whether they signed in at ORCID to show that the iD is theirs
 * @param affiliations in the order in which they are printed
 */
public record Contributor(
        PersonName name,
        Optional<String> position,
        Optional<String> email,
        Optional<Orcid> orcid,
        boolean orcidAuthenticated,
        List<Affiliation> affiliations,
        List<CreditRole> roles,
        boolean corresponding) {
    public Contributor {
        affiliations = List.copyOf(affiliations);
        roles = List.copyOf(roles);
    }
}
