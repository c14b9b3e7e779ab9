package org.imprimatur.publication.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/** Reads the article's PDF: its pages' numbers, its title page, its metadata. */
final class PdfReader {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern ISSN = Pattern.compile("[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern MARK = Pattern.compile("[0-9]+");

    private static final Pattern SEPARATOR = Pattern.compile("^(?:, ?and(?![a-z]) ?|and ?|, ?)");

    private PdfReader() {}

    static Reading read(byte[] pdf) throws Unreadable {
        try (TaggedPdf tagged = TaggedPdf.open(pdf)) {
            Reading reading = Reading.ofPrint("PDF");
            edges(tagged, reading);
            metadata(tagged, reading);
            titlePage(tagged.parts(), reading);
            return reading;
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    // the running head ends 22 mm from the top; the folio stands in its last 12 mm, the issue in the 34 mm before
    private static void edges(TaggedPdf tagged, Reading reading) throws Unreadable, IOException {
        reading.says(Fact.PAGE_COUNT, String.valueOf(tagged.document().getNumberOfPages()));
        reading.says(Fact.FOLIOS, tagged.within(175, 10, 13, 10));
        PDPageLabels labels = tagged.document().getDocumentCatalog().getPageLabels();
        reading.says(
                "page labels",
                Fact.FOLIOS,
                labels == null ? List.of() : Arrays.asList(labels.getLabelsByPageIndices()));
        List<String> marks =
                tagged.within(139, 10, 36.2, 10).stream().distinct().toList();
        reading.says("running heads", Fact.ISSUE_MARK, marks);
        List<String> feet = tagged.within(20, 280, 170, 10);
        reading.says(Fact.BANNER, feet.stream().allMatch(String::isEmpty) ? List.of() : feet);
    }

    private static void metadata(TaggedPdf tagged, Reading reading) throws Unreadable, IOException {
        var catalog = tagged.document().getDocumentCatalog();
        reading.says(Fact.LANGUAGE, String.valueOf(catalog.getLanguage()));
        reading.says(
                "document title",
                Fact.TITLE,
                String.valueOf(tagged.document().getDocumentInformation().getTitle()));
        PDMetadata metadata = catalog.getMetadata();
        if (metadata == null) {
            throw new Unreadable("It has no metadata.");
        }
        Xml xmp = Xml.parse(new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("<\\?xpacket[^>]*>", "")
                .strip());
        reading.says("XMP dc:title", Fact.TITLE, xmp.all("//*[name()='dc:title']//*[name()='rdf:li']"));
        reading.says("XMP dc:creator", Fact.BY_LINE, xmp.all("//*[name()='dc:creator']//*[name()='rdf:li']"));
        reading.says("XMP dc:subject", Fact.KEYWORDS, xmp.all("//*[name()='dc:subject']//*[name()='rdf:li']"));
        reading.says("XMP dc:identifier", Fact.DOI_LINK, xmp.all("//*[name()='dc:identifier']"));
        reading.says("XMP dc:publisher", Fact.PUBLISHER, xmp.all("//*[name()='dc:publisher']//*[name()='rdf:li']"));
    }

    private static void titlePage(List<TaggedPdf.Part> parts, Reading reading) throws Unreadable {
        List<TaggedPdf.Part> front = parts.stream()
                .takeWhile(part -> !part.type().matches("H[2-6]"))
                .filter(part -> part.type().equals("P") || part.type().equals("H1"))
                .toList();
        int title = -1;
        for (int at = 0; at < front.size(); at++) {
            if (front.get(at).type().equals("H1")) {
                title = at;
            }
        }
        if (title < 0 || title + 1 >= front.size()) {
            throw new Unreadable("It has no title page.");
        }
        List<String> lines =
                front.stream().map(part -> Reading.plain(part.text())).toList();
        reading.says(Fact.TITLE, lines.get(title));
        reading.says(Fact.JOURNAL, lines.get(0));
        reading.says(Fact.ISSUE_LINE, after("", lines.subList(1, title), Pattern.compile("(Volume .*)")));
        String pages = after("", lines, Pattern.compile("Pages ([0-9]+(?:[–-][0-9]+)?)(?: · .*)"));
        reading.says(Fact.PAGES, pages);
        reading.says(Fact.SECTION, after("", lines, Pattern.compile("Pages [^·]* · (.*)")));
        reading.says(
                Fact.ISSNS,
                lines.subList(0, title).stream().flatMap(PdfReader::issns).toList());
        reading.says(Fact.DOI_LINK, after("", lines.subList(0, title), Pattern.compile("(https?://doi\\.org/.*)")));
        reading.says(Fact.BY_LINE, byLine(front.get(title + 1)));
        List<String> below = lines.subList(title + 2, lines.size());
        String corresponding = after("Corresponding author: ", below, Pattern.compile("(.*)"));
        int comma = corresponding.lastIndexOf(", ");
        if (comma > 0) {
            reading.says(Fact.CORRESPONDING, corresponding.substring(0, comma));
        }
        reading.says(Fact.EMAIL, corresponding.substring(Math.max(comma + 2, 0) % (corresponding.length() + 1)));
        reading.says(
                Fact.ORCID_IDS,
                below.stream()
                        .filter(line -> line.startsWith("ORCID of "))
                        .map(line -> line.substring(line.lastIndexOf('/') + 1))
                        .toList());
        String dates = below.stream()
                .filter(line -> line.startsWith("Received "))
                .findFirst()
                .orElse("");
        reading.says(Fact.RECEIVED, day(dates, "Received"));
        reading.says(Fact.REVISED, day(dates, "Revised"));
        reading.says(Fact.ACCEPTED, day(dates, "Accepted"));
        reading.says(Fact.KEYWORDS, keywords(below));
    }

    private static List<String> keywords(List<String> lines) {
        String keywords = after("Keywords ", lines, Pattern.compile("(.*)"));
        return keywords.isEmpty() ? List.of() : List.of(keywords.split(" · "));
    }

    private static Stream<String> issns(String line) {
        Matcher issn = ISSN.matcher(line.startsWith("ISSN") ? line : "");
        List<String> found = new ArrayList<>();
        while (issn.find()) {
            found.add(issn.group());
        }
        return found.stream();
    }

    // a raised number ends each name; between two names stand a comma, "and" or both
    private static List<String> byLine(TaggedPdf.Part line) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (TaggedPdf.Part part : line.parts()) {
            if (part.type().equals("Span") && MARK.matcher(part.text().strip()).matches()) {
                String read = Reading.plain(name.toString());
                names.add(names.isEmpty() ? read : SEPARATOR.matcher(read).replaceFirst(""));
                name.setLength(0);
            } else {
                name.append(part.text());
            }
        }
        if (!name.toString().isBlank()) {
            names.add(Reading.plain(name.toString()));
        }
        return names;
    }

    private static String after(String beginning, List<String> lines, Pattern pattern) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> pattern.matcher(line.substring(beginning.length())))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    static String day(String line, String name) {
        Matcher found = Pattern.compile(name + " ([^·]+)").matcher(line);
        return found.find() ? iso(found.group(1)) : "";
    }

    static String iso(String day) {
        try {
            return LocalDate.parse(day.strip(), DAY).toString();
        } catch (DateTimeParseException otherwiseWritten) {
            return day;
        }
    }
}
