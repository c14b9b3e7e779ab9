package org.imprimatur.publication.article;

import java.net.URI;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;

/**
 * An issue with what the deposits of its own DOI, its volume's and its journal's say. Each of the three pages is
 * absolute.
 */
public record IssueRecord(
        JournalIdentity journal,
        IssueDesignation designation,
        Doi volumeDoi,
        Doi issueDoi,
        URI journalPage,
        URI volumePage,
        URI issuePage) {}
