package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.intake.citation.Mention.CitedName;

/**
 * The names of a citation: "Javaid & Rashid", "Khan et al.", "F. H. Khan", "State Bank of Pakistan".
 *
 * @param whole all the words but "et al.", for organisations whose own name has an "and" in it
 * @param dotted false when "et al" lacks its full stop
 */
record CitedNames(List<CitedName> names, String whole, boolean etAl, boolean dotted) {
    /** More characters than this are no list of names. */
    static final int LONGEST = 260;

    private static final Pattern OWN_ABBREVIATION = Pattern.compile("\\s*\\[\\p{Lu}[\\p{Lu}\\p{N}&-]+]");
    private static final Pattern TITLE = Pattern.compile("[“\"‘'](.{3,200}?)[,.]?[”\"’'],?");
    private static final Pattern ET_AL = Pattern.compile(
            "(?iu)[,\\s]*(?:\\bet\\.?\\s*al\\b(\\.?)|\\b(?:and|&)\\s+(?:others|colleagues|co-?workers|associates)\\b)\\s*['’]?s?,?\\s*$");
    private static final Pattern STYLED = Pattern.compile("(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir)\\.?\\s+(?=\\p{Lu})");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:['’]s|(?<=s)['’])$");
    private static final Pattern BETWEEN_NAMES =
            Pattern.compile("\\s*,\\s*(?:(?:&|and\\b)\\s*)?|\\s*&\\s*|\\s+(?:and|und)\\s+");
    private static final Pattern INITIALS =
            Pattern.compile("(?:\\p{Lu}\\p{M}*\\.[\\s\\-‐‑]*)+|\\p{Lu}(?:[\\s.]\\p{Lu})*\\.?");
    private static final Pattern INITIALS_FIRST = Pattern.compile("((?:\\p{Lu}\\p{M}*\\.[\\s\\-‐‑]*)+)\\s*(.+)");

    private static final String WORD = "(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}'’ʼ‘\\-‐‑.]*"
            + "|(?:al|el|ul|ud|an|ar|as|ash|at|az|d|l|o)[-'’]\\p{Lu}[\\p{L}\\p{M}'’\\-‐‑]*)";
    private static final Pattern NAME_WORD = Pattern.compile(WORD);
    private static final Pattern LISTED_WORD =
            Pattern.compile("(?:" + WORD + "[,’']?s?|\\[\\p{Lu}[\\p{Lu}\\p{N}&-]+]),?");
    private static final Pattern LINK_WORD =
            Pattern.compile("(?:of|for|the|on|in|to|and|&|at|de|des|et|für|pour|al\\.?,?)");

    static Optional<CitedNames> parse(String words) {
        var text = OWN_ABBREVIATION
                .matcher(words)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("[,:]$", "")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        var title = TITLE.matcher(text);
        if (title.matches()) {
            return Optional.of(new CitedNames(List.of(new CitedName(title.group(1), "")), text, false, true));
        }
        var others = ET_AL.matcher(text);
        var etAl = others.find();
        var dotted = !etAl || others.group(1) == null || !others.group(1).isEmpty();
        if (etAl) {
            text = text.substring(0, others.start()).strip();
        }
        text = POSSESSIVE.matcher(STYLED.matcher(text).replaceAll("")).replaceAll("");
        var names = new ArrayList<CitedName>();
        for (var part : BETWEEN_NAMES.split(text, -1)) {
            if (!names.isEmpty() && INITIALS.matcher(part).matches()) {
                names.add(new CitedName(names.remove(names.size() - 1).family(), part));
                continue;
            }
            var initials = INITIALS_FIRST.matcher(part);
            var first = initials.matches();
            var family = first ? initials.group(2) : part;
            if (!isName(family)) {
                return Optional.empty();
            }
            names.add(new CitedName(family, first ? initials.group(1).strip() : ""));
        }
        return Optional.of(new CitedNames(List.copyOf(names), text, etAl, dotted));
    }

    /** Capitalised words, joined by particles or, in an organisation's name, by "of" and the like. */
    private static boolean isName(String family) {
        var words = family.split(" ");
        for (var i = 0; i < words.length; i++) {
            var last = i == words.length - 1;
            var joins = !last
                    && (Names.isParticle(words[i])
                            || i > 0 && LINK_WORD.matcher(words[i]).matches());
            if (!joins && !NAME_WORD.matcher(words[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Where in a stretch of text the words that may be names begin, seen from its end. */
    static int beginning(String text) {
        var start = text.length();
        var end = text.length();
        while (end > 0) {
            var space = text.lastIndexOf(' ', end - 1);
            var word = text.substring(space + 1, end);
            if (!word.isEmpty()) {
                var sentenceEnd = start < text.length()
                        && word.endsWith(".")
                        && !word.equals("al.")
                        && !INITIALS.matcher(word).matches();
                var mayBelong = LISTED_WORD.matcher(word).matches()
                        || LINK_WORD.matcher(word).matches()
                        || Names.isParticle(word);
                if (sentenceEnd || !mayBelong) {
                    break;
                }
                start = space + 1;
            }
            end = space;
        }
        return start;
    }
}
