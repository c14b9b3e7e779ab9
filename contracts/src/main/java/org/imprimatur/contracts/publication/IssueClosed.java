package org.imprimatur.contracts.publication;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An issue takes no more articles, and its order and pages are settled. */
@Wire(type = "imprimatur.publication.issue-closed.v1", topic = "imprimatur.publication")
public record IssueClosed(String issue, String journal, int articles) implements Fact {

    @Override
    public String subject() {
        return issue;
    }

    @Override
    public String aggregate() {
        return "issue/" + issue;
    }
}
