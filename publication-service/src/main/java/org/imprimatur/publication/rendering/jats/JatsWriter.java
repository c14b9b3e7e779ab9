package org.imprimatur.publication.rendering.jats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.intake.text.Section;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** One article as JATS. Makes one document; not to be used twice. */
public final class JatsWriter {

    private final ArticleRecord record;
    private final XmlWriter xml = XmlWriter.document();
    private final List<Affiliation> affiliations;
    private int sections;
    private int footnotes;
    private int tables;
    private int figures;

    private JatsWriter(ArticleRecord record) {
        this.record = record;
        this.affiliations = record.contributors().stream()
                .flatMap(contributor -> contributor.affiliations().stream())
                .distinct()
                .toList();
    }

    public static String write(ArticleRecord record) {
        return new JatsWriter(record).write();
    }

    private String write() {
        xml.open(
                "article",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "article-type",
                record.articleType(),
                "dtd-version",
                "1.3",
                "xml:lang",
                record.language().toLanguageTag());
        xml.open("front");
        journal(record.journal());
        article();
        record.banner()
                .ifPresent(banner -> xml.open("notes", "notes-type", "disclaimer")
                        .leaf("p", banner)
                        .close());
        xml.close();
        xml.open("body");
        sections(record.text().sections());
        xml.close();
        back();
        return xml.close().end();
    }

    private void journal(JournalIdentity journal) {
        xml.open("journal-meta")
                .leaf("journal-id", journal.abbreviation(), "journal-id-type", "publisher-id")
                .open("journal-title-group")
                .leaf("journal-title", journal.title())
                .leaf("abbrev-journal-title", journal.abbreviation(), "abbrev-type", "publisher")
                .close();
        journal.issnPrint().ifPresent(issn -> xml.leaf("issn", issn.value(), "publication-format", "print"));
        journal.issnOnline().ifPresent(issn -> xml.leaf("issn", issn.value(), "publication-format", "electronic"));
        xml.open("publisher").leaf("publisher-name", journal.publisher()).close();
        xml.leaf(
                "self-uri",
                journal.doi().link().toString(),
                "content-type",
                "doi",
                "xlink:href",
                journal.doi().link().toString());
        xml.close();
    }

    private void article() {
        xml.open("article-meta")
                .leaf("article-id", record.doi().value(), "pub-id-type", "doi")
                .leaf("article-id", record.article().manuscriptNumber(), "pub-id-type", "manuscript")
                .leaf("article-id", record.number().toString(), "pub-id-type", "publisher-id")
                .open("article-categories")
                .open("subj-group", "subj-group-type", "heading")
                .leaf("subject", record.section())
                .close()
                .close()
                .open("title-group")
                .leaf("article-title", record.title())
                .close();
        xml.open("contrib-group");
        record.contributors().forEach(this::contributor);
        xml.close();
        for (int at = 0; at < affiliations.size(); at++) {
            Affiliation affiliation = affiliations.get(at);
            xml.open("aff", "id", "aff" + (at + 1));
            xml.open("institution-wrap");
            affiliation
                    .ror()
                    .ifPresent(ror -> xml.leaf("institution-id", ror.link().toString(), "institution-id-type", "ror"));
            xml.leaf("institution", affiliation.name()).close().close();
        }
        record.corresponding()
                .email()
                .ifPresent(email -> xml.open("author-notes")
                        .open("corresp", "id", "cor1")
                        .leaf("email", email)
                        .close()
                        .close());
        dates();
        xml.leaf("volume", record.issue().volumeLabel());
        xml.leaf("volume-id", record.volumeDoi().value(), "pub-id-type", "doi");
        xml.leaf("issue", record.issue().issueLabel());
        xml.leaf("issue-id", record.issueDoi().value(), "pub-id-type", "doi");
        xml.leaf("fpage", String.valueOf(record.pages().first()));
        xml.leaf("lpage", String.valueOf(record.pages().last()));
        xml.open("history");
        date("received", record.history().received());
        record.history().revised().ifPresent(day -> date("rev-recd", day));
        date("accepted", record.history().accepted());
        xml.close();
        record.licence()
                .ifPresent(licence -> xml.open("permissions")
                        .open("license", "xlink:href", licence.uri().toString())
                        .leaf("license-p", licence.name())
                        .close()
                        .close());
        xml.empty("self-uri", "xlink:href", record.landingPage().toString(), "content-type", "landing-page");
        xml.empty("self-uri", "xlink:href", record.pdf().toString(), "content-type", "pdf");
        xml.open("abstract");
        paragraphs(record.abstractText()).forEach(paragraph -> xml.leaf("p", paragraph));
        xml.close();
        if (!record.keywords().isEmpty()) {
            xml.open("kwd-group", "kwd-group-type", "author");
            record.keywords().forEach(keyword -> xml.leaf("kwd", keyword));
            xml.close();
        }
        xml.open("counts")
                .empty(
                        "ref-count",
                        "count",
                        String.valueOf(record.text().references().size()))
                .empty("page-count", "count", String.valueOf(record.pages().count()))
                .close();
        xml.close();
    }

