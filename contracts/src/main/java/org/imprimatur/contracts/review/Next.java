package org.imprimatur.contracts.review;

import java.time.Instant;

/** What the process does by itself next, and when: for example {@code reminder}, {@code expiry}. */
public record Next(String what, Instant at) {}
