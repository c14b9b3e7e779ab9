package org.imprimatur.publication.pagination;

import java.util.ArrayList;
import java.util.List;
import org.imprimatur.publication.bibliographic.PageRange;

/** Lays articles out one behind the other, so that no page is left out and none is given twice. */
public final class Pagination {
    private Pagination() {}

    /**
     * The page ranges of articles in their order.
     *
     * @param firstPage of the first article, at least 1
     * @param pageCounts of the typeset articles, each at least 1
     * @return as many ranges as counts; each begins on the page after the one before
     */
    public static List<PageRange> ranges(int firstPage, List<Integer> pageCounts) {
        List<PageRange> ranges = new ArrayList<>();
        int next = firstPage;
        for (int count : pageCounts) {
            PageRange range = PageRange.of(next, count);
            ranges.add(range);
            next = range.last() + 1;
        }
        return List.copyOf(ranges);
    }
}
