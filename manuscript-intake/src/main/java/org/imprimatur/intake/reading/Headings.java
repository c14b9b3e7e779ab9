package org.imprimatur.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.reading.Item.Para;
import org.imprimatur.intake.reading.Item.Role;

/** Which paragraphs are headings, where authors didn't say so by a style. */
final class Headings {
    static final Pattern REFERENCES = Pattern.compile(
            "(?iu)(?:[\\dIVX]+[.)]?\\s+)?(?:list of )?(?:references?|reference list|bibliography|works cited|literature(?: cited)?|cited literature)\\s*:?");
    static final Pattern ABSTRACT = Pattern.compile("(?iu)(?:structured )?abstract\\s*[:.]?");
    static final Pattern KEYWORDS =
            Pattern.compile("(?iu)(?:key\\s?-?words?|index terms)(?: and phrases)?\\s*[:.—–-]?");

    private static final Pattern KNOWN = Pattern.compile(
            "(?iu)(?:\\d+[.)]?\\s+|[IVX]+\\.\\s+)?(?:introduction|background|literature review|review of literature|theoretical framework|methods?"
                    + "|methodology|research methodology|materials and methods|data and methods|results|findings|analysis|discussion|results and discussion"
                    + "|discussion and conclusions?|conclusions?|conclusion and recommendations|recommendations|limitations|implications|acknowledge?ments?"
                    + "|appendix(?: [a-z\\d])?|appendices|funding|notes|endnotes|declarations?|conflicts? of interests?|declaration of interests?)\\s*:?");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s+\\p{Lu}.*");
    private static final int LONGEST = 160;

    private Headings() {}

    /** The same items with the headings marked as such. */
    static List<Item> marked(List<Item> items) {
        var marked = new ArrayList<Item>();
        for (var item : items) {
            if (item instanceof Para para && para.role() instanceof Role.Heading heading && !isShort(para)) {
                // A whole paragraph in a heading style is text that was meant to look big.
                marked.add(heading.level() > 0 && para.plain().length() > 400 ? as(para, new Role.Body()) : para);
            } else if (item instanceof Para para && isUnstyled(para) && isShort(para)) {
                marked.add(looksLikeHeading(para) ? as(para, new Role.Heading(level(para))) : para);
            } else {
                marked.add(item);
            }
        }
        return hasOwnHeadings(marked) ? marked : byPosition(marked);
    }

    static boolean isLabel(String plain) {
        return ABSTRACT.matcher(plain).matches()
                || KEYWORDS.matcher(plain).matches()
                || REFERENCES.matcher(plain).matches()
                || KNOWN.matcher(plain).matches();
    }

    private static Para as(Para para, Role role) {
        return new Para(para.runs(), role, para.pictures());
    }

    private static boolean isUnstyled(Para para) {
        return para.role() instanceof Role.Body
                || para.role() instanceof Role.ListItem item && item.depth() == 0 && para.allBold();
    }

    private static boolean isShort(Para para) {
        return !para.plain().isEmpty()
                && para.plain().length() <= LONGEST
                && para.pictures().isEmpty();
    }

    private static boolean looksLikeHeading(Para para) {
        var plain = para.plain();
        return isLabel(plain)
                || para.allBold()
                        && plain.matches(".*\\p{L}{2}.*")
                        && !plain.matches(".*[.;,]")
                        && !plain.matches("(?iu)(?:table|figure|fig\\.?)\\s+\\d.*");
    }

    private static int level(Para para) {
        var number = NUMBERED.matcher(para.plain());
        return number.matches() ? number.group(1).split("\\.").length : 1;
    }

    /** Any that is not one of the usual words, behind the title page. */
    private static boolean hasOwnHeadings(List<Item> items) {
        return items.stream()
                .skip(items.size() / 10 + 1L)
                .anyMatch(item ->
                        item instanceof Para para && para.role() instanceof Role.Heading && !isLabel(para.plain()));
    }

    /** In a file without any marking: a short line in title case between full paragraphs. */
    private static List<Item> byPosition(List<Item> items) {
        var marked = new ArrayList<>(items);
        for (var i = 1; i + 1 < items.size(); i++) {
            if (items.get(i) instanceof Para para
                    && REFERENCES.matcher(para.plain()).matches()) {
                break;
            }
            if (items.get(i) instanceof Para para
                    && para.role() instanceof Role.Body
                    && isShort(para)
                    && items.get(i - 1) instanceof Para before
                    && items.get(i + 1) instanceof Para after
                    && before.plain().matches(".*[.?!)”\"]")
                    && before.plain().length() > 80
                    && (after.plain().length() > 200 || after.plain().length() > 30 && !isTitleCase(after.plain()))
                    && isTitleCase(para.plain())
                    && !para.plain().matches("(?i).*\\bauthor.*")) {
                marked.set(i, as(para, new Role.Heading(level(para))));
            }
        }
        return marked;
    }

    private static int behindTitlePage(List<Item> items) {
        var last = 0;
        for (var i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Para para
                    && (ABSTRACT.matcher(para.plain()).matches()
                            || KEYWORDS.matcher(para.plain()).matches())) {
                last = i;
            }
        }
        return last;
    }

    private static boolean isTitleCase(String plain) {
        var words = Arrays.stream(plain.split("\\s+"))
                .filter(word -> word.length() > 3)
                .toList();
        var capitals = words.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .count();
        return plain.matches("\\p{Lu}.*[\\p{L}\\p{N})]") && !words.isEmpty() && capitals * 10 >= words.size() * 6;
    }
}
