package org.imprimatur.contracts;

/** Something that happened: it has no addressee and can't be refused. */
public non-sealed interface Fact extends Message {}
