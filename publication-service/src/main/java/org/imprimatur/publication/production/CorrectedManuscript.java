package org.imprimatur.publication.production;

import java.time.Instant;

/**
 * A manuscript file as production has corrected it: a version of production's own beside the author's.
 *
 * @param version from 1
 * @param file SHA-256 of what was uploaded
 * @param of SHA-256 of the author's file that it corrects; when the author hands in another, it is good for nothing more
 * @param by account of who uploaded it
 */
public record CorrectedManuscript(String manuscript, int version, String file, String of, String by, Instant at) {}
