package org.imprimatur.review.notes;

import java.time.Instant;
import java.util.List;
import org.imprimatur.review.manuscript.Manuscript;

/** Is told of notes, in the transaction in which they change. */
public interface NoteEvents {

    /** @param what {@code note-written}, {@code note-rewritten} or {@code note-withdrawn} */
    void changed(Note note, String what, Instant at);

    /** @param editors who were not mentioned in it before, at least one */
    void mentioned(Manuscript manuscript, Note note, List<String> editors, Instant at);
}
