package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the cover sheet. */
final class CoverReader {

    private CoverReader() {}

    static Reading read(byte[] pdf) throws Unreadable {
        try (TaggedPdf tagged = TaggedPdf.open(pdf)) {
            if (tagged.document().getNumberOfPages() != 1) {
                throw new Unreadable(
                        "It has %d pages.".formatted(tagged.document().getNumberOfPages()));
            }
            List<TaggedPdf.Part> parts = tagged.parts();
            Map<String, String> rows = rows(parts);
            List<TaggedPdf.Part> lines = parts.stream()
                    .filter(part -> part.type().equals("P")
                            || part.type().equals("H1")
                            || part.type().equals("Table"))
                    .toList();
            int title = indexOf(lines, "H1");
            int table = indexOf(lines, "Table");
            if (title < 2 || table < title) {
                throw new Unreadable("It has no title and facts.");
            }
            return Reading.ofPrint("cover")
                    .says(Fact.JOURNAL, lines.get(0).text())
                    .says(Fact.ISSUE_LINE, issue(lines.subList(0, title)))
                    .says(Fact.TITLE, lines.get(title).text())
                    .says(Fact.BY_LINE, byLine(lines.subList(title + 1, table)))
                    .says(Fact.PAGES, row(rows, "Pages"))
                    .says(Fact.SECTION, row(rows, "Section"))
                    .says(Fact.DOI_LINK, row(rows, "DOI"))
                    .says(Fact.ISSUE_DOI, doi(rows, "Issue DOI"))
                    .says(Fact.VOLUME_DOI, doi(rows, "Volume DOI"))
                    .says(Fact.JOURNAL_DOI, doi(rows, "Journal DOI"))
                    .says(
                            Fact.ISSNS,
                            List.of("ISSN (print)", "ISSN (online)").stream()
                                    .map(name -> row(rows, name))
                                    .filter(issn -> !issn.isEmpty())
                                    .toList())
                    .says(Fact.PUBLISHER, row(rows, "Publisher"))
                    .says(Fact.RECEIVED, PdfReader.iso(row(rows, "Received")))
                    .says(Fact.REVISED, PdfReader.iso(row(rows, "Revised")))
                    .says(Fact.ACCEPTED, PdfReader.iso(row(rows, "Accepted")))
                    .says(Fact.APA_CITATION, lines.get(lines.size() - 1).text());
        }
    }

    private static String issue(List<TaggedPdf.Part> lines) {
        return lines.stream()
                .map(TaggedPdf.Part::text)
                .filter(line -> line.startsWith("Volume "))
                .findFirst()
                .orElse("");
    }

    // a line for the name and one for position and affiliation, or all names in one
    private static List<String> byLine(List<TaggedPdf.Part> lines) {
        if (lines.size() == 1) {
            return List.of(Reading.plain(lines.get(0).text()).split(", ?"));
        }
        List<String> names = new ArrayList<>();
        for (int at = 0; at < lines.size(); at += 2) {
            names.add(lines.get(at).text());
        }
        return names;
    }

    private static int indexOf(List<TaggedPdf.Part> lines, String type) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).type().equals(type)) {
                return at;
            }
        }
        return -1;
    }

    private static Map<String, String> rows(List<TaggedPdf.Part> parts) {
        Map<String, String> rows = new HashMap<>();
        parts.stream()
                .filter(part -> part.type().equals("TR") && part.parts().size() == 2)
                .forEach(row -> rows.put(
                        Reading.plain(row.parts().get(0).text()),
                        Reading.plain(row.parts().get(1).text())));
        return rows;
    }

    private static String row(Map<String, String> rows, String name) {
        return rows.getOrDefault(name, "");
    }

    private static String doi(Map<String, String> rows, String name) {
        return row(rows, name).replaceFirst("^https://doi\\.org/", "");
    }
}
