package org.imprimatur.publication.article;

import java.util.Map;

/**
 * All renderings of one article as they are given to the world.
 *
 * @param landingPage the whole HTML page
 * @param contentsPage the whole HTML page of the contents
 * @param citations as {@link Renderings#citations}
 */
public record RenderedArticle(
        byte[] pdf,
        byte[] cover,
        String jats,
        String crossrefDeposit,
        String landingPage,
        String contentsPage,
        String oaiDc,
        Map<String, String> citations) {
    public RenderedArticle {
        citations = Map.copyOf(citations);
    }
}
