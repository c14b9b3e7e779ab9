package org.imprimatur.intake.citation;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A name prepared for comparing.
 *
 * @param folded without case, accents and punctuation, as {@link Names#fold} has it
 * @param joined the same in one word
 * @param spelledOut with umlauts as two letters: Müller is Mueller
 * @param bare without particles: van der Berg is Berg
 * @param letters a bit for each letter that occurs
 */
record Name(String written, String folded, String joined, String spelledOut, String bare, int letters) {

    static Name of(String written) {
        var folded = Names.fold(written);
        return new Name(
                written,
                folded,
                folded.replace(" ", ""),
                Names.fold(Names.spelledOut(written)),
                Arrays.stream(folded.split(" "))
                        .filter(word -> !Names.isParticle(word))
                        .collect(Collectors.joining(" ")),
                folded.chars().map(letter -> 1 << (letter & 31)).reduce(0, (one, other) -> one | other));
    }

    boolean same(Name other) {
        return folded.equals(other.folded)
                || folded.length() > 3 && joined.equals(other.joined)
                || spelledOut.equals(other.folded)
                || folded.equals(other.spelledOut);
    }

    /** The same but for particles, or the cited one is the first or last part of a double name. */
    boolean sameLoosely(Name cited) {
        return same(cited)
                || !bare.isEmpty() && !cited.bare.isEmpty() && (bare.equals(cited.bare) || hasPart(cited.bare));
    }

    private boolean hasPart(String part) {
        var rest = bare.length() - part.length() - 1;
        return rest > 0
                && (bare.startsWith(part) && bare.charAt(part.length()) == ' '
                        || bare.endsWith(part) && bare.charAt(rest) == ' ');
    }

    /** Near enough to be the same name mistyped; the same name isn't near. */
    boolean near(Name other) {
        var shorter = Math.min(folded.length(), other.folded.length());
        var allowed = shorter <= 2 ? 0 : shorter <= 4 ? 1 : 2;
        return Math.abs(folded.length() - other.folded.length()) <= allowed
                // A changed letter makes two bits differ at most.
                && Integer.bitCount(letters ^ other.letters) <= 2 * allowed
                && !folded.equals(other.folded)
                && distance(other) <= allowed;
    }

    int distance(Name other) {
        return Names.distance(folded, other.folded);
    }
}
