package org.imprimatur.intake.reading;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.intake.reading.Item.Para;

/** A list of contents typed by hand: it repeats the headings and would be taken for them. */
final class Contents {
    private static final Pattern HEADING = Pattern.compile("(?iu)(?:table of |list of )?contents\\s*:?");

    private Contents() {}

    static List<Item> removedFrom(List<Item> items) {
        var start = IntStream.range(0, items.size())
                .filter(i -> items.get(i) instanceof Para para
                        && HEADING.matcher(para.plain()).matches())
                .findFirst();
        if (start.isEmpty()) {
            return items;
        }
        var end = start.getAsInt() + 1;
        var entries = new HashSet<String>();
        while (end < items.size()
                && items.get(end) instanceof Para para
                && isEntry(para.plain())
                && (para.plain().isEmpty() || entries.add(entry(para.plain())))) {
            end++;
        }
        return Stream.concat(items.subList(0, start.getAsInt()).stream(), items.subList(end, items.size()).stream())
                .toList();
    }

    private static boolean isEntry(String plain) {
        return plain.length() <= 200 && !plain.matches(".*[.;,]");
    }

    /** Without dots and page number. */
    private static String entry(String plain) {
        return plain.replaceAll("[\\s.…]*\\d*$", "");
    }
}
