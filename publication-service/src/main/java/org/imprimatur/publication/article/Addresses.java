package org.imprimatur.publication.article;

import java.net.URI;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.IssueDesignation;

/** Where things are on the public site. An address that was given to a DOI agency never changes. */
public record Addresses(URI publicUrl) {

    public URI journal(String journal) {
        return at("/" + journal);
    }

    public URI volume(String journal, IssueDesignation issue) {
        return at(volumePath(journal, issue));
    }

    public URI issue(String journal, IssueDesignation issue) {
        return at(issuePath(journal, issue));
    }

    public URI article(String journal, IssueDesignation issue, ArticleNumber number) {
        return at(articlePath(journal, issue, number));
    }

    public URI pdf(String journal, IssueDesignation issue, ArticleNumber number) {
        return at(articlePath(journal, issue, number) + "/article.pdf");
    }

    public static String volumePath(String journal, IssueDesignation issue) {
        return "/" + journal + "/issues/" + issue.volume();
    }

    public static String issuePath(String journal, IssueDesignation issue) {
        return volumePath(journal, issue) + "/" + issue.issue();
    }

    /** {@code /gpr/articles/9-2-03}. */
    public static String articlePath(String journal, IssueDesignation issue, ArticleNumber number) {
        return "/" + journal + "/articles/" + issue.volume() + "-" + issue.issue() + "-" + number;
    }

    private URI at(String path) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + path);
    }
}
