package org.imprimatur.web;

import java.util.List;

/**
 * What stands at the head of a journal's own pages; give it as the model attribute {@code masthead}. Any of
 * {@code issnPrint}, {@code issnOnline}, {@code doi} (bare, without resolver) and {@code note} may be null.
 */
public record Masthead(
        String name,
        String issnPrint,
        String issnOnline,
        String doi,
        String note,
        String homepage,
        List<NavItem> links) {
    public Masthead {
        links = List.copyOf(links);
    }
}
