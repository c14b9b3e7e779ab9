package org.imprimatur.gateway.accounts.crypto;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.imprimatur.gateway.accounts.KnownPasswords;

/**
 * The list that is always here: the common passwords of known breaches and what people make of them, from zxcvbn
 * (Wheeler, USENIX Security 2016), together with the name of the house. A password is known when less than 10^10 guesses
 * in the order of that list find it.
 */
final class GuessablePasswords implements KnownPasswords {
    private static final double FEW = 1e10;
    // what follows can only make it harder to guess, and looking at it takes longer than its square
    private static final int LOOKED_AT = 64;

    private final Zxcvbn guessing = new Zxcvbn();

    @Override
    public boolean know(String password, Collection<String> expected) {
        List<String> words = new ArrayList<>(List.of("imprimatur"));
        for (String phrase : expected) {
            String lower = phrase.toLowerCase(Locale.ROOT);
            words.add(lower);
            for (String word : lower.split("[^\\p{L}\\p{N}]+")) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        String beginning = password.length() > LOOKED_AT ? password.substring(0, LOOKED_AT) : password;
        return guessing.measure(beginning, words).getGuesses() < FEW;
    }
}
