package org.imprimatur.submission.manuscript;

import java.util.List;

/**
 * What keeps a manuscript from being handed in: the field, and what to do.
 *
 * @param words key of a sentence in the bundle
 * @param with what stands in its places
 */
public record Problem(String field, String words, List<Object> with) {

    static Problem of(String field, String words, Object... with) {
        return new Problem(field, words, List.of(with));
    }

    /** Said by somebody who has chosen the words already. */
    static Problem said(String field, String sentence) {
        return of(field, "problem.said", sentence);
    }
}
