package org.imprimatur.intake.citation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.intake.citation.Mention.Form;

/**
 * Finds what has the shape of an author–year citation in a paragraph. For one place there may be several readings
 * ("However, Khan (2021)": of Khan, or of However and Khan), the longest first; the reference list decides. Its work
 * grows with the paragraph's length and no faster.
 */
final class MentionFinder {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?://|www\\.|doi:)[^ ]*[^ .,;:)\\]]");
    private static final Pattern SIGNALS = Pattern.compile(
            "^(?:\\s*(?iu:see also|see|also|e\\.\\s?g\\.|eg\\.?|i\\.\\s?e\\.|cf\\.?|compare|contrast|for example|for instance"
                    + "|for (?:an? )?(?:\\w+ )?(?:reviews?|overviews?|details?|discussions?)|but|and|both|following|adapted from"
                    + "|adopted from|based on|according to|sources?|data from|such as|including|notably|quoted (?:in|from|by)"
                    + "|cited (?:in|by)|in|by|from|after|per)(?!\\p{L})[.,:]*\\s+)+");
    private static final Pattern SECONDARY = Pattern.compile(
            "(?iu)^[,\\s]*(?:as\\s+)?(?:cited|quoted|mentioned|reported|discussed|referred to)\\s+(?:in|by)\\s+");
    private static final Pattern PRIVATE =
            Pattern.compile("(?iu)personal (?:communication|interview)|\\binterview(?:ed)?\\b|\\be-?mail\\b");
    private static final Pattern LOCATOR = Pattern.compile(
            "(?iu)^\\s*[,:]\\s*(?:(?:pp?|paras?|chap(?:ter)?s?|ch|secs?|sections?|figs?|tables?|vols?|lines?|art|§+)\\b\\.?\\s*"
                    + "[\\p{L}\\d]+(?:\\s*[-–,]\\s*\\d+)*|\\d+(?:\\s*[-–]\\s*\\d+)?(?!\\d))");
    private static final Pattern BEFORE_NEXT = Pattern.compile("^[\\s,]*(?:(?:and|&)\\s+)?");
    private static final Pattern ONLY_YEAR_FOLLOWS = Pattern.compile("\\s*(?:[,;&]|and)?\\s*");
    private static final Pattern BETWEEN_YEARS = Pattern.compile("\\s*(?:[,;&]|and)\\s*");
    private static final Pattern MONTH = Pattern.compile(
            "(?iu)(?:,\\s*)?\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?(?:\\s+\\d{1,2})?,?\\s*$");
    /** "Khan's early work (2019)". */
    private static final Pattern WORK_OF = Pattern.compile("(?<=['’]s|s['’])((?:\\s+\\p{Ll}[\\p{L}-]*){1,4})\\s*$");
    /** Words that begin a sentence and no name. */
    private static final Pattern STARTER = Pattern.compile(
            "(?iu)(?:however|moreover|furthermore|similarly|likewise|additionally|also|thus|therefore|hence|consequently|finally|recently|indeed"
                    + "|meanwhile|nevertheless|nonetheless|while|whereas|although|though|as|in|on|at|of|to|from|with|according|by|for|since|when|where|both"
                    + "|but|and|or|yet|later|earlier|first|second|third|secondly|thirdly|the|this|that|these|those|here|there|following|like|unlike|citing"
                    + "|see|after|before|if|because|so|such|even|still|then|again|it|he|she|they|we|i|a|an|notably|specifically|conversely"
                    + "|accordingly|interestingly|importantly|scholars|researchers|authors|studies|theorists|economists|historians|work|research)[,:]? .*");

    private static final Pattern REPORTS = Pattern.compile(
            "(?iu)^[)\\]]?,?\\s+(?:(?:also|further|have|has|had|who|rightly|recently)\\s+){0,4}(?:argu|f[io]u?nds?\\b|show|suggest|not(?:es?|ed|ing)\\b"
                    + "|stat(?:es?|ed|ing)\\b|claim|explain|describ|examin|report|observ|conclud|demonstrat|analy[sz]|investigat|stud(?:y|ies|ied)\\b"
                    + "|propos|points?\\b|pointed|writ|wrote|contend|highlight|discuss|defin|maintain|assert|h[oe]lds?\\b|reveal|stress|emphasi[sz]"
                    + "|identif|believ|sa(?:ys|id)\\b|consider|explor|add(?:s|ed)\\b|remark|recommend|test(?:s|ed)\\b|develop)");
    private static final Pattern ACCORDING =
            Pattern.compile("(?iu)\\b(?:according to|as noted by|as shown by|argued by|in the words of)\\s*$");
    private static final int LONGEST_GROUP = 3000;

