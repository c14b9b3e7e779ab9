package org.imprimatur.web;

import java.time.Instant;

/**
 * One line of a history, for the fragment {@code history}.
 *
 * @param who the person's name, or null when the process acted
 * @param what what they did, in words that follow the name
 * @param more a quieter line below, or null
 * @param trace by which the request is found in the logs, where it isn't the one of the whole history; or null
 */
public record HistoryLine(Instant at, String who, String what, String more, String trace) {

    public HistoryLine(Instant at, String who, String what, String more) {
        this(at, who, what, more, null);
    }
}
