package org.imprimatur.submission.manuscript;

import java.util.List;
import java.util.Optional;

/** The journals that take manuscripts, as publication-service last said. */
public interface JournalsKnown {

    List<KnownJournal> all();

    Optional<KnownJournal> find(String key);

    /** Takes in what publication-service says; an older version than the one kept changes nothing. */
    void keep(KnownJournal journal, int version);

    record KnownJournal(String key, String title, String abbreviation, List<KnownSection> sections) {

        public String sectionTitle(String section) {
            return sections.stream()
                    .filter(known -> known.key().equals(section))
                    .map(KnownSection::title)
                    .findFirst()
                    .orElse(section);
        }
    }

    record KnownSection(String key, String title) {}
}
