package org.imprimatur.intake.citation;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.intake.citation.Mention.CitedName;
import org.imprimatur.intake.citation.Verdict.Kind;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Reference;

/** The reference list, asked which entry a citation means. */
final class ReferenceIndex {
    private final List<Reference> references;

    ReferenceIndex(List<Reference> references) {
        this.references = references.stream()
                .filter(reference -> !reference.authors().isEmpty())
                .toList();
    }

    /** The best of several readings of one place. */
    Reading best(List<Mention> readings) {
        return readings.stream()
                .map(mention -> new Reading(mention, judge(mention)))
                .min(Comparator.comparing(reading -> reading.verdict().kind()))
                .orElseThrow();
    }

    record Reading(Mention mention, Verdict verdict) {}

    Verdict judge(Mention mention) {
        var byFirst = references.stream()
                .filter(reference -> firstAuthorIs(reference, mention))
                .toList();
        if (byFirst.isEmpty()) {
            byFirst = references.stream()
                    .filter(reference -> firstAuthorIsLoosely(reference, mention))
                    .toList();
        }
        if (byFirst.isEmpty()) {
            return unknownFirstAuthor(mention);
        }
        var sameYear = byFirst.stream().filter(ofYear(mention.year())).toList();
        if (sameYear.isEmpty()) {
            return yearDiffers(mention, byFirst);
        }
        var fitting =
                sameYear.stream().filter(reference -> fits(reference, mention)).toList();
        if (fitting.isEmpty()) {
            return authorsDiffer(mention, sameYear);
        }
        if (oneWork(fitting)) {
            return new Verdict(Kind.FITS, fitting);
        }
        return new Verdict(Kind.AMBIGUOUS, fitting);
    }

    private static Verdict authorsDiffer(Mention mention, List<Reference> sameYear) {
        var cited = mention.names();
        var initialsDiffer = sameYear.stream()
                .filter(reference -> familiesFit(reference, mention))
                .toList();
        if (!initialsDiffer.isEmpty()) {
            return new Verdict(Kind.NAME_DIFFERS, initialsDiffer);
        }
        var sameCount = sameYear.stream()
                .filter(reference -> mention.etAl()
                        ? countFits(reference, mention)
                        : reference.authors().size() == cited.size() && !reference.othersOmitted())
                .toList();
        return sameCount.isEmpty()
                ? new Verdict(Kind.COUNT_DIFFERS, sameYear)
                : new Verdict(Kind.NAME_DIFFERS, sameCount);
    }

    private static Verdict yearDiffers(Mention mention, List<Reference> byFirst) {
        var sameAuthors =
                byFirst.stream().filter(reference -> fits(reference, mention)).toList();
        if (sameAuthors.isEmpty()) {
            return new Verdict(Kind.UNKNOWN, List.of());
        }
        var year = number(mention.year());
        var nearest = sameAuthors.stream()
                .mapToInt(reference -> Math.abs(number(reference.year().orElse("")) - year))
                .min()
                .orElse(0);
        return new Verdict(
                Kind.YEAR_DIFFERS,
                sameAuthors.stream()
                        .filter(reference -> Math.abs(number(reference.year().orElse("")) - year) == nearest)
                        .toList());
    }

    private Verdict unknownFirstAuthor(Mention mention) {
        var cited = mention.names();
        if (cited.size() > 1) {
            // All other names and the year agree: the entry is evident, one name is wrong or they are in another order.
            var others = references.stream()
                    .filter(ofYear(mention.year()))
                    .filter(reference -> reference.authors().size() >= cited.size())
                    .filter(reference -> sameButFirst(reference, cited) || sameInOtherOrder(reference, cited))
                    .toList();
            if (others.size() == 1) {
                return new Verdict(Kind.NAME_DIFFERS, others);
            }
        }
        var family = cited.get(0).family();
        var near = references.stream()
                .filter(reference -> Names.near(reference.authors().get(0).family(), family)
                        || Names.near(reference.authors().get(0).family(), mention.wholeName()))
                .toList();
        var nearInYear = near.stream().filter(ofYear(mention.year())).toList();
        if (!nearInYear.isEmpty()) {
            var shaped = nearInYear.stream()
                    .filter(reference -> countFits(reference, mention))
                    .toList();
            return new Verdict(Kind.MISTYPED, closest(shaped.isEmpty() ? nearInYear : shaped, family));
        }
        var coAuthored = references.stream()
                .filter(ofYear(mention.year()))
                .filter(reference ->
                        reference.authors().stream().skip(1).anyMatch(author -> Names.same(author.family(), family)))
                .filter(reference -> mention.etAl() && reference.authors().size() > 2)
                .toList();
        if (coAuthored.size() == 1) {
            return new Verdict(Kind.MISTYPED, coAuthored);
        }
        var oneLetter = near.stream()
                .filter(reference ->
                        Names.distance(Names.fold(reference.authors().get(0).family()), Names.fold(family)) == 1)
                .filter(reference -> countFits(reference, mention))
                .toList();
        return oneLetter.size() == 1 && family.length() > 4
                ? new Verdict(Kind.MISTYPED, oneLetter)
                : new Verdict(Kind.UNKNOWN, List.of());
    }

    private static List<Reference> closest(List<Reference> candidates, String family) {
        var folded = Names.fold(family);
        var distances = candidates.stream()
                .map(reference ->
                        Names.distance(Names.fold(reference.authors().get(0).family()), folded))
                .toList();
        var least = distances.stream().min(Comparator.naturalOrder()).orElseThrow();
        return IntStream.range(0, candidates.size())
                .filter(i -> distances.get(i).equals(least))
                .mapToObj(candidates::get)
                .toList();
    }

