package org.imprimatur.publication.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.JournalIdentity;

/**
 * An article as far as it is known before it has a place: enough for its proof. The final {@link ArticleRecord} holds
 * this very value, so a proof and what is published can't differ in it.
 *
 * @param manuscript the manuscript's id
 * @param manuscriptNumber the number people know it by
 * @param abstractText plain text; a blank line separates paragraphs
 * @param language the article's language
 * @param contributors in the order of the by-line; exactly one is corresponding
 * @param section title of the journal's section
 * @param articleType JATS {@code article-type}, for example {@code research-article}
 * @param doiPlaceholder as long as the DOI will be; stands in the proof where the DOI will stand
 * @param licence where the journal publishes under one
 * @param banner a warning every page bears, for example that the text is a demonstration
 */
public record ArticleUnderProduction(
        String manuscript,
        String manuscriptNumber,
        JournalIdentity journal,
        String title,
        String abstractText,
        List<String> keywords,
        Locale language,
        List<Contributor> contributors,
        String section,
        String articleType,
        History history,
        String doiPlaceholder,
        Optional<Licence> licence,
        Optional<String> banner,
        StructuredText text) {

    /** @throws IllegalArgumentException when it is not complete: {@link #from} says what is missing instead */
    public ArticleUnderProduction {
        keywords = List.copyOf(keywords);
        contributors = List.copyOf(contributors);
        List<Missing> missing = missing(title, abstractText, keywords, contributors, section, text);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The article is not complete: " + missing);
        }
    }

    /** The article, or all that it lacks. The parts that our own services always give are parameters like the others. */
    public static Completion<ArticleUnderProduction> from(
            String manuscript,
            String manuscriptNumber,
            JournalIdentity journal,
            String title,
            String abstractText,
            List<String> keywords,
            Locale language,
            List<Contributor> contributors,
            String section,
            String articleType,
            History history,
            String doiPlaceholder,
            Optional<Licence> licence,
            Optional<String> banner,
            StructuredText text) {
        List<Missing> missing = missing(title, abstractText, keywords, contributors, section, text);
        return missing.isEmpty()
                ? Completion.complete(new ArticleUnderProduction(
                        manuscript,
                        manuscriptNumber,
                        journal,
                        title,
                        abstractText,
                        keywords,
                        language,
                        contributors,
                        section,
                        articleType,
                        history,
                        doiPlaceholder,
                        licence,
                        banner,
                        text))
                : Completion.incomplete(missing);
    }

    private static List<Missing> missing(
            String title,
            String abstractText,
            List<String> keywords,
            List<Contributor> contributors,
            String section,
            StructuredText text) {
        List<Missing> missing = new ArrayList<>();
        requireText(missing, "title", title, "Give the article a title.");
        requireText(missing, "abstract", abstractText, "Ask the author for an abstract.");
        requireText(missing, "section", section, "Choose a section that the journal has.");
        keywords.forEach(keyword -> requireText(missing, "keywords", keyword, "Take the empty keyword out."));
        if (contributors.isEmpty()) {
            missing.add(new Missing("contributors", "Name at least one contributor."));
        } else if (contributors.stream().filter(Contributor::corresponding).count() != 1) {
            missing.add(new Missing("corresponding contributor", "Mark exactly one contributor as corresponding."));
        }
        contributors.stream()
                .filter(contributor -> contributor.affiliations().isEmpty())
                .forEach(contributor -> missing.add(new Missing(
                        "affiliation",
                        "Give the affiliation of " + contributor.name().display() + ".")));
        if (text.sections().stream().allMatch(part -> part.blocks().isEmpty())) {
            missing.add(new Missing("text", "Upload a manuscript that has text below its title page."));
        }
        return missing;
    }

    private static void requireText(List<Missing> missing, String field, String value, String remedy) {
        if (value == null || value.isBlank()) {
            missing.add(new Missing(field, remedy));
        } else if (value.codePoints().anyMatch(ArticleUnderProduction::isUnprintable)) {
            missing.add(new Missing(field, "Take out the characters that can't be printed."));
        }
    }

    /** What XML 1.0, production 2 ("Char"), leaves out. */
    private static boolean isUnprintable(int character) {
        return character < ' ' && character != '\n' && character != '\t' && character != '\r'
                || Character.getType(character) == Character.SURROGATE
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    /** The one contributor to whom readers write. */
    public Contributor corresponding() {
        return contributors.stream()
                .filter(Contributor::corresponding)
                .findFirst()
                .orElseThrow();
    }
}
