package org.imprimatur.publication.bibliographic;

/**
 * Pages from the first to the last, both counted. It never ends before it begins, whatever anybody types: such a range
 * can't be built.
 *
 * @param first at least 1
 * @param last at least {@code first}
 */
public record PageRange(int first, int last) implements Comparable<PageRange> {
    public PageRange {
        if (first < 1) {
            throw new IllegalArgumentException("A page range begins at page 1 or later, not at " + first);
        }
        if (last < first) {
            throw new IllegalArgumentException("A page range can't end on " + last + " when it begins on " + first);
        }
    }

    /** So many pages from {@code first} on; {@code count} is at least 1. */
    public static PageRange of(int first, int count) {
        return new PageRange(first, first + count - 1);
    }

    public int count() {
        return last - first + 1;
    }

    public boolean overlaps(PageRange other) {
        return first <= other.last && other.first <= last;
    }

    /** Whether this begins on the page after the other's last. */
    public boolean follows(PageRange other) {
        return first == other.last + 1;
    }

    @Override
    public int compareTo(PageRange other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    /** With an en dash, "27–36"; a single page stands alone. */
    public String display() {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }

    /** With a hyphen, "27-36", as plain-text formats want it; a single page stands alone. */
    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
