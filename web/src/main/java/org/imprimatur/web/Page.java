package org.imprimatur.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a reader stands in a long list, for the fragment {@code pager}.
 *
 * @param number the page, from 1
 * @param size how many entries a page has
 * @param total how many entries there are
 * @param url the list's address with its query (search, filter), without {@code page}
 */
public record Page(int number, int size, long total, String url) {
    public Page {
        if (size < 1) {
            throw new IllegalArgumentException("a page of " + size);
        }
        number = Math.max(1, number);
    }

    /** How many entries come before this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** The first entry shown, from 1; 0 when there is none. */
    public long first() {
        return Math.min(offset() + 1, total);
    }

    public long last() {
        return Math.min(offset() + size, total);
    }

    /** Whether there is more than one page. */
    public boolean more() {
        return total > size;
    }

    /** The address of the page before, or null on the first. */
    public String earlier() {
        return number > 1 ? of(number - 1) : null;
    }

    /** The address of the page after, or null on the last. */
    public String later() {
        return last() < total ? of(number + 1) : null;
    }

    private String of(int page) {
        return UriComponentsBuilder.fromUriString(url)
                .replaceQueryParam("page", page)
                .encode(StandardCharsets.UTF_8)
                .toUriString();
    }
}
