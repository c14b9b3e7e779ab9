package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.intake.reading.Item.Para;
import org.imprimatur.intake.reading.Item.Role;
import org.imprimatur.intake.text.FrontMatter;

/**
 * Recognises what stands before a manuscript's first section: title, people, abstract, keywords. What it can't place
 * (running heads, submission dates, a list of contents) belongs to no part of the text and is left out.
 */
final class FrontMatterReader {
    private static final Pattern ABSTRACT_RUN_IN = Pattern.compile("(?iu)^abstract\\s*[:.—–-]\\s*(?=\\S)");
    private static final Pattern KEYWORDS_RUN_IN =
            Pattern.compile("(?iu)^(?:key\\s?-?words?|index terms)(?: and phrases)?\\s*[:.—–-]\\s*(?=\\S)");
    private static final Pattern FRONT_HEADING = Pattern.compile(
            "(?iu)(?:title|article title|authors?|author(?:s[’']|['’]s)? (?:names?|details|information)|affiliations?|correspond(?:ence|ing author)"
                    + "|contents|table of contents|highlights|orcid)\\s*:?");
    private static final Pattern TITLE_LABEL = Pattern.compile("(?iu)^(?:article )?title\\s*[:.]?\\s*");
    private static final Pattern RAISED_LETTER = Pattern.compile("(?<![\\p{L}])[a-z](?![\\p{L}])");
    private static final int LONGEST_TITLE = 400;

    private final List<Item> items;
    private Optional<String> title = Optional.empty();
    private final List<Item> abstractParts = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private int end;

    private FrontMatterReader(List<Item> items) {
        this.items = items;
    }

    /** @param end the number of items that belong to the front matter */
    record Front(
            Optional<String> title, List<Item> abstractParts, List<String> keywords, List<String> people, int end) {
        FrontMatter matter(Blocks blocks) {
            return TitlePage.read(title, blocks.of(abstractParts), keywords, people);
        }
    }

    static Front read(List<Item> items) {
        var reader = new FrontMatterReader(items);
        reader.read();
        return new Front(reader.title, reader.abstractParts, reader.keywords, reader.people, reader.end);
    }

    private void read() {
        end = firstSection();
        var part = Part.PEOPLE;
        for (var item : items.subList(0, end)) {
            if (!(item instanceof Para para)) {
                continue;
            }
            var plain = para.plain();
            if (Headings.ABSTRACT.matcher(plain).matches()) {
                part = abstractParts.isEmpty() ? Part.ABSTRACT : Part.REPEATED;
            } else if (Headings.KEYWORDS.matcher(plain).matches()) {
                part = Part.KEYWORDS;
            } else if (KEYWORDS_RUN_IN.matcher(plain).find()) {
                keywords(KEYWORDS_RUN_IN.matcher(plain).replaceFirst(""));
                part = Part.PEOPLE;
            } else if (ABSTRACT_RUN_IN.matcher(plain).find()) {
                abstractParts.add(withoutLabel(para));
                part = Part.ABSTRACT;
            } else if (para.role() instanceof Role.AbstractText) {
                abstractParts.add(para);
                part = Part.ABSTRACT;
            } else if (plain.matches("(?iu)(?:table of )?contents\\s*:?")) {
                part = Part.REPEATED;
            } else if (FRONT_HEADING.matcher(plain).matches()) {
                part = Part.PEOPLE;
            } else {
                switch (part) {
                    case ABSTRACT -> abstractParts.add(para);
                    case KEYWORDS -> {
                        keywords(plain);
                        part = Part.PEOPLE;
                    }
                    case PEOPLE -> person(para, plain);
                    case REPEATED -> {}
                }
            }
        }
    }

    private enum Part {
        PEOPLE,
        ABSTRACT,
        KEYWORDS,
        /** A second abstract, a list of contents. */
        REPEATED
    }

