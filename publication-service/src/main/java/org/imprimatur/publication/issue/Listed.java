package org.imprimatur.publication.issue;

import java.time.Instant;
import org.imprimatur.publication.bibliographic.ArticleNumber;

/** A listed article by name, and when it was listed. */
public record Listed(String journal, int volume, int issue, ArticleNumber number, Instant publishedAt) {

    /** {@code 9-2-03}. */
    public String slug() {
        return volume + "-" + issue + "-" + number;
    }

    /** Address of its page without host. */
    public String path() {
        return "/" + journal + "/articles/" + slug();
    }
}