    private void contributor(Contributor contributor) {
        xml.open("contrib", "contrib-type", "author", "corresp", contributor.corresponding() ? "yes" : null);
        contributor
                .orcid()
                .ifPresent(orcid -> xml.leaf(
                        "contrib-id",
                        orcid.link().toString(),
                        "contrib-id-type",
                        "orcid",
                        "authenticated",
                        contributor.orcidAuthenticated() ? "true" : null));
        xml.open("name").leaf("surname", contributor.name().family());
        if (!contributor.name().given().isEmpty()) {
            xml.leaf("given-names", contributor.name().given());
        }
        xml.close();
        contributor.position().ifPresent(position -> xml.leaf("role", position, "content-type", "position"));
        contributor
                .roles()
                .forEach(role -> xml.leaf(
                        "role",
                        role.term(),
                        "vocab",
                        "credit",
                        "vocab-identifier",
                        "https://credit.niso.org/",
                        "vocab-term",
                        role.term(),
                        "vocab-term-identifier",
                        role.uri().toString()));
        contributor
                .affiliations()
                .forEach(affiliation ->
                        xml.empty("xref", "ref-type", "aff", "rid", "aff" + (affiliations.indexOf(affiliation) + 1)));
        if (contributor.corresponding() && contributor.email().isPresent()) {
            xml.empty("xref", "ref-type", "corresp", "rid", "cor1");
        }
        xml.close();
    }

    // a pub-date holds a month or a season, not both: the issue's season stands in a date of its own
    private void dates() {
        xml.open(
                "pub-date",
                "publication-format",
                "electronic",
                "date-type",
                "pub",
                "iso-8601-date",
                record.issue()
                        .yearMonth()
                        .map(Object::toString)
                        .orElse(String.valueOf(record.issue().year())));
        record.issue().month().ifPresent(month -> xml.leaf("month", "%02d".formatted(month.getValue())));
        xml.leaf("year", String.valueOf(record.issue().year())).close();
        record.issue()
                .season()
                .ifPresent(season -> xml.open("pub-date", "date-type", "collection")
                        .leaf("season", season.display())
                        .leaf("year", String.valueOf(record.issue().year()))
                        .close());
    }

    private void date(String type, LocalDate day) {
        xml.open("date", "date-type", type, "iso-8601-date", day.toString())
                .leaf("day", "%02d".formatted(day.getDayOfMonth()))
                .leaf("month", "%02d".formatted(day.getMonthValue()))
                .leaf("year", String.valueOf(day.getYear()))
                .close();
    }