    private static boolean sameButFirst(Reference reference, List<CitedName> cited) {
        return reference.authors().size() == cited.size()
                && IntStream.range(1, cited.size())
                        .allMatch(i -> Names.same(
                                reference.authors().get(i).family(),
                                cited.get(i).family()));
    }

    private static boolean sameInOtherOrder(Reference reference, List<CitedName> cited) {
        var listed = reference.authors().stream()
                .map(author -> Names.fold(author.family()))
                .collect(Collectors.toSet());
        var named = cited.stream().map(name -> Names.fold(name.family())).collect(Collectors.toSet());
        return listed.equals(named);
    }

    private static boolean firstAuthorIs(Reference reference, Mention mention) {
        var first = reference.authors().get(0);
        return Names.same(first.family(), mention.names().get(0).family())
                || isOrganisation(first, mention.wholeName())
                || isOrganisation(first, mention.names().get(0).family());
    }

    /** Without particles, as half of a double name, or with the given name before it. */
    private static boolean firstAuthorIsLoosely(Reference reference, Mention mention) {
        var first = reference.authors().get(0);
        var cited = mention.names().get(0);
        var listed = Names.withoutParticles(first.family());
        var named = Names.withoutParticles(cited.family());
        if (listed.isEmpty() || named.isEmpty()) {
            return false;
        }
        if (listed.equals(named)) {
            return true;
        }
        if (first.organisation()) {
            return Names.fold(first.family()).startsWith(Names.fold(mention.wholeName()) + " ")
                    && mention.wholeName().contains(" ");
        }
        if (listed.startsWith(named + " ") || listed.endsWith(" " + named)) {
            return true;
        }
        var given = givenName(cited, first);
        return !given.isEmpty()
                && !first.initials().isEmpty()
                && Names.initials(first.initials())
                        .startsWith(Names.initials(given).substring(0, 1));
    }

    /** "Fahad" where "Fahad Khan" is cited and Khan listed, or "". */
    private static String givenName(CitedName cited, Author listed) {
        var words = cited.family().split(" ");
        var family = Names.fold(listed.family()).split(" ").length;
        if (words.length <= family) {
            return "";
        }
        var tail = String.join(" ", List.of(words).subList(words.length - family, words.length));
        return Names.same(tail, listed.family()) ? words[0] : "";
    }

    private static boolean isOrganisation(Author author, String cited) {
        if (!author.organisation()) {
            return false;
        }
        var listed = Names.fold(author.family()).replaceFirst("^the ", "");
        var named = Names.fold(cited).replaceFirst("^the ", "");
        var abbreviation = cited.replaceAll("[.\\s]", "");
        return listed.equals(named)
                || abbreviation.matches("\\p{Lu}[\\p{Lu}\\p{N}&-]+")
                        && (abbreviation.equals(author.initials())
                                || abbreviation.length() > 1 && abbreviation.equals(Names.acronym(author.family())));
    }

    private static boolean fits(Reference reference, Mention mention) {
        return familiesFit(reference, mention)
                && IntStream.range(
                                0,
                                Math.min(
                                        mention.names().size(),
                                        reference.authors().size()))
                        .allMatch(i -> initialsFit(
                                reference.authors().get(i), mention.names().get(i)));
    }

    private static boolean familiesFit(Reference reference, Mention mention) {
        if (wholeNameIsOne(reference, mention)) {
            return true;
        }
        var cited = mention.names();
        return countFits(reference, mention)
                && IntStream.range(1, cited.size())
                        .allMatch(i -> sameLoosely(reference.authors().get(i), cited.get(i)));
    }

    private static boolean wholeNameIsOne(Reference reference, Mention mention) {
        return reference.authors().size() == 1
                && !mention.etAl()
                && (Names.same(reference.authors().get(0).family(), mention.wholeName())
                        || isOrganisation(reference.authors().get(0), mention.wholeName()));
    }

    private static boolean countFits(Reference reference, Mention mention) {
        var listed = reference.authors().size();
        var cited = mention.names().size();
        if (wholeNameIsOne(reference, mention)) {
            return true;
        }
        if (mention.etAl()) {
            return listed > cited && listed > 2 || reference.othersOmitted();
        }
        return listed == cited && !reference.othersOmitted();
    }

    private static boolean sameLoosely(Author listed, CitedName cited) {
        var one = Names.withoutParticles(listed.family());
        var other = Names.withoutParticles(cited.family());
        return Names.same(listed.family(), cited.family())
                || one.equals(other)
                || one.startsWith(other + " ")
                || one.endsWith(" " + other)
                || isOrganisation(listed, cited.family())
                || !givenName(cited, listed).isEmpty();
    }

    private static boolean initialsFit(Author listed, CitedName cited) {
        if (cited.initials().isEmpty() || listed.initials().isEmpty() || listed.organisation()) {
            return true;
        }
        var one = Names.initials(listed.initials());
        var other = Names.initials(cited.initials());
        return one.startsWith(other) || other.startsWith(one);
    }

    private static Predicate<Reference> ofYear(String year) {
        return reference ->
                reference.year().filter(listed -> sameYear(listed, year)).isPresent();
    }

    /** "2021" may be 2021a or 2021b, but 2021b is that alone. */
    private static boolean sameYear(String listed, String cited) {
        return listed.equals(cited) || cited.matches("\\d{4}") && listed.matches(cited + "[a-z]");
    }

    private static int number(String year) {
        return year.matches("\\d{4}[a-z]?") ? Integer.parseInt(year.substring(0, 4)) : -10_000;
    }

    /** One entry, or several that are the same work listed twice. */
    private static boolean oneWork(List<Reference> candidates) {
        return candidates.stream().skip(1).allMatch(other -> Duplicates.sameWork(candidates.get(0), other));
    }
}
