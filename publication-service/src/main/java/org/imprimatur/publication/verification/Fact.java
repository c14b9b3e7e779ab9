package org.imprimatur.publication.verification;

import java.util.Locale;

/** A fact of an article that renderings tell. Whoever reads it brings it into the form that is given here. */
enum Fact {
    TITLE,
    ABSTRACT,
    KEYWORDS,
    /** Names as "Khan, Qamar Zaman", in order. */
    CONTRIBUTORS,
    /** Names as "Qamar Zaman Khan", in order. */
    BY_LINE,
    /** Family names in order. */
    FAMILY_NAMES,
    /** Each once, in order. */
    AFFILIATIONS,
    /** Contributor by contributor, so that one may come again. */
    AFFILIATIONS_OF_EACH,
    /** Bare iDs in order. */
    ORCID_IDS,
    /** Those whose holders signed in at ORCID. */
    AUTHENTICATED_ORCID_IDS,
    CORRESPONDING,
    EMAIL,
    JOURNAL,
    ABBREVIATION,
    /** Print, then online. */
    ISSNS,
    PUBLISHER,
    VOLUME,
    ISSUE,
    /** "Volume IX, Issue II, Spring (June 2024)". */
    ISSUE_LINE,
    /** "GPR IX(II)". */
    ISSUE_MARK,
    YEAR,
    /** "2024-06", or the year alone. */
    DATE,
    SEASON,
    /** "27–36", or one page alone. */
    PAGES,
    FIRST_PAGE,
    LAST_PAGE,
    PAGE_COUNT,
    /** The number of each page in order. */
    FOLIOS,
    DOI,
    DOI_LINK,
    ISSUE_DOI,
    VOLUME_DOI,
    JOURNAL_DOI,
    ARTICLE_NUMBER,
    MANUSCRIPT_NUMBER,
    SECTION,
    ARTICLE_TYPE,
    RECEIVED,
    REVISED,
    ACCEPTED,
    LICENCE,
    LANGUAGE,
    LANDING_PAGE,
    PDF,
    /** Once per page. */
    BANNER,
    REFERENCE_COUNT,
    APA_CITATION;

    /** "first page". */
    String display() {
        return switch (this) {
            case DOI, PDF -> name();
            case DOI_LINK -> "DOI";
            case ISSUE_DOI -> "issue DOI";
            case VOLUME_DOI -> "volume DOI";
            case JOURNAL_DOI -> "journal DOI";
            case ISSNS -> "ISSNs";
            case ORCID_IDS -> "ORCID iDs";
            case AUTHENTICATED_ORCID_IDS -> "authenticated ORCID iDs";
            case APA_CITATION -> "citation";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
