package org.imprimatur.review.correspondence;

import java.time.Instant;
import java.util.Map;

/** Orders mails that leave when the transaction commits, once for each cause. */
public interface Mails {

    void order(Order order);

    /**
     * @param cause what makes this mail: the same cause never makes a second one
     * @param about the manuscript in whose history it stands
     * @param recipient {@code account/…} or {@code reviewer/…}
     * @param kind which {@link Writer} writes it
     * @param values ids and plain values for the writer
     * @param notBefore domain time, or null
     */
    record Order(
            String cause, String about, String recipient, String kind, Map<String, String> values, Instant notBefore) {

        public Order(String cause, String about, String recipient, String kind, Map<String, String> values) {
            this(cause, about, recipient, kind, values, null);
        }
    }
}
