package org.imprimatur.publication.bibliographic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a journal's DOIs of one level are made, for example {@code {prefix}/{abbr}.{year}({volume}-{issue}).{number}}.
 * {@code {volume}} and {@code {issue}} give the labels; {@code {opaque}} gives eight characters that say nothing, the
 * last two of them check digits (ISO/IEC 7064, MOD 97-10), as Crossref advises for new journals.
 */
public record DoiPattern(DoiLevel level, String template) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final IssueDesignation SAMPLE =
            new IssueDesignation(1, "1", 1, "1", Optional.empty(), Optional.empty(), 2000);

    public DoiPattern {
        Optional<String> problem = problem(level, template);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    public static Checked<DoiPattern> parse(DoiLevel level, String typed) {
        String template = typed == null ? "" : typed.strip();
        return problem(level, template)
                .<Checked<DoiPattern>>map(Checked::invalid)
                .orElseGet(() -> Checked.valid(new DoiPattern(level, template)));
    }

    private static Set<String> allowed(DoiLevel level) {
        return switch (level) {
            case JOURNAL -> Set.of("prefix", "abbr", "opaque");
            case VOLUME -> Set.of("prefix", "abbr", "opaque", "year", "volume");
            case ISSUE -> Set.of("prefix", "abbr", "opaque", "year", "volume", "issue");
            case ARTICLE -> Set.of("prefix", "abbr", "opaque", "year", "volume", "issue", "number");
        };
    }

    private static Optional<String> problem(DoiLevel level, String template) {
        Set<String> used = new TreeSet<>();
        PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).forEach(used::add);
        for (String placeholder : used) {
            if (!allowed(level).contains(placeholder)) {
                return Optional.of("{" + placeholder + "} can't stand in this pattern. Possible are "
                        + String.join(
                                ", ",
                                new TreeSet<>(allowed(level))
                                        .stream().map(name -> "{" + name + "}").toList())
                        + ".");
            }
        }
        if (!used.contains("opaque")) {
            boolean volume = used.contains("volume") || used.contains("year");
            if (level != DoiLevel.JOURNAL && !volume) {
                return Optional.of(
                        "Two volumes would get the same DOI: the pattern needs {volume}, {year} or {opaque}.");
            }
            if ((level == DoiLevel.ISSUE || level == DoiLevel.ARTICLE) && !used.contains("issue")) {
                return Optional.of("Two issues would get the same DOI: the pattern needs {issue} or {opaque}.");
            }
            if (level == DoiLevel.ARTICLE && !used.contains("number")) {
                return Optional.of("Two articles would get the same DOI: the pattern needs {number} or {opaque}.");
            }
        }
        return Doi.parse(filled(template, "10.5555", "j", Optional.of(SAMPLE), Optional.of(new ArticleNumber(1)), "s"))
                .problem();
    }

    /**
     * The DOI of one thing.
     *
     * @param prefix the journal's, for example {@code 10.31703}
     * @param abbreviation of the journal; it stands in small letters
     * @param issue needed for all levels but the journal's
     * @param number needed for articles
     * @param seed what the opaque part is made from: an id that belongs to this thing alone
     */
    public Checked<Doi> doi(
            String prefix,
            String abbreviation,
            Optional<IssueDesignation> issue,
            Optional<ArticleNumber> number,
            String seed) {
        return Doi.parse(filled(template, prefix, abbreviation, issue, number, level + "/" + seed));
    }

    private static String filled(
            String template,
            String prefix,
            String abbreviation,
            Optional<IssueDesignation> issue,
            Optional<ArticleNumber> number,
            String seed) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found, prefix, abbreviation, issue, number, seed)));
    }

    private static String value(
            MatchResult found,
            String prefix,
            String abbreviation,
            Optional<IssueDesignation> issue,
            Optional<ArticleNumber> number,
            String seed) {
        return switch (found.group(1)) {
            case "prefix" -> prefix;
            case "abbr" -> abbreviation.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-");
            case "year" -> Integer.toString(issue.orElseThrow().year());
            case "volume" -> issue.orElseThrow().volumeLabel();
            case "issue" -> issue.orElseThrow().issueLabel();
            case "number" -> number.orElseThrow().toString();
            default -> opaque(seed);
        };
    }

    private static String opaque(String seed) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        long number = 0;
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            int sign = digest[i] & 31;
            number = number * 32 + sign;
            signs.append(ALPHABET.charAt(sign));
        }
        return signs + String.format("%02d", 98 - number * 100 % 97);
    }

    @Override
    public String toString() {
        return template;
    }
}
