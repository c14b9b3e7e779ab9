package org.imprimatur.review.correspondence;

import java.util.Map;
import java.util.Set;

/** Writes some kinds of mail at the moment of sending; each feature has one for its own. */
public interface Writer {

    Set<String> kinds();

    Written write(Mails.Order order);

    sealed interface Written {}

    /**
     * What the template of the mail's kind needs.
     *
     * @param thread mails with the same thread stand together at the reader's
     */
    record Content(Map<String, Object> model, String thread, String journal) implements Written {}

    /** Nobody needs it any more. */
    record Moot(String reason) implements Written {}
}
