package org.imprimatur.review.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What differs between two texts, word by word: what stays, what went and what came, in the order of reading. */
public final class Difference {

    // beyond this a comparison would cost more than it tells
    private static final int MOST_WORDS = 3_000;

    private Difference() {}

    /** What became of a piece. */
    public enum Fate {
        STAYS,
        WENT,
        CAME
    }

    public record Piece(Fate fate, String text) {}

    /**
     * All pieces but those that came, joined, are the text before; all but those that went, the text after. A text that
     * is too long is replaced as a whole.
     */
    public static List<Piece> between(String before, String after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new Piece(Fate.STAYS, before));
        }
        List<String> was = words(before);
        List<String> is = words(after);
        if (was.size() > MOST_WORDS || is.size() > MOST_WORDS) {
            return joined(List.of(new Piece(Fate.WENT, before), new Piece(Fate.CAME, after)));
        }
        // the longest common subsequence, counted from the end
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                pieces.add(new Piece(Fate.STAYS, was.get(i++)));
                j++;
            } else if (j == is.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
                pieces.add(new Piece(Fate.WENT, was.get(i++)));
            } else {
                pieces.add(new Piece(Fate.CAME, is.get(j++)));
            }
        }
        return joined(pieces);
    }

    // words with the space before them, so that nothing between them is lost
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Collections.addAll(words, text.split("(?=\\s)(?<=\\S)"));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (piece.text().isEmpty()) {
                continue;
            }
            if (last != null && last.fate() == piece.fate()) {
                joined.set(joined.size() - 1, new Piece(piece.fate(), last.text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
