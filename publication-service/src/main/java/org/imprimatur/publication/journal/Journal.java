package org.imprimatur.publication.journal;

import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.Licence;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Checked;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;

/**
 * A journal in one of its versions. Versions are kept: what was published under one is not rewritten by the next.
 *
 * @param key names the journal in addresses and on the wire, for example {@code gpr}; never changes
 * @param version from 1, one more with each change
 */
public record Journal(
        String key,
        int version,
        JournalIdentity identity,
        List<JournalSection> sections,
        NumberStyle volumeStyle,
        NumberStyle issueStyle,
        DoiPatterns patterns,
        PageStart pageStart,
        Optional<Licence> licence) {
    public Journal {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("A journal has at least one section");
        }
    }

    public Optional<JournalSection> section(String sectionKey) {
        return sections.stream().filter(one -> one.key().equals(sectionKey)).findFirst();
    }

    /** The DOI of the volume that the issue belongs to. */
    public Checked<Doi> volumeDoi(IssueDesignation issue) {
        return patterns.volume()
                .doi(
                        patterns.prefix(),
                        identity.abbreviation(),
                        Optional.of(issue),
                        Optional.empty(),
                        key + "/" + issue.volume());
    }

    public Checked<Doi> issueDoi(IssueDesignation issue) {
        return patterns.issue()
                .doi(
                        patterns.prefix(),
                        identity.abbreviation(),
                        Optional.of(issue),
                        Optional.empty(),
                        key + "/" + issue.volume() + "/" + issue.issue());
    }

    public Checked<Doi> articleDoi(IssueDesignation issue, ArticleNumber number) {
        return patterns.article()
                .doi(
                        patterns.prefix(),
                        identity.abbreviation(),
                        Optional.of(issue),
                        Optional.of(number),
                        key + "/" + issue.volume() + "/" + issue.issue() + "/" + number);
    }
}
