package org.imprimatur.review.desk;

import org.imprimatur.review.acting.Actor;

/**
 * Tells whom it concerns that a manuscript has another handling editor; by the process where it is said again and is no
 * news.
 */
public interface Assignments {

    void assigned(String manuscript, String handlingEditor, Actor by);
}
