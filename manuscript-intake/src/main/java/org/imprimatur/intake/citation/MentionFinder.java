package org.imprimatur.intake.citation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.intake.citation.Mention.CitedName;
import org.imprimatur.intake.citation.Mention.Form;

/**
 * Finds what has the shape of an author–year citation in a paragraph. For one place there may be several readings
 * ("However, Khan (2021)": of Khan, or of However and Khan), the longest first; the reference list decides.
 */
final class MentionFinder {
    private static final String SIGNAL =
            "(?iu:see also|see|also|e\\.\\s?g\\.|eg\\.?|i\\.\\s?e\\.|cf\\.?|compare|contrast|for example|for instance|for (?:an? )?(?:\\w+ )?"
                    + "(?:reviews?|overviews?|details?|discussions?)|but|and|both|following|adapted from|adopted from|based on"
                    + "|according to|sources?|source|data from|such as|including|notably|quoted in|quoted from|cited in|cited by"
                    + "|in|by|from|after|per)";
    private static final Pattern SIGNALS = Pattern.compile("^(?:\\s*" + SIGNAL + "(?!\\p{L})[.,:]*\\s+)+");
    private static final Pattern SECONDARY = Pattern.compile(
            "(?iu)^[,\\s]*(?:as\\s+)?(?:cited|quoted|mentioned|reported|discussed|referred to)\\s+(?:in|by)\\s+");
    private static final Pattern PRIVATE =
            Pattern.compile("(?iu)personal (?:communication|interview)|\\binterview(?:ed)?\\b|\\be-?mail\\b");
    private static final String YEAR_BODY = "((?:1[5-9]|20)\\d\\d)(?:\\s?/\\s?((?:1[5-9]|20)\\d\\d))?"
            + "((?:[a-z](?:\\s*(?:,|&|and)\\s*[a-z](?![\\p{L}.]))*)?)(?![\\p{L}\\p{N}]|[-–—/]\\s?\\d)";
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\p{N}\\-–—/])(?<!\\p{N}[.,:])(?:" + YEAR_BODY
            + "|(n\\.\\s?d\\.|(?i:\\bin press\\b|\\bforthcoming\\b|\\bin preparation\\b)))");
    private static final Pattern LOCATOR = Pattern.compile(
            "(?iu)^\\s*[,:]\\s*(?:(?:pp?|paras?|chap(?:ter)?s?|ch|secs?|sections?|figs?|tables?|vols?|lines?|art|§+)\\b\\.?\\s*"
                    + "[\\p{L}\\d]+(?:\\s*[-–,]\\s*\\d+)*|\\d+(?:\\s*[-–]\\s*\\d+)?(?!\\d))");
    private static final Pattern ET_AL = Pattern.compile(
            "(?iu)[,\\s]*(?:\\bet\\.?\\s*al\\b(\\.?)|\\b(?:and|&)\\s+(?:others|colleagues|co-?workers|associates)\\b)\\s*['’]?s?,?\\s*$");
    private static final String WORD =
            "(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}'’ʼ‘\\-‐‑.]*|(?:al|el|ul|ud|an|ar|as|ash|at|az|d|l|o)[-'’]\\p{Lu}[\\p{L}\\p{M}'’\\-‐‑]*)";
    private static final Pattern NAME = Pattern.compile("(?:" + Names.PARTICLE + "\\s+)*" + WORD + "(?:\\s+(?:"
            + Names.ORGANISATION_LINK + "\\s+|" + Names.PARTICLE + "\\s+)*" + WORD + ")*");
    private static final Pattern INITIALS =
            Pattern.compile("(?:\\p{Lu}\\p{M}*\\.[\\s\\-‐‑]*)+|\\p{Lu}(?:[\\s.]\\p{Lu})*\\.?");
    private static final Pattern INITIALS_FIRST = Pattern.compile("((?:\\p{Lu}\\p{M}*\\.[\\s\\-‐‑]*)+)\\s*(.+)");
    private static final Pattern STYLED = Pattern.compile("(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir)\\.?\\s+(?=\\p{Lu})");
    private static final Pattern LINK_WORD = Pattern.compile("(?:of|for|the|on|to|and|&|at|des|et|für|pour|al\\.?,?)");
    private static final Pattern NAME_WORD =
            Pattern.compile("(?:" + WORD + "[,’']?s?|\\[\\p{Lu}[\\p{Lu}\\p{N}&-]+]),?");
    private static final Pattern TITLE = Pattern.compile("^\\s*[“\"‘'](.{3,200}?)[,.]?[”\"’'],?\\s*$");
    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?://|www\\.|doi:)[^ ]*[^ .,;:)\\]]");
    /** Words that begin a sentence and no name. */
    private static final Pattern STARTER = Pattern.compile(
            "(?iu)(?:however|moreover|furthermore|similarly|likewise|additionally|also|thus|therefore|hence|consequently|finally|recently|indeed"
                    + "|meanwhile|nevertheless|nonetheless|while|whereas|although|though|as|in|on|at|of|to|from|with|according|by|for|since|when|where|both"
                    + "|but|and|or|yet|later|earlier|first|second|third|secondly|thirdly|the|this|that|these|those|here|there|following|like|unlike|citing"
                    + "|see|after|before|if|because|so|such|even|still|then|again|it|he|she|they|we|i|a|an|notably|specifically|conversely"
                    + "|accordingly|interestingly|importantly|scholars|researchers|authors|studies|theorists|economists|historians|work|research)[,:]? .*");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");
    private static final Pattern OWN_ABBREVIATION = Pattern.compile("\\s*\\[\\p{Lu}[\\p{Lu}\\p{N}&-]+]");
    private static final int LONGEST_GROUP = 3000;
    private static final int LONGEST_NAMES = 260;

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
        var years = YEAR.matcher(text);
        while (years.find()) {
            var year = years.start();
            if (finder.found.stream()
                    .flatMap(List::stream)
                    .noneMatch(known -> known.start() <= year && year < known.end())) {
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
        var masked = new StringBuilder(text);
        var open = new ArrayDeque<Integer>();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '(' || c == '[') {
                open.push(i);
            } else if ((c == ')' || c == ']') && !open.isEmpty()) {
                var start = open.pop();
                if (text.charAt(start) != (c == ')' ? '(' : '[') || i - start > LONGEST_GROUP) {
                    continue;
                }
                group(start, i, masked.substring(start + 1, i));
                masked.replace(start, i + 1, " ".repeat(i + 1 - start));
            }
        }
    }

    private void group(int open, int close, String content) {
        if (PRIVATE.matcher(content).find()) {
            return;
        }
        var year = YEAR.matcher(content);
        if (!year.find()) {
            return;
        }
        if (content.substring(0, year.start()).isBlank()) {
            sentence(open, open + 1 + year.start(), close, Form.IN_SENTENCE);
        }
        var from = 0;
        for (var segment : content.split(";", -1)) {
            if (from > 0 || !content.substring(0, year.start()).isBlank()) {
                segment(open + 1 + from, segment);
            }
            from += segment.length() + 1;
        }
    }

    private void segment(int offset, String segment) {
        var at = 0;
        List<CitedName> names = null;
        Mention before = null;
        while (at < segment.length()) {
            var rest = segment.substring(at);
            if (before != null) {
                var locator = LOCATOR.matcher(rest);
                if (locator.find() && !YEAR.matcher(locator.group()).find()) {
                    at += locator.end();
                    continue;
                }
                var secondary = SECONDARY.matcher(rest);
                if (secondary.find()) {
                    // The work as cited in another needs no entry of its own.
                    found.remove(found.size() - 1);
                    at += secondary.end();
                    names = null;
                    before = null;
                    continue;
                }
            }
            var year = YEAR.matcher(rest);
            if (!year.find()) {
                return;
            }
            var head = rest.substring(0, year.start());
            if (before != null && names != null && head.matches("\\s*(?:[,;&]|and)?\\s*")) {
                for (var value : years(year)) {
                    before = new Mention(
                            offset + at + year.start(),
                            offset + at + year.end(),
                            names,
                            before.wholeName(),
                            before.etAl(),
                            value,
                            Form.IN_BRACKETS,
                            before.certain(),
                            before.comma(),
                            before.dotted());
                    found.add(List.of(before));
                }
                at += year.end();
                continue;
            }
            var lead = before == null ? 0 : leading(head);
            var signal = SIGNALS.matcher(head.substring(lead));
            var start = lead + (signal.find() ? signal.end() : 0);
            start += blank(head.substring(start));
            var comma = head.stripTrailing().endsWith(",");
            var parsed = names(head.substring(start));
            if (parsed.isPresent()) {
                var cited = parsed.get();
                names = cited.names();
                var from = offset + at + start;
                for (var value : years(year)) {
                    before = new Mention(
                            from,
                            offset + at + year.end(),
                            names,
                            cited.whole(),
                            cited.etAl(),
                            value,
                            Form.IN_BRACKETS,
                            true,
                            comma,
                            cited.dotted());
                    found.add(List.of(before));
                    from = offset + at + year.start();
                }
            } else {
                names = null;
                before = null;
                var readings = new ArrayList<Mention>();
                var value = years(year).get(0);
                for (var word = nameSuffix(head.stripTrailing()); word < head.length(); word = nextWord(head, word)) {
                    var from = offset + at + word;
                    var to = offset + at + year.end();
                    names(head.substring(word))
                            .ifPresent(cited -> readings.add(new Mention(
                                    from,
                                    to,
                                    cited.names(),
                                    cited.whole(),
                                    cited.etAl(),
                                    value,
                                    Form.IN_BRACKETS,
                                    false,
                                    comma,
                                    cited.dotted())));
                }
                if (!readings.isEmpty()) {
                    found.add(readings);
                }
            }
            at += year.end();
        }
    }

    private static int leading(String head) {
        var lead = Pattern.compile("^[\\s,]*(?:(?:and|&)\\s+)?").matcher(head);
        return lead.find() ? lead.end() : 0;
    }

    private static int blank(String head) {
        return head.length() - head.stripLeading().length();
    }

    /** Names in the sentence before a year, with every reading that begins at a later word. */
    private void sentence(int before, int yearStart, int close, Form form) {
        var lead = text.substring(Math.max(0, before - LONGEST_NAMES), before);
        var base = before - lead.length();
        var start = nameSuffix(lead.stripTrailing());
        var years = YEAR.matcher(text).region(yearStart, close).useTransparentBounds(true);
        if (!years.lookingAt()) {
            return;
        }
        var all = new ArrayList<String>(years(years));
        var end = years.end();
        while (form == Form.IN_SENTENCE) {
            var next = Pattern.compile("\\s*(?:[,;&]|and)\\s*").matcher(text).region(end, close);
            if (!next.lookingAt()) {
                break;
            }
            var more = YEAR.matcher(text).region(next.end(), close).useTransparentBounds(true);
            if (!more.lookingAt()) {
                break;
            }
            all.addAll(years(more));
            end = more.end();
        }
        for (var i = 0; i < all.size(); i++) {
            var readings = new ArrayList<Mention>();
            for (var at = start; at < lead.length(); at = nextWord(lead, at)) {
                if (STARTER.matcher(lead.substring(at)).matches()) {
                    continue;
                }
                var from = at;
                var year = all.get(i);
                var last = form == Form.IN_SENTENCE ? close + 1 : end;
                names(lead.substring(at))
                        .ifPresent(cited -> readings.add(new Mention(
                                base + from,
                                last,
                                cited.names(),
                                cited.whole(),
                                cited.etAl(),
                                year,
                                form,
                                cited.etAl() || reporting(base + from, close),
                                lead.stripTrailing().endsWith(","),
                                cited.dotted())));
            }
            if (!readings.isEmpty()) {
                found.add(readings);
            }
        }
    }

    private static final Pattern REPORTS = Pattern.compile(
            "(?iu)^[)\\]]?,?\\s+(?:also\\s+|further\\s+|have\\s+|has\\s+|had\\s+|who\\s+|rightly\\s+|recently\\s+)*(?:argu|f[io]u?nds?\\b|show|suggest|not(?:es?|ed|ing)\\b|stat(?:es?|ed|ing)\\b"
                    + "|claim|explain|describ|examin|report|observ|conclud|demonstrat|analy[sz]|investigat|stud(?:y|ies|ied)\\b|propos"
                    + "|points?\\b|pointed|writ|wrote|contend|highlight|discuss|defin|maintain|assert|h[oe]lds?\\b|reveal|stress"
                    + "|emphasi[sz]|identif|believ|sa(?:ys|id)\\b|consider|explor|add(?:s|ed)\\b|remark|recommend|test(?:s|ed)\\b|develop)");
    private static final Pattern ACCORDING =
            Pattern.compile("(?iu)\\b(?:according to|as noted by|as shown by|argued by|in the words of)\\s*$");

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

    /** Where the words that may be names begin, seen from the end. */
    private static int nameSuffix(String head) {
        var start = head.length();
        var end = head.length();
        while (end > 0) {
            var space = head.lastIndexOf(' ', end - 1);
            var word = head.substring(space + 1, end);
            if (!word.isEmpty()) {
                var link = LINK_WORD.matcher(word).matches() || Names.isParticle(word);
                var atEnd = start == head.length();
                var sentenceEnd =
                        !atEnd && word.endsWith(".") && !word.matches("(?:\\p{Lu}\\p{M}*\\.)+") && !word.equals("al.");
                if (sentenceEnd || !link && !NAME_WORD.matcher(word).matches()) {
                    break;
                }
                start = space + 1;
            }
            end = space;
        }
        return start;
    }

    private record Cited(List<CitedName> names, String whole, boolean etAl, boolean dotted) {}

    private static Optional<Cited> names(String words) {
        var text = OWN_ABBREVIATION
                .matcher(words)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("[,:]$", "")
                .strip();
        var title = TITLE.matcher(text);
        if (title.matches()) {
            return Optional.of(new Cited(List.of(new CitedName(title.group(1), "")), text, false, true));
        }
        var others = ET_AL.matcher(text);
        var etAl = others.find();
        var dotted = !etAl || others.group(1) == null || !others.group(1).isEmpty();
        if (etAl) {
            text = text.substring(0, others.start()).strip();
        }
        text = STYLED.matcher(text).replaceAll("").replaceAll("(?:['’]s|(?<=s)['’])$", "");
        if (text.isEmpty() || text.length() > LONGEST_NAMES) {
            return Optional.empty();
        }
        var names = new ArrayList<CitedName>();
        for (var part : text.split("\\s*,\\s*(?:(?:&|and\\b)\\s*)?|\\s*&\\s*|\\s+(?:and|und)\\s+", -1)) {
            if (!names.isEmpty() && INITIALS.matcher(part).matches()) {
                var last = names.remove(names.size() - 1);
                names.add(new CitedName(last.family(), part));
                continue;
            }
            var initials = INITIALS_FIRST.matcher(part);
            var first = initials.matches();
            var family = first ? initials.group(2) : part;
            if (!NAME.matcher(family).matches()) {
                return Optional.empty();
            }
            names.add(new CitedName(family, first ? initials.group(1).strip() : ""));
        }
        return Optional.of(new Cited(List.copyOf(names), text, etAl, dotted));
    }

    /** "2021a, b" gives two. */
    private static List<String> years(Matcher year) {
        if (year.group(4) != null) {
            var word = year.group(4).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            return List.of(word.startsWith("n") ? "n.d." : word);
        }
        var value = year.group(2) == null ? year.group(1) : year.group(2);
        var letters = year.group(3).replaceAll("and|[^a-z]", "");
        return letters.isEmpty()
                ? List.of(value)
                : letters.chars().mapToObj(c -> value + (char) c).toList();
    }
}
