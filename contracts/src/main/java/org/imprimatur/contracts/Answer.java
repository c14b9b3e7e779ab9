package org.imprimatur.contracts;

/** What became of a command; on the facts topic of the one who obeyed, so that everybody may know it. */
public non-sealed interface Answer extends Message {}
