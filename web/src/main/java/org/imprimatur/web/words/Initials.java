package org.imprimatur.web.words;

/** The one or two letters that stand for a person. */
public final class Initials {
    private Initials() {}

    /**
     * First letters of the first and the last word of a name, e.g. {@code GM} for Dr. Ghulam Mustafa; empty for none.
     */
    public static String of(String name) {
        String[] words = name == null
                ? new String[0]
                : name.strip().replaceFirst("^((Dr|Prof)\\.\\s+)+(?=\\S)", "").split("\\s+");
        if (words.length == 0 || words[0].isEmpty()) {
            return "";
        }
        return words.length == 1 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }
}
