package org.imprimatur.standalone.demonstration;

import java.util.regex.Pattern;

/** Sets in italics what APA style (7th edition, 9.23 to 9.28) sets so, where a reference as published shows it. */
final class ReferenceItalics {
    private static final Pattern CONTAINER = Pattern.compile("(?<=\\. In )[^()]+(?= \\(pp\\.)");
    private static final Pattern PERIODICAL = Pattern.compile("(?<=[.?] )\\p{Lu}[^.?]*?, \\d{1,3}(?=[(,])");
    private static final Pattern JOURNAL = Pattern.compile("(?<=[.?] )(?:[\\p{L}]+ )?Journal of [^,.]+");
    private static final Pattern NEWSPAPER =
            Pattern.compile("(?<=[.?] )(?:The \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?|Dawn News)(?=[.,])");

    private ReferenceItalics() {}

    /** The reference with {@code *} around the title of its periodical or book; unchanged where there is none. */
    static String mark(String reference) {
        for (var pattern : new Pattern[] {CONTAINER, PERIODICAL, JOURNAL, NEWSPAPER}) {
            var match = pattern.matcher(reference);
            if (match.find()) {
                return match.replaceFirst("*$0*");
            }
        }
        return reference;
    }
}
