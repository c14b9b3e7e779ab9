package org.imprimatur.publication.journal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.imprimatur.publication.article.Licence;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Checked;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.bibliographic.DoiPattern;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;

/**
 * A journal as a person types it. {@link #check} says what is wrong, field by field; only when nothing is does it give a
 * journal.
 *
 * @param sections one a line, "Title" or "key | Title"
 * @param language BCP 47 tag
 */
public record JournalDraft(
        String key,
        String title,
        String abbreviation,
        String issnPrint,
        String issnOnline,
        String publisher,
        String homepage,
        String recognition,
        String language,
        String sections,
        String volumeStyle,
        String issueStyle,
        String doiPrefix,
        String journalPattern,
        String volumePattern,
        String issuePattern,
        String articlePattern,
        String pageStart,
        String licenceName,
        String licenceUri) {

    /** First parts of addresses that are taken. */
    private static final Set<String> TAKEN = Set.of(
            "account",
            "actuator",
            "admin",
            "author",
            "design",
            "editor",
            "error",
            "internal",
            "journals",
            "notices",
            "oai",
            "production",
            "review",
            "sign-in",
            "sign-out",
            "web");

    /** What came of checking. */
    public sealed interface Result {}

    public record Good(Journal journal) implements Result {}

    /** @param errors a sentence by field name, in the order of the form */
    public record Wrong(Map<String, String> errors) implements Result {
        public Wrong {
            errors = new LinkedHashMap<>(errors);
        }
    }

    /** The DOIs that the patterns would make, by field name; only those patterns that can be used. */
    public Map<String, Doi> previews(int year) {
        Map<String, Doi> previews = new LinkedHashMap<>();
        IssueDesignation sample = new IssueDesignation(
                9,
                style(volumeStyle).orElse(NumberStyle.ARABIC).label(9),
                2,
                style(issueStyle).orElse(NumberStyle.ARABIC).label(2),
                Optional.empty(),
                Optional.empty(),
                year);
        Map.of(
                        "journalPattern", DoiLevel.JOURNAL,
                        "volumePattern", DoiLevel.VOLUME,
                        "issuePattern", DoiLevel.ISSUE,
                        "articlePattern", DoiLevel.ARTICLE)
                .forEach((field, level) -> DoiPattern.parse(level, pattern(field))
                        .found()
                        .flatMap(pattern -> pattern.doi(
                                        doiPrefix,
                                        abbreviation,
                                        Optional.of(sample),
                                        Optional.of(new ArticleNumber(3)),
                                        key)
                                .found())
                        .ifPresent(doi -> previews.put(field, doi)));
        return previews;
    }

    private String pattern(String field) {
        return switch (field) {
            case "journalPattern" -> journalPattern;
            case "volumePattern" -> volumePattern;
            case "issuePattern" -> issuePattern;
            default -> articlePattern;
        };
    }

    /** @param version the version that the journal will have */
    public Result check(int version) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!key.matches("[a-z][a-z0-9-]{1,30}")) {
            errors.put("key", "The key has 2 to 31 small letters, digits or hyphens, and begins with a letter.");
        } else if (TAKEN.contains(key)) {
            errors.put("key", "This key is taken by the site itself. Choose another.");
        }
        required(errors, "title", title, "Give the journal's title.");
        required(errors, "abbreviation", abbreviation, "Give a short title, for example GPR.");
        Optional<Issn> print = optional(errors, "issnPrint", issnPrint, Issn::parse);
        Optional<Issn> online = optional(errors, "issnOnline", issnOnline, Issn::parse);
        if (print.isPresent() && print.equals(online)) {
            errors.put("issnOnline", "Print and online editions have each an ISSN of their own.");
        }
        required(errors, "publisher", publisher, "Name the publisher.");
        Optional<URI> home = webAddress(homepage);
        if (home.isEmpty()) {
            errors.put("homepage", "Give an address that begins with https:// or http://.");
        }
        Locale locale = Locale.forLanguageTag(language);
        if (locale.getLanguage().isEmpty()) {
            errors.put("language", "Give a language tag, for example en or ur.");
        }
        List<JournalSection> sectionList = sectionList(errors);
        Optional<NumberStyle> volumes = style(volumeStyle);
        if (volumes.isEmpty()) {
            errors.put("volumeStyle", "Choose how volumes are numbered.");
        }
        Optional<NumberStyle> issues = style(issueStyle);
        if (issues.isEmpty()) {
            errors.put("issueStyle", "Choose how issues are numbered.");
        }
        if (!doiPrefix.matches("10\\.[0-9]{4,9}")) {
            errors.put("doiPrefix", "A DOI prefix is 10. and four to nine digits, for example 10.31703.");
        }
        Optional<DoiPattern> journalLevel = pattern(errors, "journalPattern", DoiLevel.JOURNAL);
        Optional<DoiPattern> volumeLevel = pattern(errors, "volumePattern", DoiLevel.VOLUME);
        Optional<DoiPattern> issueLevel = pattern(errors, "issuePattern", DoiLevel.ISSUE);
        Optional<DoiPattern> articleLevel = pattern(errors, "articlePattern", DoiLevel.ARTICLE);
        boolean startKnown = pageStart.equals("EACH_ISSUE") || pageStart.equals("EACH_VOLUME");
        if (!startKnown) {
            errors.put("pageStart", "Choose where page numbers begin.");
        }
        Optional<URI> deed = webAddress(licenceUri);
        if (!licenceName.isBlank() && deed.isEmpty()) {
            errors.put("licenceUri", "Give the address of the licence, beginning with https:// or http://.");
        }
        if (licenceName.isBlank() && !licenceUri.isBlank()) {
            errors.put("licenceName", "Name the licence, for example CC BY 4.0.");
        }
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        Doi journalDoi = journalLevel
                .orElseThrow()
                .doi(doiPrefix, abbreviation, Optional.empty(), Optional.empty(), key)
                .orThrow();
        return new Good(new Journal(
                key,
                version,
                new JournalIdentity(
                        title,
                        abbreviation,
                        print,
                        online,
                        publisher,
                        home.orElseThrow(),
                        journalDoi,
                        recognition.isBlank() ? Optional.empty() : Optional.of(recognition.strip()),
                        locale),
                sectionList,
                volumes.orElseThrow(),
                issues.orElseThrow(),
                new DoiPatterns(
                        doiPrefix,
                        journalLevel.orElseThrow(),
                        volumeLevel.orElseThrow(),
                        issueLevel.orElseThrow(),
                        articleLevel.orElseThrow()),
                PageStart.valueOf(pageStart),
                licenceName.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Licence(licenceName.strip(), deed.orElseThrow()))));
    }

    private static void required(Map<String, String> errors, String field, String value, String reason) {
        if (value.isBlank()) {
            errors.put(field, reason);
        } else if (value.length() > 300) {
            errors.put(field, "This is too long: at most 300 characters.");
        }
    }

    private static <T> Optional<T> optional(
            Map<String, String> errors, String field, String value, Function<String, Checked<T>> parse) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        Checked<T> checked = parse.apply(value);
        checked.problem().ifPresent(reason -> errors.put(field, reason));
        return checked.found();
    }

    private Optional<DoiPattern> pattern(Map<String, String> errors, String field, DoiLevel level) {
        Checked<DoiPattern> checked = DoiPattern.parse(level, pattern(field));
        checked.problem().ifPresent(reason -> errors.put(field, reason));
        return checked.found();
    }

    private List<JournalSection> sectionList(Map<String, String> errors) {
        List<JournalSection> list = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String line :
                sections.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int bar = line.indexOf('|');
            String sectionTitle = line.substring(bar + 1).strip();
            String sectionKey =
                    bar < 0 ? slug(sectionTitle) : line.substring(0, bar).strip();
            if (sectionTitle.isEmpty() || !sectionKey.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
                errors.put("sections", "Write each section on a line, as its title or as \"key | Title\": " + line);
            } else if (!keys.add(sectionKey)) {
                errors.put("sections", "Two sections have the key " + sectionKey + ".");
            } else {
                list.add(new JournalSection(sectionKey, sectionTitle));
            }
        }
        if (list.isEmpty()) {
            errors.putIfAbsent("sections", "Name at least one section.");
        }
        return list;
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static Optional<NumberStyle> style(String name) {
        return List.of(NumberStyle.values()).stream()
                .filter(style -> style.name().equals(name))
                .findFirst();
    }

    private static Optional<URI> webAddress(String typed) {
        try {
            URI uri = new URI(typed.strip());
            boolean web = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
