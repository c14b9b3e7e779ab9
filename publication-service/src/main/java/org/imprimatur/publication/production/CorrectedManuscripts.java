package org.imprimatur.publication.production;

import java.util.List;

/** Where production's own versions of manuscripts are kept. */
public interface CorrectedManuscripts {

    /** All of a manuscript, newest first. */
    List<CorrectedManuscript> of(String manuscript);

    void add(CorrectedManuscript corrected);
}
