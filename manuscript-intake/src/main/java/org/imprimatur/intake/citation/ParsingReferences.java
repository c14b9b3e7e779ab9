package org.imprimatur.intake.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;

/**
 * Reads entries of a reference list in the usual author–year styles (APA, Harvard, Chicago author-date) and, as far as
 * it goes, others. What isn't certain stays empty.
 */
public final class ParsingReferences {
    private static final String YEAR = "(?:1[5-9]|20)\\d\\d[a-z]?";
    private static final Pattern BRACKETED_YEAR = Pattern.compile("\\(\\s*(?:c(?:a|irca)?\\.?\\s*)?(" + YEAR
            + "|(?i:n\\.?\\s?d\\.?|in press|forthcoming|in preparation|accepted))(?:\\s*[,/–-][^)]{0,40})?\\s*\\)");
    private static final Pattern OPEN_YEAR =
            Pattern.compile("(?<=[.,)\\p{L}]\\s)(" + YEAR + ")(?=\\s*[.,:;]|\\s+[“\"‘'])");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<![\\p{N}/.-])(" + YEAR + ")(?![\\p{N}\\-–/])");
    /** More of an entry than this isn't looked at. */
    private static final int LONGEST = 3000;

    private static final int LONGEST_HEAD = 600;
    private static final Pattern NUMBERING = Pattern.compile("^\\s*(?:\\[\\d{1,3}]|\\d{1,3}[.)]|[-•*–])\\s+");
    private static final Pattern EDITORS =
            Pattern.compile("(?iu)\\s*,?\\s*\\(?\\b(?:eds?|editors?|trans|comps?)\\b\\.?\\)?,?");
    private static final Pattern OTHERS =
            Pattern.compile("(?iu)[,\\s]*(?:\\bet\\.?\\s*al\\b\\.?|\\band others\\b|\\.\\s?\\.\\s?\\.|…)");
    private static final Pattern SAME_AUTHORS = Pattern.compile("^\\s*[-–—_]{2,}\\s*[.,]?");
    private static final Pattern DOI = Pattern.compile("(?i)\\b10\\.\\d{4,9}/[^\\s\"<>]+");
    private static final Pattern URL = Pattern.compile("(?i)\\bhttps?://[^\\s\"<>]+");
    private static final Pattern INITIALS = Pattern.compile(
            "(?:\\p{Lu}\\p{M}*\\p{Ll}?\\.[\\s\\-‐‑]*)+|\\p{Lu}{1,3}\\.?|\\p{Lu}(?:[\\s\\-‐‑]\\p{Lu})*\\.?");
    private static final Pattern INITIALS_THEN_PARTICLES =
            Pattern.compile("((?:\\p{Lu}\\p{M}*\\.[\\s-]*)+)((?:" + Names.PARTICLE + "\\s*)+)");
    private static final Pattern INITIALS_FIRST = Pattern.compile("((?:\\p{Lu}\\p{M}*\\.[\\s\\-‐‑]*)+)(\\p{L}.+)");
    private static final Pattern INITIALS_LAST =
            Pattern.compile("(\\p{L}.*\\p{Ll}.*?)\\s+(\\p{Lu}{1,3}|(?:\\p{Lu}\\.[\\s-]?){1,4})");
    private static final Pattern BIRTH_RANK = Pattern.compile("(?i)(?:jr|sr)\\.?|I{2,3}|IV");
    private static final Pattern ABBREVIATED = Pattern.compile("(.+?)\\s*[\\[(](\\p{Lu}[\\p{Lu}\\p{N}&-]+)[\\])]");
    private static final Pattern QUOTED = Pattern.compile("^[“\"‘'](.+?)[”\"’'](?=[\\s.,]|$)");
    private static final Pattern SENTENCE = Pattern.compile(
            "^(.+?(?:\\p{Ll}|\\p{N}|[)\\]”\"’']|\\p{Lu}{2}))(?:\\.(?=\\s|$)|(?<=[?!])(?=[\\s.]|$)|[?!](?=[\\s.]|$))");

    private ParsingReferences() {}

    /** Gives each entry an id by its place ("ref1" …); an entry that begins with a dash has the authors of the one before. */
    public static List<Reference> parse(List<List<Inline>> entries) {
        var references = new ArrayList<Reference>();
        for (var entry : entries) {
            var before = references.isEmpty()
                    ? List.<Author>of()
                    : references.get(references.size() - 1).authors();
            references.add(parse("ref" + (references.size() + 1), entry, before));
        }
        return references;
    }

    private static Reference parse(String id, List<Inline> content, List<Author> before) {
        var whole = Inline.plain(content).strip();
        var text = NUMBERING
                .matcher(whole.substring(0, Math.min(LONGEST, whole.length())).replaceAll("\\s+", " "))
                .replaceFirst("");
        var year = yearAfterAuthors(text);
        var head = year == null ? beforeTitle(text) : text.substring(0, year.start());
        var same = SAME_AUTHORS.matcher(head).find();
        var authors = same ? before : authors(head);
        var yearText = Optional.ofNullable(year).map(found -> found.group(1)).or(() -> lastYear(text));
        return new Reference(
                id,
                content,
                authors,
                OTHERS.matcher(head).find(),
                yearText.map(value -> value.toLowerCase(Locale.ROOT).replaceAll("^n\\.?\\s?d\\.?$", "n.d.")),
                year == null ? Optional.empty() : title(text.substring(year.end())),
                doi(text),
                url(text));
    }

    private static Matcher yearAfterAuthors(String text) {
        Matcher first = null;
        for (var pattern : List.of(BRACKETED_YEAR, OPEN_YEAR)) {
            var matcher = pattern.matcher(text);
            if (matcher.find() && (first == null || matcher.start() < first.start())) {
                first = matcher;
            }
        }
        if (first == null) {
            return null;
        }
        var head = text.substring(0, first.start());
        return head.length() > LONGEST_HEAD || head.matches(".*[“\"].*") || head.contains("http") ? null : first;
    }

    private static String beforeTitle(String text) {
        var quote = text.split("[“\"]", 2)[0];
        if (quote.length() < text.length()) {
            return quote;
        }
        var end = Pattern.compile("(?<=\\p{Ll}{2}|\\p{Lu}{2})[.:]\\s").matcher(text);
        return end.find() ? text.substring(0, end.start()) : "";
    }

    private static Optional<String> lastYear(String text) {
        var years =
                ANY_YEAR.matcher(URL.matcher(DOI.matcher(text).replaceAll("")).replaceAll(""));
        String last = null;
        while (years.find()) {
            last = years.group(1);
        }
        return Optional.ofNullable(last);
    }

    static List<Author> authors(String head) {
        var text = EDITORS.matcher(OTHERS.matcher(head).replaceAll(""))
                .replaceAll("")
                .replace("..", ".")
                .strip();
        text = text.replaceAll("[,;:(\\s]+$", "").replaceAll("^[,\\s]+", "");
        if (text.isEmpty() || text.length() > LONGEST_HEAD) {
            return List.of();
        }
        var abbreviated = ABBREVIATED.matcher(text.replaceAll("\\.$", ""));
        if (abbreviated.matches()) {
            return List.of(new Author(abbreviated.group(1), abbreviated.group(2), true));
        }
        var parts = parts(text);
        var anyInitials = parts.stream().anyMatch(ParsingReferences::hasInitials);
        if (!anyInitials && (parts.size() == 1 || Names.looksLikeOrganisation(text))) {
            var name = text.replaceAll("\\.$", "");
            return List.of(new Author(name, "", name.contains(" ") || Names.looksLikeOrganisation(name)));
        }
        return people(parts);
    }

    private static boolean hasInitials(String part) {
        return INITIALS.matcher(part).matches()
                || INITIALS_THEN_PARTICLES.matcher(part).matches()
                || INITIALS_FIRST.matcher(part).matches()
                || INITIALS_LAST.matcher(part).matches();
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var part : text.split("\\s*[,;]\\s*(?:(?:&|\\band\\b|\\bund\\b)\\s*)?|\\s+(?:&|and|und)\\s+")) {
            if (!part.isBlank() && !BIRTH_RANK.matcher(part.strip()).matches()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static List<Author> people(List<String> parts) {
        var authors = new ArrayList<Author>();
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var next = i + 1 < parts.size() ? parts.get(i + 1) : "";
            var particles = INITIALS_THEN_PARTICLES.matcher(next);
            var initialsFirst = INITIALS_FIRST.matcher(part);
            var initialsLast = INITIALS_LAST.matcher(part);
            if (particles.matches()) {
                authors.add(new Author(
                        particles.group(2).strip() + " " + part,
                        particles.group(1).strip(),
                        false));
                i++;
            } else if (INITIALS.matcher(next).matches()) {
                authors.add(new Author(part, next, false));
                i++;
            } else if (initialsFirst.matches()) {
                authors.add(new Author(
                        undotted(initialsFirst.group(2)), initialsFirst.group(1).strip(), false));
            } else if (initialsLast.matches()) {
                authors.add(new Author(initialsLast.group(1), initialsLast.group(2), false));
            } else if (authors.isEmpty()
                    && next.matches("\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:\\s\\p{Lu}[\\p{L}\\p{M}'’.-]*){0,2}")) {
                authors.add(new Author(part, undotted(next), false));
                i++;
            } else if (!Names.looksLikeOrganisation(part) && part.contains(" ")) {
                authors.add(givenNameFirst(undotted(part)));
            } else {
                authors.add(new Author(undotted(part), "", part.contains(" ")));
            }
        }
        return authors;
    }

    private static Author givenNameFirst(String name) {
        var words = name.split(" ");
        var family = words.length - 1;
        while (family > 1 && Names.isParticle(words[family - 1])) {
            family--;
        }
        return new Author(
                String.join(" ", List.of(words).subList(family, words.length)),
                String.join(" ", List.of(words).subList(0, family)),
                false);
    }

    private static String undotted(String name) {
        return name.replaceAll("(?<=\\p{Ll}{2}|\\p{Lu}{2})\\.$", "");
    }

    private static Optional<String> title(String afterYear) {
        var rest = afterYear.replaceAll("^[).,:;\\s]+", "");
        for (var pattern : List.of(QUOTED, SENTENCE)) {
            var matcher = pattern.matcher(rest);
            if (matcher.find() && matcher.group(1).contains(" ")) {
                return Optional.of(
                        matcher.end() > 0 && rest.startsWith(matcher.group(1))
                                ? rest.substring(0, matcher.end()).replaceAll("\\.$", "")
                                : matcher.group(1).replaceAll("[,.]$", ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> doi(String text) {
        var matcher = DOI.matcher(text);
        return matcher.find() ? Optional.of(trimmed(matcher.group()).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<String> url(String text) {
        var matcher = URL.matcher(text);
        while (matcher.find()) {
            if (!DOI.matcher(matcher.group()).find()) {
                return Optional.of(trimmed(matcher.group()));
            }
        }
        return Optional.empty();
    }

    /** Without the sentence's own punctuation; a closing bracket stays when it was opened within. */
    private static String trimmed(String address) {
        var end = address.length();
        while (end > 0) {
            var last = address.charAt(end - 1);
            var kept = address.substring(0, end);
            var unopened = last == ')'
                    && kept.chars().filter(c -> c == ')').count()
                            > kept.chars().filter(c -> c == '(').count();
            if (".,;:]".indexOf(last) < 0 && !unopened) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }
}
