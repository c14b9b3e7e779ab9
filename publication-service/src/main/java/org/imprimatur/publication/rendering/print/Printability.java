package org.imprimatur.publication.rendering.print;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Section;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.rendering.picture.Picture;

/** Finds what can't be printed before it is set, with its place. */
final class Printability {

    private record Piece(String place, String text) {}

    private final Faces faces;

    Printability(Faces faces) {
        this.faces = faces;
    }

    /** Why the article can't be set, for the production editor; empty when it can. */
    Optional<String> obstacle(ArticleUnderProduction article) {
        return Stream.concat(pieces(article).flatMap(piece -> missing(piece).stream()), pictures(article))
                .findFirst();
    }

    private Optional<String> missing(Piece piece) {
        return faces.missingIn(piece.text())
                .map(character ->
                        "The character “%s” (%s, U+%04X) %s has no glyph in the journal's print fonts. Replace it."
                                .formatted(
                                        character,
                                        Character.getName(character.codePointAt(0)),
                                        character.codePointAt(0),
                                        piece.place()));
    }

    private static Stream<Piece> pieces(ArticleUnderProduction article) {
        Stream<Piece> front = Stream.of(
                        Stream.of(
                                new Piece(
                                        "in the journal's name",
                                        article.journal().title()),
                                new Piece("in the title", article.title()),
                                new Piece("in the abstract", article.abstractText()),
                                new Piece("in the section's name", article.section())),
                        article.keywords().stream().map(keyword -> new Piece("in the keywords", keyword)),
                        article.contributors().stream()
                                .flatMap(contributor -> Stream.concat(
                                        Stream.of(
                                                contributor.name().display(),
                                                contributor.position().orElse("")),
                                        contributor.affiliations().stream().map(affiliation -> affiliation.name())))
                                .map(text -> new Piece("in the by-line", text)),
                        article.banner().stream().map(text -> new Piece("in the banner", text)),
                        article.licence().stream().map(licence -> new Piece("in the licence", licence.name())))
                .flatMap(pieces -> pieces);
        Stream<Piece> sections = article.text().sections().stream().flatMap(section -> {
            String place = place(section);
            return Stream.concat(
                            inlines(section.heading()),
                            section.blocks().stream().flatMap(Printability::texts))
                    .map(text -> new Piece(place, text));
        });
        Stream<Piece> references = article.text().references().stream()
                .flatMap(reference -> inlines(reference.content())
                        .map(text -> new Piece("in the reference “" + beginning(reference.raw()) + "”", text)));
        return Stream.of(front, sections, references).flatMap(pieces -> pieces);
    }

    private static String place(Section section) {
        return section.headingText().isBlank()
                ? "in the text before the first heading"
                : "under the heading “" + section.headingText().strip() + "”";
    }

    private static String beginning(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40).strip() + "…";
    }

    private static Stream<String> texts(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return inlines(paragraph.content());
        } else if (block instanceof Block.ListBlock list) {
            return list.items().stream().flatMap(List::stream).flatMap(Printability::texts);
        } else if (block instanceof Block.Table table) {
            return Stream.concat(
                    inlines(table.caption()),
                    table.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .flatMap(cell -> cell.content().stream())
                            .flatMap(Printability::texts));
        } else if (block instanceof Block.Figure figure) {
            return inlines(figure.caption());
        } else if (block instanceof Block.Quote quote) {
            return quote.paragraphs().stream().flatMap(Printability::texts);
        }
        throw new IllegalArgumentException("Unknown block " + block);
    }

    private static Stream<String> inlines(List<Inline> content) {
        return content.stream().flatMap(inline -> {
            if (inline instanceof Inline.Footnote footnote) {
                return footnote.paragraphs().stream().flatMap(Printability::texts);
            }
            return Stream.concat(Stream.of(inline.plain()), inlines(Marked.content(inline)));
        });
    }

    private static Stream<String> pictures(ArticleUnderProduction article) {
        return article.text().sections().stream()
                .flatMap(section -> section.blocks().stream()
                        .flatMap(Printability::figures)
                        .filter(figure -> Picture.read(figure.image()).isEmpty())
                        .map(figure ->
                                "A picture %s (%s) can't be printed. Ask for it as PNG or JPEG of at most %d megapixels."
                                        .formatted(
                                                place(section),
                                                figure.image().mediaType(),
                                                Picture.MOST_PIXELS / 1_000_000)));
    }

    private static Stream<Block.Figure> figures(Block block) {
        if (block instanceof Block.Figure figure) {
            return Stream.of(figure);
        } else if (block instanceof Block.ListBlock list) {
            return list.items().stream().flatMap(List::stream).flatMap(Printability::figures);
        } else if (block instanceof Block.Table table) {
            return table.rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .flatMap(cell -> cell.content().stream())
                    .flatMap(Printability::figures);
        }
        return Stream.empty();
    }
}
