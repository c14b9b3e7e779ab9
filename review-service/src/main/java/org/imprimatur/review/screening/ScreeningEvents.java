package org.imprimatur.review.screening;

import java.time.Instant;
import org.imprimatur.review.acting.Actor;

/** Tells the world what happened at screening, in the transaction in which it did. */
public interface ScreeningEvents {

    void passed(String manuscript, String handlingEditor, Actor by, Instant at);

    void returned(String manuscript, String letter, Actor by, Instant at);

    void deskRejected(String manuscript, String letter, Actor by, Instant at);
}