    private final String text;
    private final List<List<Mention>> found = new ArrayList<>();

    private MentionFinder(String text) {
        // Same length, so that places stay places.
        this.text = URL.matcher(SPACES.matcher(text).replaceAll(" "))
                .replaceAll(address -> " ".repeat(address.group().length()));
    }

    /** The places in reading order. */
    static List<List<Mention>> find(String text) {
        var finder = new MentionFinder(text);
        finder.groups();
        return finder.sorted();
    }

    /** As {@link #find}, with citations that stand without brackets, as under tables and in footnotes. */
    static List<List<Mention>> findWithBare(String text) {
        var finder = new MentionFinder(text);
        finder.groups();
        var taken = new BitSet(text.length());
        finder.found.forEach(readings -> readings.forEach(known -> taken.set(known.start(), known.end())));
        var years = Years.YEAR.matcher(finder.text);
        while (years.find()) {
            if (!taken.get(years.start())) {
                finder.sentence(years.start(), years.start(), years.end(), Form.BARE);
            }
        }
        return finder.sorted();
    }

    private List<List<Mention>> sorted() {
        found.sort(Comparator.comparingInt(readings -> readings.get(0).end()));
        return found;
    }

    /** Takes brackets from the inside out; what was inside is blank for the brackets around. */
    private void groups() {
        var masked = text.toCharArray();
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < masked.length; i++) {
            var c = text.charAt(i);
            if (c == '(' || c == '[') {
                open.push(i);
            } else if ((c == ')' || c == ']') && !open.isEmpty()) {
                var start = open.pop();
                if (text.charAt(start) == (c == ')' ? '(' : '[') && i - start <= LONGEST_GROUP) {
                    group(start, i, new String(masked, start + 1, i - start - 1));
                    Arrays.fill(masked, start, i + 1, ' ');
                }
            }
        }
    }

    private void group(int open, int close, String content) {
        var year = Years.YEAR.matcher(content);
        if (!year.find() || PRIVATE.matcher(content).find()) {
            return;
        }
        var yearFirst = content.substring(0, year.start()).isBlank();
        if (yearFirst) {
            sentence(open, open + 1 + year.start(), close, Form.IN_SENTENCE);
        }
        var from = 0;
        Mention before = null;
        for (var segment : content.split(";", -1)) {
            if (from > 0 || !yearFirst) {
                before = segment(open + 1 + from, segment, before);
            }
            from += segment.length() + 1;
        }
    }

    /**
     * What stands between semicolons, usually one citation.
     *
     * @param before the citation before it, whose names a year alone goes with: "(Khan, 2019; 2021)"
     * @return the last citation, or null
     */
    private Mention segment(int offset, String segment, Mention before) {
        var at = 0;
        var last = before;
        var inSegment = false;
        while (at < segment.length()) {
            var rest = segment.substring(at);
            var locator = LOCATOR.matcher(rest);
            if (inSegment && locator.find() && !Years.in(locator.group())) {
                at += locator.end();
                continue;
            }
            var secondary = SECONDARY.matcher(rest);
            if (inSegment && secondary.find()) {
                // The work as cited in another needs no entry of its own.
                found.remove(found.size() - 1);
                at += secondary.end();
                inSegment = false;
                last = null;
                continue;
            }
            var year = Years.YEAR.matcher(rest);
            if (!year.find()) {
                return last;
            }
            var head = rest.substring(0, year.start());
            var from = offset + at;
            var to = offset + at + year.end();
            if (last != null && ONLY_YEAR_FOLLOWS.matcher(head).matches()) {
                for (var value : Years.of(year)) {
                    last = last.again(from + year.start(), to, value);
                    found.add(List.of(last));
                }
            } else {
                last = named(head, from, to, Years.of(year), inSegment);
            }
            inSegment |= last != null;
            at += year.end();
        }
        return last;
    }

    /** Names and year within brackets; with other words before them it is less certain that they are meant as such. */
    private Mention named(String words, int from, int to, List<String> years, boolean followsOther) {
        var comma = words.stripTrailing().endsWith(",");
        var head = MONTH.matcher(words).replaceFirst("");
        var skipped = 0;
        for (var pattern : followsOther ? List.of(BEFORE_NEXT, SIGNALS) : List.of(SIGNALS)) {
            var matcher = pattern.matcher(head.substring(skipped));
            skipped += matcher.find() ? matcher.end() : 0;
        }
        while (skipped < head.length() && head.charAt(skipped) == ' ') {
            skipped++;
        }
        var parsed = CitedNames.parse(head.substring(skipped));
        if (parsed.isPresent()) {
            var mention = mention(from + skipped, to, parsed.get(), years.get(0), Form.IN_BRACKETS, true, comma);
            found.add(List.of(mention));
            for (var value : years.subList(1, years.size())) {
                mention = mention.again(to, to, value);
                found.add(List.of(mention));
            }
            return mention;
        }
        var readings = new ArrayList<Mention>();
        for (var word = CitedNames.beginning(head.stripTrailing()); word < head.length(); word = nextWord(head, word)) {
            var start = from + word;
            CitedNames.parse(head.substring(word))
                    .ifPresent(names ->
                            readings.add(mention(start, to, names, years.get(0), Form.IN_BRACKETS, false, comma)));
        }
        if (!readings.isEmpty()) {
            found.add(readings);
        }
        return null;
    }

    /** Names in the sentence before a year, with every reading that begins at a later word. */
    private void sentence(int before, int yearStart, int close, Form form) {
        var lead = text.substring(Math.max(0, before - CitedNames.LONGEST), before);
        var base = before - lead.length();
        var years = new ArrayList<String>();
        var end = years(yearStart, close, form, years);
        var workOf = form == Form.IN_SENTENCE ? WORK_OF.matcher(lead) : null;
        var names = workOf != null && workOf.find() ? lead.substring(0, workOf.start(1)) : lead;
        var comma = lead.stripTrailing().endsWith(",");
        for (var year : years) {
            var readings = new ArrayList<Mention>();
            for (var at = CitedNames.beginning(names.stripTrailing()); at < names.length(); at = nextWord(names, at)) {
                var start = base + at;
                if (!STARTER.matcher(names.substring(at)).matches()) {
                    CitedNames.parse(names.substring(at))
                            .ifPresent(cited -> readings.add(mention(
                                    start,
                                    form == Form.IN_SENTENCE ? close + 1 : end,
                                    cited,
                                    year,
                                    form,
                                    cited.etAl() || reporting(start, close),
                                    comma)));
                }
            }
            if (!readings.isEmpty()) {
                found.add(readings);
            }
        }
    }

    /** Gathers "2019, 2021" and "2019, p. 4; 2021"; gives the place behind the last year. */
    private int years(int start, int close, Form form, List<String> years) {
        var year = Years.YEAR.matcher(text).region(start, close).useTransparentBounds(true);
        var end = start;
        while (year.lookingAt()) {
            years.addAll(Years.of(year));
            end = year.end();
            if (form == Form.BARE) {
                break;
            }
            var after = end;
            var locator = LOCATOR.matcher(text).region(after, close);
            if (locator.find() && !Years.in(locator.group())) {
                after = locator.end();
            }
            var between = BETWEEN_YEARS.matcher(text).region(after, close);
            if (!between.lookingAt()) {
                break;
            }
            year.region(between.end(), close);
        }
        return end;
    }

    private boolean reporting(int start, int close) {
        return REPORTS.matcher(text.substring(close, Math.min(text.length(), close + 60)))
                        .find()
                || ACCORDING
                        .matcher(text.substring(Math.max(0, start - 40), start))
                        .find();
    }

    private static int nextWord(String lead, int at) {
        var space = lead.indexOf(' ', at);
        return space < 0 ? lead.length() : space + 1;
    }

    private static Mention mention(
            int start, int end, CitedNames names, String year, Form form, boolean certain, boolean comma) {
        return new Mention(
                start, end, names.names(), names.whole(), names.etAl(), year, form, certain, comma, names.dotted());
    }
}
