package org.imprimatur.contracts.documents;

import java.util.List;

/**
 * By-line metadata of one version of a manuscript: the JSON document that {@code metadata} names in
 * {@code ManuscriptSubmitted}, {@code ManuscriptRevised} and {@code ProduceGalley}.
 *
 * @param language BCP 47
 * @param contributors in the order of the by-line
 */
public record ManuscriptMetadata(
        String title, String abstractText, List<String> keywords, String language, List<Contributor> contributors) {

    /**
     * @param account the contributor's account, or null
     * @param orcid bare ORCID iD (ISO 7064 check digit), or null
     * @param roles CRediT roles (ANSI/NISO Z39.104), may be empty
     * @param position what stands before the affiliation, for example "PhD Scholar", or null
     */
    public record Contributor(
            String given,
            String family,
            String email,
            String account,
            String orcid,
            String position,
            List<Affiliation> affiliations,
            List<String> roles,
            boolean corresponding) {}

    /** @param ror bare ROR id, or null */
    public record Affiliation(String name, String ror) {}
}
