package org.imprimatur.submission.portal;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps what the journal says; everything may be said twice. */
public interface Journeys {

    Map<String, Journey> of(Collection<String> manuscripts);

    default Journey of(String manuscript) {
        return of(List.of(manuscript)).getOrDefault(manuscript, Journey.NOT_BEGUN);
    }

    /** @param sequence orders the places of one manuscript */
    void moved(String manuscript, long sequence, Place place);

    void letter(String manuscript, Journey.LetterKept letter);

    void proofReady(String manuscript, Journey.ProofKnown proof);

    void proofAnswered(String manuscript, String proof, String answer);

    void published(String manuscript, Journey.Publication publication);
}
