package org.imprimatur.publication.issue;

import java.util.List;
import java.util.Optional;

/** Where verdicts are kept: the last one of each article. */
public interface Verdicts {

    Optional<Verdict> of(String manuscript);

    /** Those of the issue's articles, in the order of their numbers. */
    List<Verdict> of(Issue issue);

    void keep(Verdict verdict);
}