    // sections come flat, each with its level; JATS nests them
    private void sections(List<Section> all) {
        List<Integer> open = new ArrayList<>();
        for (Section section : all) {
            while (!open.isEmpty() && open.get(open.size() - 1) >= section.level()) {
                xml.close();
                open.remove(open.size() - 1);
            }
            if (section.heading().isEmpty()) {
                section.blocks().forEach(this::block);
                continue;
            }
            xml.open("sec", "id", "sec" + ++sections).open("title");
            inlines(section.heading());
            xml.close();
            section.blocks().forEach(this::block);
            open.add(section.level());
        }
        open.forEach(level -> xml.close());
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Block.ListBlock list) {
            xml.open("list", "list-type", list.ordered() ? "order" : "bullet");
            list.items().forEach(item -> {
                xml.open("list-item");
                item.forEach(this::block);
                xml.close();
            });
            xml.close();
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Figure figure) {
            xml.open("fig", "id", "fig" + ++figures);
            caption(figure.caption());
            if (!figure.alternativeText().isEmpty()) {
                xml.leaf("alt-text", figure.alternativeText());
            }
            xml.empty(
                            "graphic",
                            "xlink:href",
                            figure.image().sha256(),
                            "mimetype",
                            figure.image().mediaType().split("/")[0],
                            "mime-subtype",
                            figure.image().mediaType().split("/")[1])
                    .close();
        } else if (block instanceof Block.Quote quote) {
            xml.open("disp-quote");
            quote.paragraphs().forEach(this::paragraph);
            xml.close();
        }
    }

    private void paragraph(Block.Paragraph paragraph) {
        xml.open("p");
        inlines(paragraph.content());
        xml.close();
    }

    private void caption(List<Inline> caption) {
        if (!caption.isEmpty()) {
            xml.open("caption").open("p");
            inlines(caption);
            xml.close().close();
        }
    }

    private void table(Block.Table table) {
        xml.open("table-wrap", "id", "tab" + ++tables);
        caption(table.caption());
        xml.open("table");
        rows("thead", "th", table.rows().subList(0, table.headerRows()));
        rows(
                "tbody",
                "td",
                table.rows().subList(table.headerRows(), table.rows().size()));
        xml.close().close();
    }

    private void rows(String part, String cellName, List<Block.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        xml.open(part);
        for (Block.Row row : rows) {
            xml.open("tr");
            for (Block.Cell cell : row.cells()) {
                xml.open(
                        cellName,
                        "colspan",
                        cell.columns() > 1 ? String.valueOf(cell.columns()) : null,
                        "rowspan",
                        cell.rows() > 1 ? String.valueOf(cell.rows()) : null);
                if (cell.content().size() == 1 && cell.content().get(0) instanceof Block.Paragraph only) {
                    inlines(only.content());
                } else {
                    cell.content().forEach(this::block);
                }
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    private void back() {
        if (record.text().references().isEmpty()) {
            return;
        }
        xml.open("back").open("ref-list").leaf("title", "References");
        for (Reference reference : record.text().references()) {
            xml.open("ref", "id", reference.id()).open("mixed-citation", "publication-type", "other");
            inlines(reference.content());
            reference.doi().ifPresent(doi -> xml.text(" ").leaf("pub-id", doi, "pub-id-type", "doi"));
            xml.close().close();
        }
        xml.close().close();
    }

    private void inlines(List<Inline> content) {
        content.forEach(this::inline);
    }

    private void inline(Inline inline) {
        if (inline instanceof Inline.Text text) {
            xml.text(text.value());
        } else if (inline instanceof Inline.Emphasis it) {
            wrapped("italic", it.content());
        } else if (inline instanceof Inline.Strong it) {
            wrapped("bold", it.content());
        } else if (inline instanceof Inline.Subscript it) {
            wrapped("sub", it.content());
        } else if (inline instanceof Inline.Superscript it) {
            wrapped("sup", it.content());
        } else if (inline instanceof Inline.Link link) {
            wrapped("ext-link", link.content(), "ext-link-type", "uri", "xlink:href", link.href());
        } else if (inline instanceof Inline.Citation citation) {
            if (citation.referenceIds().isEmpty()) {
                inlines(citation.content());
            } else {
                wrapped(
                        "xref",
                        citation.content(),
                        "ref-type",
                        "bibr",
                        "rid",
                        citation.referenceIds().stream().collect(Collectors.joining(" ")));
            }
        } else if (inline instanceof Inline.Footnote footnote) {
            xml.open("fn", "id", "fn" + ++footnotes);
            footnote.paragraphs().forEach(this::paragraph);
            xml.close();
        } else if (inline instanceof Inline.LineBreak) {
            xml.text(" ");
        }
    }

    private void wrapped(String element, List<Inline> content, String... attributes) {
        xml.open(element, attributes);
        inlines(content);
        xml.close();
    }

    private static List<String> paragraphs(String text) {
        return List.of(text.strip().split("\\n\\s*\\n"));
    }
}
