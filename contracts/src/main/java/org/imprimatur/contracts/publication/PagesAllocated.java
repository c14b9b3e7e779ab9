package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Answer;
import org.imprimatur.contracts.Wire;

/** The article has these pages as long as its issue is open and nothing before it changes. */
@Wire(type = "imprimatur.publication.pages-allocated.v1", topic = "imprimatur.publication")
public record PagesAllocated(String manuscript, String issue, int firstPage, int lastPage) implements Answer {

    @Override
    public String subject() {
        return manuscript;
    }

    @Override
    public String aggregate() {
        return "article/" + manuscript;
    }
}
