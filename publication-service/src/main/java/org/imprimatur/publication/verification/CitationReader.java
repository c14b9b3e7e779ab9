package org.imprimatur.publication.verification;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.publication.article.ArticleRecord;

/**
 * Reads a citation in one of the styles. Between styles order and punctuation differ, so that a text alone can't be
 * taken apart: whatever of the record's words stands in it is found, and the rest shows as it is.
 */
final class CitationReader {

    static final List<String> STYLES = List.of("apa", "chicago", "harvard", "mhra", "mla", "oxford", "turabian");

    /** From so many contributors on a style may leave some out. */
    private static final int FEW = 2;

    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S+");

    private static final Pattern RANGE = Pattern.compile("(?<![0-9])([0-9]+)[–-]([0-9]+)(?![0-9])");

    /** What stands after the date or volume, before the DOI. */
    private static final Pattern SINGLE = Pattern.compile("([0-9]+)[.,]?[^0-9]*$");

    private CitationReader() {}

    static Reading read(String style, String citation, ArticleRecord record) {
        String text = Reading.plain(citation);
        String title = Reading.plain(record.title());
        String around = text.replaceFirst(Pattern.quote(title), " ");
        String facts = DOI.matcher(around)
                .replaceAll(" ")
                .replaceFirst(Pattern.quote(Reading.plain(record.journal().title())), " ");
        Reading reading = new Reading(style)
                .says(Fact.TITLE, found(text, title))
                .says(Fact.JOURNAL, found(around, Reading.plain(record.journal().title())))
                .says(Fact.VOLUME, found(facts, record.issue().volumeLabel()))
                .says(Fact.ISSUE, found(facts, record.issue().issueLabel()))
                .says(Fact.YEAR, found(facts, String.valueOf(record.issue().year())))
                .says(Fact.PAGES, pages(facts))
                .says(Fact.DOI, doi(around, record));
        List<String> families =
                record.contributors().stream().map(it -> it.name().family()).toList();
        List<String> named = families.stream()
                .filter(family -> around.contains(Reading.plain(family)))
                .toList();
        if (families.size() <= FEW) {
            reading.says(Fact.FAMILY_NAMES, named);
        } else {
            reading.says("first family name", Fact.FAMILY_NAMES, named.contains(families.get(0)) ? families : named);
        }
        return reading;
    }

    // a style may leave out the digits that the last page shares with the first
    private static String pages(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.find()) {
            String first = range.group(1);
            String last = range.group(2);
            int shared = Math.max(0, first.length() - last.length());
            return first + "–" + first.substring(0, shared) + last;
        }
        Matcher single = SINGLE.matcher(text);
        return single.find() ? single.group(1) : text;
    }

    private static String found(String text, String wanted) {
        Matcher apart = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}])")
                .matcher(text);
        return apart.find() ? wanted : text;
    }

    private static String doi(String text, ArticleRecord record) {
        Matcher doi = DOI.matcher(text);
        String shown = doi.find() ? doi.group() : "";
        String link = record.doi().link().toString();
        String encoded = link.substring("https://doi.org/".length());
        // a style may end its sentence after the DOI
        for (String spelled : List.of(record.doi().value(), encoded)) {
            if (text.contains(spelled) || shown.equals(spelled) || shown.equals(spelled + ".")) {
                return record.doi().value();
            }
        }
        return shown;
    }
}
