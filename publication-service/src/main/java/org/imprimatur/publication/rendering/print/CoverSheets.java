package org.imprimatur.publication.rendering.print;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** Sets the sheet that stands before an article when it is handed on alone: one page, not counted, without a folio. */
public final class CoverSheets {

    /** More contributors than these stand in one paragraph, their affiliations in the article alone. */
    private static final int MOST_APART = 6;

    private final Press press;

    public CoverSheets(Press press) {
        this.press = press;
    }

    /** @param citation how the article is to be cited, as plain text */
    public byte[] cover(ArticleRecord record, String citation) {
        XmlWriter fo = XmlWriter.document();
        new Sheet(fo, new Running(fo, press.faces()), record).write(citation);
        Press.Result result = press.print(
                fo.end(),
                ArticleFo.dated(record.article()),
                OptionalInt.empty(),
                Galley.of(record).authors());
        if (result instanceof Press.Printed printed) {
            return printed.pdf();
        }
        throw new IllegalStateException("The cover can't be set: " + ((Press.Spoilt) result).complaint());
    }

    private record Sheet(XmlWriter fo, Running running, ArticleRecord record) {

        void write(String citation) {
            JournalIdentity journal = record.journal();
            Root.open(fo, record.language());
            fo.open("fo:layout-master-set")
                    .open(
                            "fo:simple-page-master",
                            "master-name",
                            "cover",
                            "page-width",
                            "210mm",
                            "page-height",
                            "297mm",
                            "margin",
                            "24mm 26mm 12mm 26mm")
                    .empty("fo:region-body", "margin-bottom", "12mm")
                    .empty("fo:region-after", "extent", "8mm", "display-align", "after")
                    .close()
                    .close();
            Root.metadata(
                    fo,
                    record.title(),
                    record.contributors().stream()
                            .map(it -> it.name().display())
                            .toList(),
                    record.keywords(),
                    record.language(),
                    Optional.of(record.doi().link().toString()),
                    journal);
            fo.open("fo:page-sequence", "master-reference", "cover");
            record.banner().ifPresent(banner -> Root.foot(fo, running, banner));
            fo.open("fo:flow", "flow-name", "xsl-region-body", "text-align", "start", "hyphenate", "false");
            masthead(journal);
            title();
            facts(journal);
            line("How to cite", "9pt", "600", "14pt");
            fo.open("fo:block", "font-size", "10.5pt", "line-height", "14.5pt", "space-before", "2pt");
            running.linked(List.of(new Inline.Text(citation)));
            fo.close().close().close().close();
        }

        private void masthead(JournalIdentity journal) {
            line(journal.title(), "28pt", "600", "0pt");
            Root.doubleRule(fo, "2.6pt", "5pt", "1.8pt");
            line(record.issue().display(), "12pt", "400", "8pt");
            journal.recognition().ifPresent(recognition -> line(recognition, "10pt", "400", "1pt"));
        }

        private void title() {
            fo.open(
                    "fo:block",
                    "role",
                    "H1",
                    "font-size",
                    "24pt",
                    "line-height",
                    "29pt",
                    "font-weight",
                    "600",
                    "space-before",
                    "34pt",
                    "space-after",
                    "12pt");
            running.text(record.title());
            fo.close();
            if (record.contributors().size() <= MOST_APART) {
                record.contributors().forEach(this::contributor);
            } else {
                line(Galley.of(record).authors(), "11pt", "400", "7pt");
            }
        }

        private void contributor(Contributor contributor) {
            fo.open("fo:block", "font-size", "12.5pt", "line-height", "16pt", "space-before", "7pt");
            running.text(contributor.name().display());
            fo.close();
            fo.open("fo:block", "font-size", "10pt", "line-height", "13pt", "color", Root.QUIET);
            running.text(contributor.position().map(position -> position + ", ").orElse("")
                    + contributor.affiliations().stream().map(Affiliation::name).collect(Collectors.joining("; ")));
            fo.close();
        }

        private void facts(JournalIdentity journal) {
            fo.open(
                            "fo:table",
                            "table-layout",
                            "fixed",
                            "width",
                            "100%",
                            "font-size",
                            "10pt",
                            "line-height",
                            "14pt",
                            "space-before",
                            "26pt",
                            "border-before-style",
                            "solid",
                            "border-before-width",
                            "0.5pt",
                            "border-before-color",
                            Root.RULE)
                    .empty("fo:table-column", "column-width", "34mm")
                    .empty("fo:table-column", "column-width", "proportional-column-width(1)")
                    .open("fo:table-body");
            fact("Pages", record.pages().display());
            fact("Section", record.section());
            link("DOI", record.doi());
            link("Issue DOI", record.issueDoi());
            link("Volume DOI", record.volumeDoi());
            link("Journal DOI", record.journalDoi());
            journal.issnPrint().ifPresent(issn -> fact("ISSN (print)", issn.value()));
            journal.issnOnline().ifPresent(issn -> fact("ISSN (online)", issn.value()));
            fact("Publisher", journal.publisher());
            record.corresponding()
                    .email()
                    .ifPresent(email ->
                            fact("Corresponding", record.corresponding().name().display() + ", " + email));
            fact("Received", Root.DAY.format(record.history().received()));
            record.history().revised().ifPresent(day -> fact("Revised", Root.DAY.format(day)));
            fact("Accepted", Root.DAY.format(record.history().accepted()));
            record.licence().ifPresent(licence -> fact("Licence", licence.name()));
            fo.close().close();
        }

        private void fact(String name, String value) {
            row(name, () -> running.text(value));
        }

        private void link(String name, Doi doi) {
            row(name, () -> running.link(doi.link().toString(), doi.link().toString()));
        }

        private void row(String name, Runnable value) {
            fo.open("fo:table-row")
                    .open("fo:table-cell", "padding-before", "2.5pt")
                    .leaf("fo:block", name, "color", Root.QUIET)
                    .close()
                    .open("fo:table-cell", "padding-before", "2.5pt")
                    .open("fo:block")
                    .with(value)
                    .close()
                    .close()
                    .close();
        }

        private void line(String text, String size, String weight, String spaceBefore) {
            fo.open(
                    "fo:block",
                    "font-size",
                    size,
                    "line-height",
                    "1.25",
                    "font-weight",
                    weight,
                    "space-before",
                    spaceBefore);
            running.text(text);
            fo.close();
        }
    }
}
