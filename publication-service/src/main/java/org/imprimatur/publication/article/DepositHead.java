package org.imprimatur.publication.article;

/**
 * The head of a Crossref deposit (crossref5.3.1.xsd, {@code head}).
 *
 * @param batchId unique, 4 to 100 characters
 * @param timestamp 17 digits, UTC, to the millisecond: it must grow with each deposit of a DOI
 */
public record DepositHead(
        String batchId, long timestamp, String depositorName, String depositorEmail, String registrant) {}
