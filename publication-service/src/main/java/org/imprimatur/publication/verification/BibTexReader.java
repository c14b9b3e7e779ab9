package org.imprimatur.publication.verification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a BibTeX entry: nested braces, names joined by "and", escaped characters. */
final class BibTexReader {

    private static final Map<String, String> MONTHS = Map.ofEntries(
            Map.entry("jan", "01"),
            Map.entry("feb", "02"),
            Map.entry("mar", "03"),
            Map.entry("apr", "04"),
            Map.entry("may", "05"),
            Map.entry("jun", "06"),
            Map.entry("jul", "07"),
            Map.entry("aug", "08"),
            Map.entry("sep", "09"),
            Map.entry("oct", "10"),
            Map.entry("nov", "11"),
            Map.entry("dec", "12"));

    private BibTexReader() {}

    static Reading read(String entry) throws Unreadable {
        Map<String, String> fields = fields(entry);
        String month = Optional.ofNullable(MONTHS.get(fields.getOrDefault("month", "")))
                .map(number -> "-" + number)
                .orElse("");
        String pages = fields.getOrDefault("pages", "");
        return new Reading("bibtex")
                .says(Fact.TITLE, text(fields, "title"))
                .says(
                        Fact.CONTRIBUTORS,
                        Arrays.stream(fields.getOrDefault("author", "").split(" and (?![^{]*})"))
                                .map(BibTexReader::plain)
                                .toList())
                .says(Fact.JOURNAL, text(fields, "journal"))
                .says(Fact.VOLUME, text(fields, "volume"))
                .says(Fact.ISSUE, text(fields, "number"))
                .says(Fact.PAGES, pages.replace("--", "–"))
                .says(Fact.DATE, fields.getOrDefault("year", "") + month)
                .says(Fact.PUBLISHER, text(fields, "publisher"))
                .says(Fact.DOI, fields.getOrDefault("doi", ""))
                .says(Fact.DOI_LINK, fields.getOrDefault("url", ""))
                .says(
                        Fact.KEYWORDS,
                        fields.containsKey("keywords")
                                ? List.of(text(fields, "keywords").split(", "))
                                : List.of());
    }

    private static Map<String, String> fields(String entry) throws Unreadable {
        int at = entry.indexOf(',');
        if (!entry.startsWith("@article{") || at < 0) {
            throw new Unreadable("It is no @article entry.");
        }
        Map<String, String> fields = new HashMap<>();
        while (true) {
            int equals = entry.indexOf('=', at);
            if (equals < 0) {
                return fields;
            }
            String name = entry.substring(at + 1, equals).strip();
            int start = equals + 1;
            while (entry.charAt(start) == ' ') {
                start++;
            }
            int end = entry.charAt(start) == '{' ? closing(entry, start) : bareEnd(entry, start);
            String value = entry.charAt(start) == '{' ? entry.substring(start + 1, end) : entry.substring(start, end);
            fields.put(name, value.strip());
            at = entry.indexOf(',', end);
            if (at < 0) {
                return fields;
            }
        }
    }

    private static int bareEnd(String entry, int start) {
        int end = start;
        while (Character.isLetterOrDigit(entry.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int closing(String entry, int open) throws Unreadable {
        int depth = 0;
        for (int at = open; at < entry.length(); at++) {
            char character = entry.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '{') {
                depth++;
            } else if (character == '}' && --depth == 0) {
                return at;
            }
        }
        throw new Unreadable("A brace isn't closed.");
    }

    private static String text(Map<String, String> fields, String name) {
        return plain(fields.getOrDefault(name, ""));
    }

    private static String plain(String value) {
        return value.replace("\\textbackslash{}", "\u0001")
                .replace("\\textasciitilde{}", "~")
                .replace("\\textasciicircum{}", "^")
                .replace("\\{", "\u0002")
                .replace("\\}", "\u0003")
                .replaceAll("[{}]", "")
                .replaceAll("\\\\([&%$#_])", "$1")
                .replace('\u0001', '\\')
                .replace('\u0002', '{')
                .replace('\u0003', '}');
    }
}
