package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.intake.citation.Finding.Code;
import org.imprimatur.intake.citation.Mention.Form;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.StructuredText;

/**
 * Holds in-text author–year citations against the reference list. It would rather miss a doubtful one than report what
 * is no mistake: a check that cries wolf isn't read. In a manuscript with numbered citations ("[12]") it checks the
 * numbers instead.
 */
public final class CheckingCitations {
    private static final int AROUND = 70;
    private static final Pattern NUMBERED = Pattern.compile("\\[(\\d{1,3}(?:\\s*[,;–-]\\s*\\d{1,3})*)]");

    /** Never throws for any text; the same text gives the same report. */
    public IntakeReport check(StructuredText text) {
        return new Check(text).report();
    }

    private record Cited(Place place, Mention mention, Verdict verdict) {}

    private static final class Check {
        private final StructuredText text;
        private final List<Place> places;
        private final ReferenceIndex index;
        private final List<Finding> findings = new ArrayList<>();

        Check(StructuredText text) {
            this.text = text;
            this.places = Place.of(text);
            this.index = new ReferenceIndex(
                    text.references(),
                    new Abbreviations(places.stream().map(Place::text).toList()));
        }

        IntakeReport report() {
            var cited = cited();
            var meant = new HashSet<String>();
            cited.forEach(one -> one.verdict().references().forEach(reference -> meant.add(reference.id())));
            var numbers = cited.isEmpty() ? numbers(meant) : 0;
            if (numbers == 0) {
                var odd = oddStyles(cited);
                for (var one : cited) {
                    findings.addAll(mistake(one));
                    if (odd.contains(one)) {
                        findings.add(comma(one));
                    }
                    if (!one.mention().dotted()) {
                        findings.add(dot(one));
                    }
                }
            }
            duplicates(meant);
            neverCited(meant);
            return new IntakeReport(cited.size() + numbers, text.references().size(), findings);
        }

        private List<Cited> cited() {
            var certain = new ArrayList<Cited>();
            for (var place : places) {
                for (var readings :
                        place.bare() ? MentionFinder.findWithBare(place.text()) : MentionFinder.find(place.text())) {
                    var best = index.best(readings);
                    certain.add(new Cited(place, best.mention(), best.verdict()));
                }
            }
            var prose = prose(certain);
            return certain.stream().filter(one -> isCitation(one, prose)).toList();
        }

        /** The words that the text uses outside citations. */
        private Set<String> prose(List<Cited> cited) {
            var masked = new IdentityHashMap<Place, char[]>();
            places.forEach(place -> masked.put(place, place.text().toCharArray()));
            cited.forEach(one -> Arrays.fill(
                    masked.get(one.place()),
                    one.mention().start(),
                    one.mention().end(),
                    ' '));
            var words = new HashSet<String>();
            for (var rest : masked.values()) {
                for (var word : new String(rest).split("[^\\p{L}\\p{M}'’-]+")) {
                    words.add(word);
                }
            }
            return words.stream().map(Names::fold).collect(Collectors.toSet());
        }

        private static boolean isCitation(Cited one, Set<String> prose) {
            return Meaning.isCitation(one.mention(), one.verdict(), prose::contains);
        }

