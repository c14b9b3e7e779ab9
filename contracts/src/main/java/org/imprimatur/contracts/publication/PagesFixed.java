package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** The issue is closed: the pages of this article will not change any more. */
@Wire(type = "imprimatur.publication.pages-fixed.v1", topic = "imprimatur.publication")
public record PagesFixed(String manuscript, String issue, int articleNumber, int firstPage, int lastPage, String doi)
        implements Fact {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
