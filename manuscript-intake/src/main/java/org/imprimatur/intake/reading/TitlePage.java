package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.FrontMatter.ProposedAuthor;

/** Reads people and affiliations out of a title page's lines. */
final class TitlePage {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern ORCID = Pattern.compile("\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\b");
    private static final Pattern CORRESPONDING = Pattern.compile("(?iu)correspond(?:ing|ence)");
    private static final Pattern PLACE = Pattern.compile(
            "(?iu)\\b(universit\\w*|college|institut\\w*|department|dept|faculty|school|cent(?:er|re)|hospital|academy|laborator\\w*"
                    + "|ministry|division|foundation|polytechnic|research|professor|lecturer|scholar|student|fellow)\\b");
    private static final String PERSON =
            "\\p{Lu}[\\p{L}\\p{M}'’.\\-]*(?:\\s+(?:\\p{Lu}[\\p{L}\\p{M}'’.\\-]*|van|von|der|den|de|del|della|di|da|la|bin|ibn|al|el|ul|ud|ur)){1,5}";
    private static final Pattern PERSON_AND_PLACE = Pattern.compile("^(" + PERSON + ")\\s*[:,–—]\\s*(.+)$");
    private static final Pattern PEOPLE =
            Pattern.compile("^" + PERSON + "(?:\\s*(?:,\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*)" + PERSON + ")*$");

    private static final int LONGEST_LINE = 600;

    private TitlePage() {}

    /** Whether a line before the first heading may be a name, a place or an address rather than text. */
    static boolean mayStandOn(String line) {
        return line.length() <= 250
                && (PLACE.matcher(line).find()
                        || EMAIL.matcher(line).find()
                        || ORCID.matcher(line).find()
                        || !line.matches(".*[.?!]"));
    }

    static FrontMatter read(
            Optional<String> title, List<Block> abstractText, List<String> keywords, List<String> lines) {
        var authors = new ArrayList<ProposedAuthor>();
        var affiliations = new LinkedHashSet<String>();
        for (var line : lines) {
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            var corresponding = CORRESPONDING.matcher(line).find();
            var email = first(EMAIL, line);
            var orcid = first(ORCID, line);
            var words = EMAIL.matcher(ORCID.matcher(line).replaceAll(""))
                    .replaceAll("")
                    .replaceAll(
                            "(?iu)\\(?\\s*\\*?corresponding author\\s*\\)?:?|https?://\\S*|\\(?e-?mail\\s*:?\\s*\\)?|orcid( id)?\\s*:?",
                            "")
                    .replaceAll("[\\d*†‡§¹²³⁴⁵⁶]+", " ")
                    .replaceAll("(?<=\\p{Ll})\\s+,", ",")
                    .replaceAll("\\s+", " ")
                    .replaceAll("^[\\s,;:.]+|[\\s,;:(]+$", "")
                    .strip();
            var both = PERSON_AND_PLACE.matcher(words);
            if (both.matches()
                    && PLACE.matcher(both.group(2)).find()
                    && !PLACE.matcher(both.group(1)).find()) {
                var place = place(both.group(2));
                place.ifPresent(affiliations::add);
                authors.add(new ProposedAuthor(both.group(1), place.stream().toList(), email, orcid, corresponding));
            } else if (PEOPLE.matcher(words).matches() && !PLACE.matcher(words).find()) {
                var people = words.split("\\s*,\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*");
                for (var person : people) {
                    authors.add(new ProposedAuthor(
                            person,
                            List.of(),
                            people.length == 1 ? email : Optional.empty(),
                            people.length == 1 ? orcid : Optional.empty(),
                            people.length == 1 && corresponding));
                }
            } else if (PLACE.matcher(words).find()) {
                var place = place(words);
                place.ifPresent(affiliations::add);
                belongsToLast(authors, place, email, orcid, corresponding);
            } else {
                belongsToLast(authors, Optional.empty(), email, orcid, corresponding);
            }
        }
        return new FrontMatter(title, abstractText, keywords, authors, List.copyOf(affiliations));
    }

    private static Optional<String> first(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Without the position held: "PhD Scholar, Department of …" is the department. */
    private static Optional<String> place(String words) {
        var place = words.replaceAll(
                        "(?iu)^(?:(?:associate|assistant|full|visiting|adjunct|senior|research|post-?doctoral|phd|ph\\.d\\.?|doctoral|mphil|m\\.phil\\.?|"
                                + "emeritus)\\s+)*(?:professor|lecturer|scholar|student|fellow|researcher|candidate|reader)\\s*(?:,|of\\s+[^,]+,|at|in)\\s*",
                        "")
                .replaceAll("\\.$", "")
                .strip();
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    /** A line below one author alone is about that author; below several it can't be told. */
    private static void belongsToLast(
            List<ProposedAuthor> authors,
            Optional<String> place,
            Optional<String> email,
            Optional<String> orcid,
            boolean corresponding) {
        if (authors.isEmpty()) {
            return;
        }
        var last = authors.remove(authors.size() - 1);
        var places = new ArrayList<>(last.affiliations());
        place.ifPresent(places::add);
        authors.add(new ProposedAuthor(
                last.name(),
                places,
                last.email().or(() -> email),
                last.orcid().or(() -> orcid),
                last.corresponding() || corresponding));
    }
}
