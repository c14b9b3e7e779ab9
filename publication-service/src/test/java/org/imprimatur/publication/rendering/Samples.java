package org.imprimatur.publication.rendering;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.imprimatur.intake.text.Author;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.intake.text.Image;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Articles;
import org.imprimatur.publication.article.History;
import org.imprimatur.publication.article.Licence;
import org.imprimatur.publication.article.Place;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.CreditRole;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.bibliographic.Orcid;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.bibliographic.PersonName;
import org.imprimatur.publication.bibliographic.RomanNumeral;
import org.imprimatur.publication.bibliographic.Ror;
import org.imprimatur.publication.bibliographic.Season;

/** Articles of all shapes, made up or generated from a seed. */
public final class Samples {
    private static final List<String> WORDS = List.of("""
        after often soft office afflict fjord the of policy harbor treaty minister letter & examination “quoted” naïve
        Čapek's 1948–1961 state paper <angle> question committee neighbors rewriting différent Łódź çağrı between
        landlocked parliamentary oversight
        """.strip().split("\\s+"));
    private static final List<String> GIVEN =
            List.of("Ada", "Bruno Carl", "Çiğdem", "Đorđe", "J. R.", "Anne-Marie", "", "Nguyễn Văn", "محمد");
    private static final List<String> FAMILY = List.of(
            "Paper", "van der Inkwell", "O’Neill", "Šimić", "Ångström", "Muster-Frau", "Anderson", "Rand", "اقبال");

    private Samples() {}

    public static Inline text(String text) {
        return new Inline.Text(text);
    }

    public static Block paragraph(String text) {
        return new Block.Paragraph(List.of(text(text)));
    }

    public static Section section(String heading, int level, Block... blocks) {
        return new Section(heading.isEmpty() ? List.of() : List.of(text(heading)), level, List.of(blocks));
    }

    public static Reference reference(int number, String text) {
        return new Reference(
                "ref" + number,
                List.of(text(text)),
                List.of(new Author("Paper", "A.", false)),
                false,
                Optional.of("2020"),
                Optional.empty(),
                number % 3 == 0 ? Optional.of("10.5555/made.up." + number) : Optional.empty(),
                Optional.empty());
    }

    /** One of every kind of block and inline. */
    public static StructuredText everything() {
        return new StructuredText(
                FrontMatter.NONE,
                List.of(
                        section("", 1, paragraph("Text before the first heading, <b>not bold</b> & safe.")),
                        new Section(
                                List.of(text("A heading with "), new Inline.Emphasis(List.of(text("emphasis")))),
                                1,
                                List.of(new Block.Paragraph(List.of(
                                        text("He often cites ("),
                                        new Inline.Citation(List.of(text("Paper, 2020")), List.of("ref1")),
                                        text("), notes"),
                                        new Inline.Footnote(List.of(new Block.Paragraph(
                                                List.of(text("A note, see https://example.org/a_(b)."))))),
                                        text(" and links "),
                                        new Inline.Link("https://example.org/x?y=1&z=2", List.of(text("out"))),
                                        text(", H"),
                                        new Inline.Subscript(List.of(text("2"))),
                                        text("O, x"),
                                        new Inline.Superscript(List.of(text("2"))),
                                        new Inline.LineBreak(),
                                        new Inline.Strong(List.of(text("strong"))),
                                        text(" and اردو زبان in one line."))))),
                        section(
                                "Deep",
                                2,
                                paragraph("Two."),
                                new Block.Quote(List.of(new Block.Paragraph(List.of(text("A quotation set apart.")))))),
                        section("Deeper", 3, paragraph("Three.")),
                        section("Deepest", 5, paragraph("Five, and a level was left out.")),
                        section("An empty section", 1),
                        section(
                                "Things",
                                1,
                                new Block.ListBlock(
                                        true,
                                        List.of(
                                                List.of(paragraph("First.")),
                                                List.of(
                                                        paragraph("Second, with a list in it."),
                                                        new Block.ListBlock(
                                                                false, List.of(List.of(paragraph("Within."))))))),
                                table(3, 4),
                                table(9, 5),
                                new Block.Figure(
                                        picture(), List.of(text("Figure 1. Squares.")), "Squares of three colors"))),
                List.of(
                        reference(1, "Paper, A. (2020). Examples. Nowhere Press."),
                        reference(
                                2,
                                "Paper, A. (2020). More. https://example.org/a/very/long/address/that/goes_on?and=on."),
                        reference(3, "Paper, A. (2020). With a DOI.")));
    }

    public static Block.Table table(int columns, int rows) {
        return new Block.Table(
                List.of(text("Table of " + columns + " columns")),
                1,
                IntStream.range(0, rows)
                        .mapToObj(row -> new Block.Row(IntStream.range(0, columns)
                                .mapToObj(column -> new Block.Cell(
                                        List.of(paragraph((row == 0 ? "Head " : "Value ") + column)), 1, 1))
                                .toList()))
                        .toList());
    }