        private List<Finding> mistake(Cited one) {
            var label = one.mention().label();
            var references = one.verdict().references();
            var suggestions = references.stream()
                    .map(reference -> Label.of(reference, one.mention()))
                    .distinct()
                    .toList();
            var suggestion = suggestions.size() == 1 ? suggestions.get(0) : null;
            var years = references.stream()
                    .map(reference -> reference.year().orElse("no year"))
                    .collect(Collectors.toCollection(TreeSet::new));
            return switch (one.verdict().kind()) {
                case FITS -> List.of();
                case AMBIGUOUS ->
                    List.of(finding(
                            one,
                            Code.CITATION_AMBIGUOUS,
                            "“%s” may mean %d entries of the reference list. Say which one: %s."
                                    .formatted(label, references.size(), apart(references)),
                            null));
                case NAME_DIFFERS ->
                    List.of(finding(
                            one,
                            Code.AUTHOR_NAME_DIFFERS,
                            "“%s” names other authors than the reference list, which has %s. Correct whichever is wrong."
                                    .formatted(label, listed(references)),
                            suggestion));
                case COUNT_DIFFERS ->
                    List.of(finding(
                            one,
                            Code.AUTHOR_COUNT_DIFFERS,
                            "“%s” says %s, but in the reference list the work has %s. Correct the citation or the entry."
                                    .formatted(label, saidCount(one.mention()), listedCount(references)),
                            suggestion));
                case YEAR_DIFFERS ->
                    List.of(finding(
                            one,
                            Code.REFERENCE_YEAR_DIFFERS,
                            "“%s”: the reference list has %s with the year %s. Correct the year, or add the work of %s to the list."
                                    .formatted(
                                            label,
                                            one.mention().wholeName()
                                                    + (one.mention().etAl() ? " et al." : ""),
                                            String.join(" and ", years),
                                            one.mention().year()),
                            suggestion));
                case MISTYPED ->
                    List.of(finding(
                            one,
                            Code.CITATION_WITHOUT_REFERENCE,
                            "“%s” has no entry in the reference list. Did you mean %s?"
                                    .formatted(
                                            label,
                                            suggestions.stream()
                                                    .map(s -> "“" + s + "”")
                                                    .collect(Collectors.joining(" or "))),
                            suggestion));
                case UNKNOWN ->
                    List.of(finding(
                            one,
                            Code.CITATION_WITHOUT_REFERENCE,
                            "“%s” has no entry in the reference list. Add the work to the list, or take the citation out."
                                    .formatted(label),
                            null));
            };
        }

        private static String apart(List<Reference> references) {
            var sameAuthors = references.stream()
                            .map(reference -> reference.authors())
                            .distinct()
                            .count()
                    == 1;
            return sameAuthors
                    ? "give their years letters (%1$sa, %1$sb) in the list and in the text"
                            .formatted(references.get(0).year().orElse("").replaceAll("[a-z]$", ""))
                    : references.stream().map(Label::withInitials).collect(Collectors.joining(" or "));
        }

        private static String listed(List<Reference> references) {
            return references.stream().map(Label::withAllNames).collect(Collectors.joining(" and "));
        }

        private static String saidCount(Mention mention) {
            if (mention.etAl()) {
                return "“et al.”, that is three authors or more";
            }
            return mention.names().size() == 1 ? "one author" : mention.names().size() + " authors";
        }

        private static String listedCount(List<Reference> references) {
            return references.stream()
                    .map(reference -> reference.authors().size())
                    .distinct()
                    .sorted()
                    .map(count -> count == 1 ? "one author" : count + " authors")
                    .collect(Collectors.joining(" or "));
        }

        /** Those that treat the comma before the year otherwise than most in the text do. */
        private static Set<Cited> oddStyles(List<Cited> cited) {
            var inBrackets = cited.stream()
                    .filter(one -> one.mention().form() == Form.IN_BRACKETS)
                    .collect(Collectors.partitioningBy(one -> one.mention().comma()));
            var with = inBrackets.get(true);
            var without = inBrackets.get(false);
            if (with.size() == without.size()) {
                return Set.of();
            }
            var odd = Collections.<Cited>newSetFromMap(new IdentityHashMap<>());
            odd.addAll(with.size() < without.size() ? with : without);
            return odd;
        }

        private static Finding comma(Cited one) {
            var message = one.mention().comma()
                    ? "“%s” has a comma before the year; the other citations have none."
                    : "“%s” lacks the comma before the year that the other citations have.";
            return finding(
                    one, Code.CITATION_STYLE, message.formatted(one.mention().label()), restyled(one.mention()));
        }

        private static Finding dot(Cited one) {
            return finding(
                    one,
                    Code.CITATION_STYLE,
                    "“%s” lacks the full stop after “al”."
                            .formatted(one.mention().label()),
                    one.mention().label().replaceFirst("et al\\b\\.?", "et al."));
        }

