package org.imprimatur.contracts;

/** Something one service is asked to do: it has one addressee, and answers that are listed beside it. */
public non-sealed interface Command extends Message {}
