package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads RIS, tag by tag. */
final class RisReader {

    private RisReader() {}

    static Reading read(String ris) throws Unreadable {
        Map<String, List<String>> tags = new HashMap<>();
        for (String line : ris.split("\\r\\n")) {
            if (!line.matches("[A-Z][A-Z0-9]  - .*")) {
                throw new Unreadable("A line is no tag: " + line);
            }
            tags.computeIfAbsent(line.substring(0, 2), tag -> new ArrayList<>()).add(line.substring(6));
        }
        List<String> days = all(tags, "DA");
        return new Reading("ris")
                .says(Fact.TITLE, all(tags, "TI"))
                .says(Fact.CONTRIBUTORS, all(tags, "AU"))
                .says(Fact.JOURNAL, all(tags, "T2"))
                .says(Fact.ABBREVIATION, all(tags, "J2"))
                .says(Fact.VOLUME, all(tags, "VL"))
                .says(Fact.ISSUE, all(tags, "IS"))
                .says(Fact.FIRST_PAGE, all(tags, "SP"))
                .says(Fact.LAST_PAGE, all(tags, "EP"))
                .says(Fact.YEAR, all(tags, "PY"))
                .says(
                        Fact.DATE,
                        days.isEmpty()
                                ? all(tags, "PY")
                                : List.of(days.get(0).replaceAll("/+$", "").replace('/', '-')))
                .says(Fact.DOI, all(tags, "DO"))
                .says(Fact.DOI_LINK, all(tags, "UR"))
                .says(Fact.ISSNS, all(tags, "SN"))
                .says(Fact.PUBLISHER, all(tags, "PB"))
                .says(Fact.KEYWORDS, all(tags, "KW"))
                .says(Fact.ABSTRACT, all(tags, "AB"))
                .says(Fact.LANGUAGE, all(tags, "LA"));
    }

    private static List<String> all(Map<String, List<String>> tags, String tag) {
        return tags.getOrDefault(tag, List.of());
    }
}
