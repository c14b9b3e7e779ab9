package org.imprimatur.publication.article;

import java.util.List;

/** Reads every rendering back, by readers written apart from the writers, and compares it with the record. */
public interface Verification {

    /** What the article's PDF is called in {@link Disagreement#rendering()}. */
    String PDF = "PDF";

    /** All disagreements, none when all renderings say the same. */
    List<Disagreement> compare(ArticleRecord record, RenderedArticle rendered);
}
