package org.imprimatur.contracts.publication;

import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** An issue is out with these manuscripts, in its order. */
@Wire(type = "imprimatur.publication.issue-published.v1", topic = "imprimatur.publication")
public record IssuePublished(String issue, String journal, List<String> manuscripts) implements Fact {

    @Override
    public String subject() {
        return issue;
    }

    @Override
    public String aggregate() {
        return "issue/" + issue;
    }
}
