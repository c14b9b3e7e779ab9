package org.imprimatur.publication.article;

/** Gets an article's renderings as readers and harvesters get them: from the public address. */
public interface ServedRenderings {

    /**
     * All renderings of a settled article, listed or not. It never throws for what the address or the net does.
     *
     * @param deposit the deposit of its DOI as it was handed to the agency
     */
    Served of(ArticleRecord record, String deposit);

    sealed interface Served {}

    record All(RenderedArticle rendered) implements Served {}

    /** @param reason which of them isn't to be had now, and why; asking again later helps */
    record Away(String reason) implements Served {}
}
