package org.imprimatur.publication.rendering.print;

import org.imprimatur.publication.article.ArticleUnderProduction;

/** What the press is given, for measurements that give the same to a bare FOP. */
public final class FormattingObjects {

    private FormattingObjects() {}

    /** The XSL-FO of an article's proof. */
    public static String of(ArticleUnderProduction article, Press press) {
        return ArticleFo.write(Galley.proof(article), press.faces(), true);
    }
}
