package org.imprimatur.publication.bibliographic;

import java.util.List;
import java.util.Optional;

/**
 * A person in the by-line.
 *
 * @param position what stands before the affiliation, for example "PhD Scholar"
 * @param email printed for the corresponding contributor only
 * @param affiliations in the order in which they are printed
 */
public record Contributor(
        PersonName name,
        Optional<String> position,
        Optional<String> email,
        Optional<Orcid> orcid,
        List<Affiliation> affiliations,
        List<CreditRole> roles,
        boolean corresponding) {
    public Contributor {
        affiliations = List.copyOf(affiliations);
        roles = List.copyOf(roles);
    }
}