    private void person(Para para, String plain) {
        var untitled = title.isEmpty() && abstractParts.isEmpty() && keywords.isEmpty();
        if (para.role() instanceof Role.Title
                || untitled && plain.length() <= LONGEST_TITLE && plain.matches(".*\\p{L}{2}.*")) {
            if (title.isEmpty() || para.role() instanceof Role.Title && people.isEmpty()) {
                title = Optional.of(TITLE_LABEL.matcher(plain).replaceFirst(""));
                return;
            }
        }
        var line = new StringBuilder();
        para.runs()
                .forEach(run -> line.append(
                        run.shift() > 0 ? RAISED_LETTER.matcher(run.text()).replaceAll("^$0") : run.text()));
        Arrays.stream(line.toString().split("\\n"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(people::add);
    }

    private void keywords(String list) {
        if (keywords.isEmpty()) {
            Arrays.stream(list.split("\\s*[,;•·|]\\s*"))
                    .map(word -> word.strip().replaceAll("\\.$", ""))
                    .filter(word -> !word.isEmpty())
                    .forEach(keywords::add);
        }
    }

    private static Para withoutLabel(Para para) {
        var left = Run.plain(para.runs()).length();
        var label = ABSTRACT_RUN_IN.matcher(Run.plain(para.runs()).stripLeading());
        var drop = left - (label.find() ? label.replaceFirst("").length() : left);
        var runs = new ArrayList<Run>();
        for (var run : para.runs()) {
            var cut = Math.min(drop, run.text().length());
            drop -= cut;
            runs.add(run.withText(run.text().substring(cut)));
        }
        return new Para(runs, para.role(), para.pictures());
    }

    /** Where the text begins: the first heading that says so, or behind the last thing known to be front matter. */
    private int firstSection() {
        var afterKnown = 0;
        var titleSeen = false;
        for (var i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Para para)) {
                if (afterKnown == 0 && i < 5) {
                    continue;
                }
                break;
            }
            var plain = para.plain();
            if (para.role() instanceof Role.Heading) {
                var front = isAbstractLabel(para)
                        || isKeywordsLabel(plain)
                        || FRONT_HEADING.matcher(plain).matches();
                var isTitle = !titleSeen
                        && !Headings.isLabel(plain)
                        && (abstractFollows(i) || onlyPeopleBeforeHeading(i + 1));
                if (!front && (!isTitle || afterAbstract(i))) {
                    return afterKnown > 0 || titleSeen || onlyPeopleBeforeHeading(0) ? i : titleAlone();
                }
                titleSeen |= isTitle;
            }
            if (para.role() instanceof Role.Title
                    || isKeywordsLabel(plain)
                    || KEYWORDS_RUN_IN.matcher(plain).find()
                    || isAbstractLabel(para)
                    || i > 0
                            && items.get(i - 1) instanceof Para before
                            && (Headings.ABSTRACT.matcher(before.plain()).matches()
                                    || isKeywordsLabel(before.plain()))) {
                afterKnown = i + 1;
            }
        }
        return afterKnown > 0 ? afterKnown : titleAlone();
    }

    /** With neither headings nor labels a short first line is the title, and all the rest is text. */
    private int titleAlone() {
        return items.size() > 1
                        && items.get(0) instanceof Para first
                        && first.plain().length() <= 200
                        && !first.plain().matches(".*[.?!]")
                        && !(first.role() instanceof Role.Heading)
                ? 1
                : 0;
    }

    private boolean onlyPeopleBeforeHeading(int from) {
        for (var i = from; i < items.size(); i++) {
            if (!(items.get(i) instanceof Para para)) {
                return false;
            }
            if (para.role() instanceof Role.Heading) {
                return i > from || from > 0;
            }
            if (!TitlePage.mayStandOn(para.plain())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isKeywordsLabel(String plain) {
        return Headings.KEYWORDS.matcher(plain).matches();
    }

    private static boolean isAbstractLabel(Para para) {
        return Headings.ABSTRACT.matcher(para.plain()).matches()
                || ABSTRACT_RUN_IN.matcher(para.plain()).find()
                || para.role() instanceof Role.AbstractText;
    }

    private boolean afterAbstract(int index) {
        return items.subList(0, index).stream().anyMatch(item -> item instanceof Para para && isAbstractLabel(para));
    }

    private boolean abstractFollows(int index) {
        return items.subList(index, Math.min(items.size(), index + 40)).stream()
                .anyMatch(item -> item instanceof Para para && isAbstractLabel(para));
    }
}
