package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.imprimatur.intake.citation.Mention.CitedName;
import org.imprimatur.intake.citation.Verdict.Kind;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Reference;

/** The reference list, asked which entry a citation means. */
final class ReferenceIndex {
    private final List<Entry> entries;
    private final Abbreviations abbreviations;
    private final Map<Question, Verdict> answered = new HashMap<>();

    private record Entry(Reference reference, List<Name> names) {
        Author first() {
            return reference.authors().get(0);
        }

        Name firstName() {
            return names.get(0);
        }

        boolean isOf(String year) {
            // "2021" may be 2021a or 2021b, but 2021b is that alone.
            return reference
                    .year()
                    .filter(listed -> listed.equals(year)
                            || year.length() == 4
                                    && listed.length() == 5
                                    && listed.startsWith(year)
                                    && Character.isLetter(listed.charAt(4)))
                    .isPresent();
        }
    }

    /** A citation's names, compared many times. */
    private record Question(List<CitedName> cited, String whole, boolean etAl, String year) {}

    private record Asked(Question question, List<Name> names, Name whole) {
        static Asked of(Question question) {
            return new Asked(
                    question,
                    question.cited().stream()
                            .map(name -> Name.of(name.family()))
                            .toList(),
                    Name.of(question.whole()));
        }

        int count() {
            return names.size();
        }
    }

    ReferenceIndex(List<Reference> references, Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
        this.entries = references.stream()
                .filter(reference -> !reference.authors().isEmpty())
                .map(reference -> new Entry(
                        reference,
                        reference.authors().stream()
                                .map(author -> Name.of(author.family()))
                                .toList()))
                .toList();
    }

    record Reading(Mention mention, Verdict verdict) {}

    /** The best of several readings of one place. */
    Reading best(List<Mention> readings) {
        return readings.stream()
                .map(mention -> new Reading(mention, judge(mention)))
                .min(Comparator.comparing(reading -> reading.verdict().kind()))
                .orElseThrow();
    }

    Verdict judge(Mention mention) {
        return answered.computeIfAbsent(
                new Question(mention.names(), mention.wholeName(), mention.etAl(), mention.year()),
                question -> judge(Asked.of(question)));
    }

    private Verdict judge(Asked asked) {
        var byFirst = where(entries, entry -> firstAuthorIs(entry, asked));
        if (byFirst.isEmpty()) {
            byFirst = where(entries, entry -> firstAuthorIsLoosely(entry, asked));
        }
        if (byFirst.isEmpty()) {
            return unknownFirstAuthor(asked);
        }
        var sameYear = where(byFirst, entry -> entry.isOf(asked.question().year()));
        if (sameYear.isEmpty()) {
            return yearDiffers(asked, byFirst);
        }
        var fitting = where(sameYear, entry -> fits(entry, asked));
        if (fitting.isEmpty()) {
            return authorsDiffer(asked, sameYear);
        }
        return verdict(oneWork(fitting) ? Kind.FITS : Kind.AMBIGUOUS, fitting);
    }

    private Verdict authorsDiffer(Asked asked, List<Entry> sameYear) {
        var initialsDiffer = where(sameYear, entry -> familiesFit(entry, asked));
        if (!initialsDiffer.isEmpty()) {
            return verdict(Kind.NAME_DIFFERS, initialsDiffer);
        }
        var sameCount = where(sameYear, entry -> countFits(entry, asked));
        if (!sameCount.isEmpty()) {
            return verdict(Kind.NAME_DIFFERS, sameCount);
        }
        // With a co-author that no entry has it is another work.
        var sameNames = where(
                sameYear,
                entry -> asked.names().stream()
                        .skip(1)
                        .allMatch(cited -> entry.names().stream().anyMatch(listed -> listed.sameLoosely(cited))));
        return sameNames.isEmpty() ? verdict(Kind.UNKNOWN, List.of()) : verdict(Kind.COUNT_DIFFERS, sameNames);
    }

    private Verdict yearDiffers(Asked asked, List<Entry> byFirst) {
        var sameAuthors = where(byFirst, entry -> fits(entry, asked));
        if (sameAuthors.isEmpty()) {
            return verdict(Kind.UNKNOWN, List.of());
        }
        return verdict(
                Kind.YEAR_DIFFERS,
                least(
                        sameAuthors,
                        entry -> Math.abs(number(entry.reference().year().orElse(""))
                                - number(asked.question().year()))));
    }

    private Verdict unknownFirstAuthor(Asked asked) {
        var ofYear = where(entries, entry -> entry.isOf(asked.question().year()));
        if (asked.count() > 1) {
            // All other names and the year agree: the entry is evident, one name is wrong or they are in another order.
            var evident = where(ofYear, entry -> sameButFirst(entry, asked) || sameInOtherOrder(entry, asked));
            if (evident.size() == 1) {
                return verdict(Kind.NAME_DIFFERS, evident);
            }
        }
        var cited = asked.names().get(0);
        var near = where(
                entries,
                entry -> entry.firstName().near(cited) || entry.firstName().near(asked.whole()));
        var nearInYear = where(near, entry -> entry.isOf(asked.question().year()));
        if (!nearInYear.isEmpty()) {
            var shaped = where(nearInYear, entry -> countFits(entry, asked));
            return verdict(
                    Kind.MISTYPED,
                    least(
                            shaped.isEmpty() ? nearInYear : shaped,
                            entry -> entry.firstName().distance(cited)));
        }
        if (asked.question().etAl()) {
            var coAuthored = where(
                    ofYear,
                    entry -> entry.names().size() > 2
                            && entry.names().stream().skip(1).anyMatch(name -> name.same(cited)));
            if (coAuthored.size() == 1) {
                return verdict(Kind.MISTYPED, coAuthored);
            }
        }
        var oneLetter = where(near, entry -> entry.firstName().distance(cited) == 1 && countFits(entry, asked));
        return oneLetter.size() == 1 && cited.folded().length() > 4
                ? verdict(Kind.MISTYPED, oneLetter)
                : verdict(Kind.UNKNOWN, List.of());
    }

