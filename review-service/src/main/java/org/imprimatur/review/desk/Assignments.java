package org.imprimatur.review.desk;

import org.imprimatur.review.acting.Actor;

/** Tells whom it concerns that a manuscript has another handling editor. */
public interface Assignments {

    void assigned(String manuscript, String handlingEditor, Actor by);
}
