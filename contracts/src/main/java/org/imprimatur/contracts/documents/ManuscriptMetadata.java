package org.imprimatur.contracts.documents;

import java.util.List;

/**
 * By-line metadata of one version of a manuscript: the JSON document that {@code metadata} names in
 * {@code ManuscriptSubmitted}, {@code ManuscriptRevised} and {@code ProduceGalley}. Lists that an older document doesn't
 * have are empty.
 *
 * @param language BCP 47
 * @param contributors in the order of the by-line
 * @param suggestedReviewers whom the authors would like to be asked; never shown to reviewers
 * @param opposedReviewers whom the authors ask not to be asked; never shown to reviewers
 * @param files what goes with the manuscript's own file
 */
public record ManuscriptMetadata(
        String title,
        String abstractText,
        List<String> keywords,
        String language,
        List<Contributor> contributors,
        List<NamedReviewer> suggestedReviewers,
        List<NamedReviewer> opposedReviewers,
        List<File> files) {

    public ManuscriptMetadata {
        suggestedReviewers = suggestedReviewers == null ? List.of() : List.copyOf(suggestedReviewers);
        opposedReviewers = opposedReviewers == null ? List.of() : List.copyOf(opposedReviewers);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /**
     * @param account the contributor's account, or null
     * @param orcid bare ORCID iD (ISO 7064 check digit), or null
     * @param orcidAuthenticated whether its holder signed in at ORCID on our behalf; false in documents without it
     * @param roles CRediT roles (ANSI/NISO Z39.104), may be empty
     * @param position what stands before the affiliation, for example "PhD Scholar", or null
     */
    public record Contributor(
            String given,
            String family,
            String email,
            String account,
            String orcid,
            Boolean orcidAuthenticated,
            String position,
            List<Affiliation> affiliations,
            List<String> roles,
            boolean corresponding) {

        public Contributor {
            orcidAuthenticated = Boolean.TRUE.equals(orcidAuthenticated);
        }
    }

    /** @param ror bare ROR id, or null */
    public record Affiliation(String name, String ror) {}

    /**
     * @param email or null
     * @param institution or null
     * @param why what makes them fit, or why they should not be asked
     */
    public record NamedReviewer(String name, String email, String institution, String why) {}

    /**
     * @param kind {@code figure}, {@code table}, {@code supplementary} or {@code cover-letter}
     * @param sha256 the document's name at submission-service
     * @param mediaType what its content is
     */
    public record File(String kind, String name, String sha256, String mediaType, long bytes) {}
}