    private static List<Entry> where(List<Entry> entries, Predicate<Entry> condition) {
        var chosen = new ArrayList<Entry>();
        for (var entry : entries) {
            if (condition.test(entry)) {
                chosen.add(entry);
            }
        }
        return chosen;
    }

    private static List<Entry> least(List<Entry> entries, ToIntFunction<Entry> measure) {
        var least = entries.stream().mapToInt(measure).min().orElse(0);
        return where(entries, entry -> measure.applyAsInt(entry) == least);
    }

    private static Verdict verdict(Kind kind, List<Entry> entries) {
        return new Verdict(kind, entries.stream().map(Entry::reference).toList());
    }

    private static boolean sameButFirst(Entry entry, Asked asked) {
        return entry.names().size() == asked.count()
                && IntStream.range(1, asked.count())
                        .allMatch(i -> entry.names().get(i).same(asked.names().get(i)));
    }

    private static boolean sameInOtherOrder(Entry entry, Asked asked) {
        var listed = new HashSet<String>();
        entry.names().forEach(name -> listed.add(name.folded()));
        var named = new HashSet<String>();
        asked.names().forEach(name -> named.add(name.folded()));
        return listed.equals(named);
    }

    private boolean firstAuthorIs(Entry entry, Asked asked) {
        return entry.firstName().same(asked.names().get(0)) || isOrganisation(entry, asked.whole());
    }

    /** Without particles, as half of a double name, or with the given name before it. */
    private boolean firstAuthorIsLoosely(Entry entry, Asked asked) {
        var cited = asked.names().get(0);
        if (entry.first().organisation()) {
            return entry.firstName().folded().startsWith(asked.whole().folded() + " ")
                    && asked.whole().folded().contains(" ");
        }
        if (entry.firstName().sameLoosely(cited)) {
            return true;
        }
        var given = givenName(cited, entry.firstName());
        return !given.isEmpty()
                && !entry.first().initials().isEmpty()
                && Names.initials(entry.first().initials())
                        .startsWith(Names.initials(given).substring(0, 1));
    }

    /** "Fahad" where "Fahad Khan" is cited and Khan listed, or "". */
    private static String givenName(Name cited, Name listed) {
        var rest = cited.folded().length() - listed.folded().length() - 1;
        return rest > 0
                        && !listed.folded().isEmpty()
                        && cited.folded().endsWith(listed.folded())
                        && cited.folded().charAt(rest) == ' '
                ? cited.written().split(" ")[0]
                : "";
    }

    private boolean isOrganisation(Entry entry, Name cited) {
        if (!entry.first().organisation()) {
            return false;
        }
        var listed = entry.firstName().folded().replaceFirst("^the ", "");
        var letters = cited.written().replaceAll("[.\\s]", "");
        return listed.equals(cited.folded().replaceFirst("^the ", ""))
                || letters.equals(entry.first().initials())
                || !cited.written().contains(" ")
                        && letters.matches("\\p{Lu}[\\p{L}\\p{N}&-]*\\p{Lu}[\\p{L}\\p{N}&-]*")
                        && (Names.abbreviates(letters, entry.first().family().split(",")[0])
                                || abbreviations.stands(letters, listed));
    }

    private boolean fits(Entry entry, Asked asked) {
        return familiesFit(entry, asked)
                && IntStream.range(0, Math.min(asked.count(), entry.names().size()))
                        .allMatch(i -> initialsFit(
                                entry.reference().authors().get(i),
                                asked.question().cited().get(i)));
    }

    private boolean familiesFit(Entry entry, Asked asked) {
        return wholeNameIsOne(entry, asked)
                || countFits(entry, asked)
                        && IntStream.range(1, asked.count())
                                .allMatch(i -> entry.names()
                                                .get(i)
                                                .sameLoosely(asked.names().get(i))
                                        || !givenName(
                                                        asked.names().get(i),
                                                        entry.names().get(i))
                                                .isEmpty());
    }

    private boolean wholeNameIsOne(Entry entry, Asked asked) {
        return entry.names().size() == 1
                && !asked.question().etAl()
                && (entry.firstName().same(asked.whole()) || isOrganisation(entry, asked.whole()));
    }

    private boolean countFits(Entry entry, Asked asked) {
        if (wholeNameIsOne(entry, asked)) {
            return true;
        }
        var listed = entry.names().size();
        var omitted = entry.reference().othersOmitted();
        return asked.question().etAl()
                ? listed > asked.count() && listed > 2 || omitted
                : listed == asked.count() && !omitted;
    }

    private static boolean initialsFit(Author listed, CitedName cited) {
        if (cited.initials().isEmpty() || listed.initials().isEmpty() || listed.organisation()) {
            return true;
        }
        var one = Names.initials(listed.initials());
        var other = Names.initials(cited.initials());
        return one.startsWith(other) || other.startsWith(one);
    }

    private static int number(String year) {
        return year.matches("\\d{4}[a-z]?") ? Integer.parseInt(year.substring(0, 4)) : -10_000;
    }

    /** One entry, or several that are the same work listed twice. */
    private static boolean oneWork(List<Entry> candidates) {
        return candidates.stream()
                .skip(1)
                .allMatch(other -> Duplicates.sameWork(candidates.get(0).reference(), other.reference()));
    }
}
