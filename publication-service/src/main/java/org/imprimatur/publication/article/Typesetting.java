package org.imprimatur.publication.article;

/** Makes the article's PDF. The same record gives the same page count, on any day. */
public interface Typesetting {

    /**
     * A proof: pages are counted from 1, and placeholders of the final size stand for the folios, the issue and the DOI.
     */
    Typeset typeset(ArticleUnderProduction proof);

    /**
     * The final galley: it differs from the proof in folios, issue and DOI only, and begins on the record's first page.
     */
    Typeset typeset(ArticleRecord record);
}
