package org.imprimatur.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The sections of a manuscript that say who wrote it. */
final class PersonalSections {
    private static final Pattern HEADING = Pattern.compile(
            "(?iu)[\\d.\\s]*(acknowledge?ments?|acknowledge?ments?\\b.*|(credit )?authors?[’']?s?[’']? (contributions?|notes?|information"
                    + "|details|statement|bio\\w*)\\b.*|contributors?\\b.*|about the authors?|notes on (the )?contributors?|"
                    + "biograph(y|ies|ical notes?)|funding\\b.*|financial (support|disclosure)\\b.*|(declaration|statement|disclosure)s? of "
                    + "(competing |conflicts? of |conflicting )?interests?|(conflicts? of|competing|conflicting) interests?\\b.*|"
                    + "disclosure statement|orcid( ids?)?|correspondence|affiliations?)\\s*:?");

    private PersonalSections() {}

    static List<Section> removedFrom(List<Section> sections) {
        var kept = new ArrayList<Section>();
        var under = Integer.MAX_VALUE;
        for (var section : sections) {
            if (section.level() > under) {
                continue;
            }
            var personal = HEADING.matcher(section.headingText().strip()).matches();
            under = personal ? section.level() : Integer.MAX_VALUE;
            if (!personal) {
                kept.add(section);
            }
        }
        return kept;
    }
}