        private static String restyled(Mention mention) {
            return mention.comma()
                    ? mention.label().replaceFirst(", (?=[^,]*$)", " ")
                    : mention.label().replaceFirst("(?= " + Pattern.quote(mention.year()) + "$)", ",");
        }

        private void duplicates(Set<String> meant) {
            var references = text.references();
            for (var pair : Duplicates.in(references)) {
                var earlier = references.get(pair.first());
                var again = references.get(pair.again());
                if (meant.contains(earlier.id())) {
                    meant.add(again.id());
                }
                findings.add(new Finding(
                        Code.REFERENCE_DUPLICATED,
                        "This work stands in the reference list twice, as entries %d and %d. Keep one."
                                .formatted(pair.first() + 1, pair.again() + 1),
                        null,
                        earlier.raw() + "\n" + again.raw(),
                        null,
                        Place.REFERENCES,
                        pair.again() + 1,
                        again.raw()));
            }
        }

        private void neverCited(Set<String> meant) {
            var references = text.references();
            for (var i = 0; i < references.size(); i++) {
                var reference = references.get(i);
                if (!meant.contains(reference.id())
                        && !reference.authors().isEmpty()
                        && reference.year().isPresent()) {
                    findings.add(new Finding(
                            Code.REFERENCE_NEVER_CITED,
                            "“%s” is in the reference list but nowhere cited. Cite it where it belongs, or take it out of the list."
                                    .formatted(Label.of(reference, null)),
                            null,
                            reference.raw(),
                            null,
                            Place.REFERENCES,
                            i + 1,
                            reference.raw()));
                }
            }
        }

        /** Numbered citations: how many, and which number points nowhere. */
        private int numbers(Set<String> meant) {
            var references = text.references();
            var count = 0;
            for (var place : places) {
                var matcher = NUMBERED.matcher(place.text());
                while (matcher.find()) {
                    for (var number : numbers(matcher.group(1))) {
                        count++;
                        if (number >= 1 && number <= references.size()) {
                            meant.add(references.get(number - 1).id());
                        } else {
                            findings.add(new Finding(
                                    Code.CITATION_WITHOUT_REFERENCE,
                                    "“[%d]” points to no entry: the reference list has %d."
                                            .formatted(number, references.size()),
                                    "[" + number + "]",
                                    null,
                                    null,
                                    place.section(),
                                    place.paragraph(),
                                    around(place.text(), matcher.start(), matcher.end())));
                        }
                    }
                }
            }
            return count;
        }

        private static List<Integer> numbers(String list) {
            var numbers = new ArrayList<Integer>();
            for (var part : list.split("\\s*[,;]\\s*")) {
                var ends = part.split("\\s*[–-]\\s*");
                var last = Integer.parseInt(ends[ends.length - 1]);
                for (var number = Integer.parseInt(ends[0]); number <= last; number++) {
                    numbers.add(number);
                }
            }
            return numbers;
        }

        private static Finding finding(Cited one, Code code, String message, String suggestion) {
            var references = one.verdict().references();
            return new Finding(
                    code,
                    message,
                    one.mention().label(),
                    references.isEmpty()
                            ? null
                            : references.stream().map(Reference::raw).collect(Collectors.joining("\n")),
                    suggestion,
                    one.place().section(),
                    one.place().paragraph(),
                    around(
                            one.place().text(),
                            one.mention().start(),
                            one.mention().end()));
        }
    }

    static String around(String text, int start, int end) {
        var from = Math.max(0, start - AROUND);
        var to = Math.min(text.length(), end + AROUND);
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1)) && from < start) {
            from++;
        }
        while (to < text.length() && !Character.isWhitespace(text.charAt(to)) && to > end) {
            to--;
        }
        return (from > 0 ? "… " : "")
                + text.substring(from, to).strip().replaceAll("\\s+", " ")
                + (to < text.length() ? " …" : "");
    }
}
