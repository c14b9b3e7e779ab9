package org.imprimatur.review.manuscript;

import java.util.List;
import java.util.Optional;

/** Keeps manuscripts. */
public interface Manuscripts {

    Optional<Manuscript> find(String id);

    Optional<Manuscript> byNumber(String number);

    /** The same, and nobody else acts on it until this transaction ends. */
    Optional<Manuscript> lock(String id);

    void add(Manuscript manuscript, Version version, List<Contributor> byLine);

    /** Keeps what changed, but for versions and by-line. */
    void change(Manuscript manuscript);

    /** Keeps a manuscript together with its newest version. */
    void revise(Manuscript manuscript, Version version, List<Contributor> byLine);

    /** Oldest first. */
    List<Version> versions(String manuscript);

    /** In the order of the by-line. */
    List<Contributor> byLine(String manuscript);

    Optional<Standing> standing(String manuscript);

    void stand(String manuscript, Standing standing);

    /** The version it is in now. */
    default Version present(Manuscript manuscript) {
        return version(manuscript, manuscript.version());
    }

    default Version version(Manuscript manuscript, int number) {
        return versions(manuscript.id()).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(manuscript.id() + " has no version " + number));
    }
}
