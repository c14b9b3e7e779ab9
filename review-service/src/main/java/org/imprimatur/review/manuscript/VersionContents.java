package org.imprimatur.review.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands in a version's metadata and beside its file. */
public interface VersionContents {

    /** Empty where the metadata document is not kept here. */
    Optional<Contents> of(Version version);

    /** How many bytes a document has that is kept here. */
    OptionalLong size(String sha256);

    /** @param byLine names in order, each with its affiliations */
    record Contents(
            String title, String abstractText, List<String> keywords, List<String> byLine, List<Attached> files) {

        public Contents {
            keywords = List.copyOf(keywords);
            byLine = List.copyOf(byLine);
            files = List.copyOf(files);
        }
    }

    /** @param kind {@code figure}, {@code table}, {@code supplementary} or {@code cover-letter} */
    record Attached(String kind, String name, String sha256, String mediaType, long bytes) {}
}
