package org.imprimatur.publication.bibliographic;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** What a contributor did, in the fourteen terms of CRediT (ANSI/NISO Z39.104-2022). */
public enum CreditRole {
    CONCEPTUALIZATION("Conceptualization", "conceptualization"),
    DATA_CURATION("Data curation", "data-curation"),
    FORMAL_ANALYSIS("Formal analysis", "formal-analysis"),
    FUNDING_ACQUISITION("Funding acquisition", "funding-acquisition"),
    INVESTIGATION("Investigation", "investigation"),
    METHODOLOGY("Methodology", "methodology"),
    PROJECT_ADMINISTRATION("Project administration", "project-administration"),
    RESOURCES("Resources", "resources"),
    SOFTWARE("Software", "software"),
    SUPERVISION("Supervision", "supervision"),
    VALIDATION("Validation", "validation"),
    VISUALIZATION("Visualization", "visualization"),
    WRITING_ORIGINAL_DRAFT("Writing – original draft", "writing-original-draft"),
    WRITING_REVIEW_EDITING("Writing – review & editing", "writing-review-editing");

    private final String term;
    private final String key;

    CreditRole(String term, String key) {
        this.term = term;
        this.key = key;
    }

    /** The term as the standard writes it. */
    public String term() {
        return term;
    }

    /** The term in an address: "data-curation". */
    public String key() {
        return key;
    }

    public URI uri() {
        return URI.create("https://credit.niso.org/contributor-roles/" + key + "/");
    }

    /** From the term, its key or its address, in any case; a hyphen does for a dash. */
    public static Optional<CreditRole> of(String typed) {
        String text = typed.strip().replace('–', '-');
        return Arrays.stream(values())
                .filter(role -> text.equalsIgnoreCase(role.key)
                        || text.equalsIgnoreCase(role.term.replace('–', '-'))
                        || text.equalsIgnoreCase(role.uri().toString())
                        || text.equalsIgnoreCase(role.name()))
                .findFirst();
    }
}
