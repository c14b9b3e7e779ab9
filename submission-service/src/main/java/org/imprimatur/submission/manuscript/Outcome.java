package org.imprimatur.submission.manuscript;

import java.util.List;

/** What became of an author's act. A refusal has a reason for a person and changed nothing unless it says so. */
public sealed interface Outcome {

    record Done(Manuscript manuscript) implements Outcome {}

    /** It was so already: nothing happened. */
    record Already(Manuscript manuscript) implements Outcome {}

    /** What was typed is kept, but these things are wrong. */
    record Wrong(Manuscript manuscript, List<Problem> problems) implements Outcome {}

    /** There is no such manuscript of this actor's. */
    record NoSuch() implements Outcome {}

    /** It isn't open to this now; {@code reason} is the key of a sentence in the bundle. */
    record NotNow(Manuscript manuscript, String reason) implements Outcome {}

    /** Another window stored another change since this one was opened; here is how it stands now. */
    record ChangedMeanwhile(Manuscript manuscript) implements Outcome {}
}
