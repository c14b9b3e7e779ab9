package org.imprimatur.intake.citation;

import java.util.Arrays;
import java.util.function.Predicate;
import org.imprimatur.intake.citation.Mention.CitedName;
import org.imprimatur.intake.citation.Mention.Form;
import org.imprimatur.intake.citation.Verdict.Kind;

/** Whether a place that looks like a citation is meant as one. */
final class Meaning {
    private Meaning() {}

    /** @param usedInProse whether the text uses a word (folded) elsewhere than in citations */
    static boolean isCitation(Mention mention, Verdict verdict, Predicate<String> usedInProse) {
        var kind = verdict.kind();
        var fits = kind == Kind.FITS || kind == Kind.AMBIGUOUS;
        if (mention.form() == Form.BARE) {
            return fits;
        }
        if (fits) {
            return true;
        }
        var known = kind != Kind.UNKNOWN && kind != Kind.MISTYPED;
        var several = mention.etAl() || mention.names().size() > 1;
        // "(Seoul, Republic of Korea, 2019)" is a place, "(Page & London, 2019)" are two people.
        var joined = mention.wholeName().matches(".*(?:&|\\band\\b).*");
        Predicate<CitedName> none = name -> Names.isNoAuthor(name.family());
        var noAuthor = !mention.etAl()
                && (joined
                        ? mention.names().stream().allMatch(none)
                        : mention.names().stream().anyMatch(none));
        if (mention.form() == Form.IN_SENTENCE) {
            // "Khan (2018)" in prose may be the politician: a known name alone proves nothing.
            var rare = several && mention.names().stream().noneMatch(name -> anyWord(name.family(), usedInProse));
            return !noAuthor && (mention.certain() || rare);
        }
        if (!mention.certain()) {
            return known && several && !noAuthor;
        }
        if (mention.wholeName().startsWith("“") || mention.wholeName().startsWith("\"")) {
            return false;
        }
        if (known) {
            return mention.comma() || several || !noAuthor;
        }
        if (noAuthor || mention.wholeName().split(" ").length > 8) {
            return false;
        }
        // "(Kargil 1999)" is an event where the text speaks of Kargil.
        return mention.comma() || several || !anyWord(mention.wholeName(), usedInProse);
    }

    private static boolean anyWord(String name, Predicate<String> used) {
        return Arrays.stream(Names.fold(name).split(" ")).anyMatch(used);
    }
}
