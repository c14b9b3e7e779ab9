package org.imprimatur.publication.article;

import java.net.URI;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.bibliographic.PersonName;
import org.imprimatur.publication.bibliographic.Season;

/** Articles for tests. People and journals are made up. */
public final class Articles {
    public static final JournalIdentity JOURNAL = new JournalIdentity(
            "Quarterly of Imaginary Policy",
            "QIP",
            Optional.of(Issn.of("2521-2982")),
            Optional.of(Issn.of("2707-4587")),
            "Paper House",
            URI.create("https://qip.example.org"),
            Doi.of("10.5555/qip"),
            Optional.of("Recognised by nobody"),
            Locale.ENGLISH);
    public static final IssueDesignation ISSUE =
            new IssueDesignation(9, "IX", 2, "II", Optional.of(Season.SPRING), Optional.of(Month.JUNE), 2024);
    public static final History HISTORY =
            new History(LocalDate.of(2024, 2, 5), Optional.of(LocalDate.of(2024, 4, 2)), LocalDate.of(2024, 5, 6));

    private Articles() {}

    public static Contributor contributor(String given, String family, boolean corresponding) {
        return new Contributor(
                new PersonName(given, family),
                Optional.of("Lecturer"),
                corresponding ? Optional.of(family.toLowerCase(Locale.ROOT) + "@example.org") : Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Affiliation("Department of Examples, University of Nowhere", Optional.empty())),
                List.of(),
                corresponding);
    }

    public static StructuredText text() {
        return new StructuredText(
                FrontMatter.NONE,
                List.of(
                        section("Introduction", "Something is <b>bold</b> & here."),
                        section("Conclusion", "It is so.")),
                List.of());
    }

    private static Section section(String heading, String paragraph) {
        return new Section(
                List.of(new Inline.Text(heading)),
                1,
                List.of(new Block.Paragraph(List.of(new Inline.Text(paragraph)))));
    }

    public static ArticleUnderProduction underProduction(String manuscript) {
        return new ArticleUnderProduction(
                manuscript,
                "QIP-2024-0001",
                JOURNAL,
                "On the Examination of Examples",
                "What an example is.",
                List.of("examples", "policy"),
                Locale.ENGLISH,
                List.of(contributor("Ada", "Paper", false), contributor("Ben", "Inkwell", true)),
                "Articles",
                "research-article",
                HISTORY,
                "10.5555/qip.2024(IX-II).00",
                Optional.empty(),
                Optional.empty(),
                text());
    }

    public static ArticleRecord record(String manuscript) {
        return new ArticleRecord(
                underProduction(manuscript),
                new Place(
                        ISSUE,
                        Doi.of("10.5555/qip.2024(IX)"),
                        Doi.of("10.5555/qip.2024(IX.II)"),
                        new ArticleNumber(3),
                        new PageRange(27, 36),
                        Doi.of("10.5555/qip.2024(IX-II).03"),
                        URI.create("https://qip.example.org/qip/articles/9-2-03"),
                        URI.create("https://qip.example.org/qip/articles/9-2-03/article.pdf")),
                Optional.empty());
    }
}
