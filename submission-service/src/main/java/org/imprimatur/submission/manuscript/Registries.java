package org.imprimatur.submission.manuscript;

import java.util.List;
import org.imprimatur.submission.manuscript.Metadata.Affiliation;

/** The public registries of people (ORCID) and institutions (ROR). What they say helps; nothing waits for them. */
public interface Registries {

    /** Whether anybody can be asked at all. */
    boolean reachable();

    /** The person's public record. */
    Answer<Person> person(String orcid);

    /** Institutions that these words may mean, the likeliest first; none is an answer too. */
    Answer<List<Institution>> institutions(String words);

    /** The institution of this id. */
    Answer<Institution> institution(String ror);

    sealed interface Answer<T> {}

    record Found<T>(T what) implements Answer<T> {}

    record NotThere<T>() implements Answer<T> {}

    /** Nobody answers now, or not in a way we can read. */
    record Away<T>() implements Answer<T> {}

    /** @param affiliations where they work now, as far as they show it */
    record Person(String orcid, String given, String family, String position, List<Affiliation> affiliations) {}

    record Institution(String ror, String name, String city, String country) {

        /** As it stands in a by-line. */
        public String line() {
            return String.join(
                    ", ",
                    List.of(name, city, country).stream()
                            .filter(part -> !part.isBlank())
                            .toList());
        }
    }
}
