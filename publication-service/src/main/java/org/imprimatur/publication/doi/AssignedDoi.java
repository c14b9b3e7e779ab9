package org.imprimatur.publication.doi;

import java.util.Optional;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;

/**
 * A DOI that is ours, whether the agency knows it or not. It never changes and never moves to another thing.
 *
 * @param registered the agency has said that it holds it
 * @param lastTimestamp of the last deposit that was intended; 0 before
 * @param content {@link Deposit#content} of the last one that was confirmed
 */
public record AssignedDoi(
        Doi doi, DoiLevel level, String subject, boolean registered, long lastTimestamp, Optional<String> content) {}
