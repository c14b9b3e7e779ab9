package org.imprimatur.review.screening;

import java.time.Instant;
import org.imprimatur.review.acting.Actor;

/** Tells the world what happened at screening, in the transaction in which it did. */
public interface ScreeningEvents {

    void passed(String manuscript, String handlingEditor, Actor by, Instant at);

    void returned(Screening screening, Actor by, Instant at);

    void deskRejected(Screening screening, Actor by, Instant at);

    /** Says once more how a screening ended that sent the manuscript back or away; it is no news. */
    void again(Screening ended);
}