    public static Image picture() {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(20, 20, 120, 120);
        canvas.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return image("image/png", png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Image image(String mediaType, byte[] bytes) {
        try {
            return new Image(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    mediaType,
                    bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static ArticleUnderProduction article(String title, StructuredText text) {
        return with(Articles.underProduction("m1"), title, text);
    }

    private static ArticleUnderProduction with(ArticleUnderProduction article, String title, StructuredText text) {
        return new ArticleUnderProduction(
                article.manuscript(),
                article.manuscriptNumber(),
                article.journal(),
                title,
                article.abstractText(),
                article.keywords(),
                article.language(),
                article.contributors(),
                article.section(),
                article.articleType(),
                article.history(),
                article.doiPlaceholder(),
                Optional.of(new Licence("CC BY 4.0", URI.create("https://creativecommons.org/licenses/by/4.0/"))),
                Optional.of("Made up for a test"),
                text);
    }

    /** The article on so many pages from a first one on. */
    public static ArticleRecord placed(ArticleUnderProduction article, int firstPage, int pages) {
        return placed(article, Articles.ISSUE, firstPage, pages);
    }

    private static ArticleRecord placed(
            ArticleUnderProduction article, IssueDesignation issue, int firstPage, int pages) {
        return new ArticleRecord(
                article,
                new Place(
                        issue,
                        Doi.of("10.5555/qip.2024(IX)"),
                        Doi.of("10.5555/qip.2024(IX.II)"),
                        new ArticleNumber(3),
                        PageRange.of(firstPage, pages),
                        Doi.of("10.5555/qip.2024(IX-II).03"),
                        URI.create("https://qip.example.org/qip/articles/9-2-03"),
                        URI.create("https://qip.example.org/qip/articles/9-2-03/article.pdf")),
                Optional.empty());
    }

    /** A long enough text of made-up sentences. */
    public static String sentences(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    /** Any article that its record allows; its page count is given later. */
    public static ArticleUnderProduction any(Random random) {
        int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 9 : 3);
        int corresponding = random.nextInt(count);
        List<Contributor> contributors = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            contributors.add(contributor(random, at == corresponding));
        }
        boolean print = random.nextBoolean();
        LocalDate received = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(100));
        LocalDate revised = received.plusDays(random.nextInt(60));
        return new ArticleUnderProduction(
                "m" + random.nextInt(1000),
                "QIP-2024-" + random.nextInt(1000),
                new JournalIdentity(
                        "Journal of " + title(random, 2),
                        "JX" + random.nextInt(10),
                        print ? Optional.of(Issn.of("2521-2982")) : Optional.empty(),
                        !print || random.nextBoolean() ? Optional.of(Issn.of("2707-4587")) : Optional.empty(),
                        "Paper & Sons",
                        URI.create("https://qip.example.org"),
                        Doi.of("10.5555/qip"),
                        Optional.empty(),
                        Locale.ENGLISH),
                title(random, 3 + random.nextInt(9)),
                sentences(random, 40),
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(at -> title(random, 1 + random.nextInt(2)))
                        .toList(),
                random.nextInt(4) == 0 ? Locale.UK : Locale.ENGLISH,
                contributors,
                "Articles & Notes",
                "research-article",
                new History(
                        received,
                        random.nextBoolean() ? Optional.of(revised) : Optional.empty(),
                        revised.plusDays(random.nextInt(60))),
                "10.5555/qip.2024(IX-II).00",
                random.nextBoolean()
                        ? Optional.of(
                                new Licence("CC BY 4.0", URI.create("https://creativecommons.org/licenses/by/4.0/")))
                        : Optional.empty(),
                random.nextBoolean() ? Optional.of("Made up for a test") : Optional.empty(),
                random.nextInt(3) == 0 ? everything() : anyText(random));
    }

    private static String title(Random random, int words) {
        String title = sentences(random, words).strip();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1) + (random.nextInt(6) == 0 ? "?" : "");
    }

    private static Contributor contributor(Random random, boolean corresponding) {
        List<String> places =
                List.of("Department of Examples, University of Nowhere", "Institute of Paper & Ink", "مرکز");
        return new Contributor(
                new PersonName(GIVEN.get(random.nextInt(GIVEN.size())), FAMILY.get(random.nextInt(FAMILY.size()))),
                random.nextBoolean() ? Optional.of("Lecturer") : Optional.empty(),
                corresponding && random.nextBoolean() ? Optional.of("some.one@example.org") : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(Orcid.of("0000-0002-1825-0097")) : Optional.empty(),
                random.nextBoolean(),
                IntStream.rangeClosed(0, random.nextInt(2))
                        .mapToObj(at -> places.get((at + random.nextInt(2)) % places.size()))
                        .distinct()
                        .map(place -> new Affiliation(
                                place, place.startsWith("Inst") ? Optional.of(Ror.of("03yrm5c26")) : Optional.empty()))
                        .toList(),
                random.nextBoolean() ? List.of(CreditRole.values()[random.nextInt(14)]) : List.of(),
                corresponding);
    }

    private static StructuredText anyText(Random random) {
        return new StructuredText(
                FrontMatter.NONE,
                IntStream.rangeClosed(1, 1 + random.nextInt(5))
                        .mapToObj(at -> section(
                                title(random, 1 + random.nextInt(6)),
                                1 + random.nextInt(3),
                                paragraph(sentences(random, 60)),
                                paragraph(sentences(random, 300))))
                        .toList(),
                IntStream.rangeClosed(1, random.nextInt(12))
                        .mapToObj(at -> reference(at, "Paper, A. (2020). " + sentences(random, 8) + "."))
                        .toList());
    }

    public static ArticleRecord anywhere(Random random, ArticleUnderProduction article, int pages) {
        int volume = 1 + random.nextInt(40);
        int issue = 1 + random.nextInt(4);
        boolean month = random.nextInt(4) > 0;
        return placed(
                article,
                new IssueDesignation(
                        volume,
                        new RomanNumeral(volume).toString(),
                        issue,
                        random.nextBoolean() ? String.valueOf(issue) : new RomanNumeral(issue).toString(),
                        random.nextBoolean() ? Optional.of(Season.values()[random.nextInt(4)]) : Optional.empty(),
                        month ? Optional.of(Month.of(1 + random.nextInt(12))) : Optional.empty(),
                        1990 + random.nextInt(40)),
                1 + random.nextInt(700),
                pages);
    }
}
