package org.imprimatur.publication.rendering.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.intake.text.Section;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.bibliographic.Affiliation;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/**
 * Writes an article as XSL-FO: one page sequence on A4 in two columns. Whatever differs between a proof and a final
 * galley stands in a container of fixed height in one line, so that it can't move anything else. Left and right pages
 * are alike for the same reason: a proof begins on page 1, an article on any page.
 */
final class ArticleFo {

    private final Galley galley;
    private final ArticleUnderProduction article;
    private final XmlWriter fo = XmlWriter.document();
    private final Running running;
    private final Body body;

    private ArticleFo(Galley galley, Faces faces) {
        this.galley = galley;
        this.article = galley.article();
        this.running = new Running(fo, faces);
        this.body = new Body(fo, running);
    }

    /** @param balanced whether the last page's columns are to end at the same height */
    static String write(Galley galley, Faces faces, boolean balanced) {
        return new ArticleFo(galley, faces).write(balanced);
    }

    private String write(boolean balanced) {
        Root.open(fo, article.language());
        masters();
        Root.metadata(
                fo,
                article.title(),
                article.contributors().stream().map(it -> it.name().display()).toList(),
                article.keywords(),
                article.language(),
                galley.doiLink(),
                article.journal());
        bookmarks();
        fo.open(
                "fo:page-sequence",
                "id",
                "article",
                "master-reference",
                "page",
                "initial-page-number",
                String.valueOf(galley.firstPage()),
                "force-page-count",
                "no-force");
        head();
        article.banner().ifPresent(banner -> Root.foot(fo, running, banner));
        footnoteRule();
        fo.open("fo:flow", "flow-name", "xsl-region-body", "text-align", "justify", "hyphenate", "true");
        titlePage();
        body.write(article.text(), balanced);
        return fo.close().close().close().end();
    }

    private void masters() {
        fo.open("fo:layout-master-set")
                .open(
                        "fo:simple-page-master",
                        "master-name",
                        "page",
                        "page-width",
                        "210mm",
                        "page-height",
                        "297mm",
                        "margin",
                        "12mm 23mm 9mm 23mm")
                .empty(
                        "fo:region-body",
                        "column-count",
                        "2",
                        "column-gap",
                        "6.5mm",
                        "margin-top",
                        "10mm",
                        "margin-bottom",
                        "11mm")
                .empty("fo:region-before", "extent", "8mm")
                .empty("fo:region-after", "extent", "8mm", "display-align", "after")
                .close()
                .close();
    }

    // FOP counts a bookmark as structure: level by level, as the headings
    private void bookmarks() {
        List<Section> headed = article.text().sections().stream()
                .filter(section -> !section.heading().isEmpty())
                .toList();
        boolean references = !article.text().references().isEmpty();
        if (headed.isEmpty() && !references) {
            return;
        }
        fo.open("fo:bookmark-tree");
        List<Integer> open = new ArrayList<>();
        for (int at = 0; at < headed.size(); at++) {
            int level = headed.get(at).level();
            while (!open.isEmpty() && open.get(open.size() - 1) >= level) {
                fo.close();
                open.remove(open.size() - 1);
            }
            bookmark(at + 1, headed.get(at).headingText());
            open.add(level);
        }
        open.forEach(level -> fo.close());
        if (references) {
            bookmark(headed.size() + 1, "References");
            fo.close();
        }
        fo.close();
    }

    private void bookmark(int ordinal, String title) {
        fo.open("fo:bookmark", "internal-destination", Body.headingId(ordinal))
                .leaf("fo:bookmark-title", Faces.clean(title).strip());
    }

    private void head() {
        fo.open("fo:static-content", "flow-name", "xsl-region-before", "role", "artifact")
                .open(
                        "fo:block",
                        "border-after-style",
                        "solid",
                        "border-after-width",
                        "0.4pt",
                        "border-after-color",
                        Root.RULE)
                .open(
                        "fo:table",
                        "table-layout",
                        "fixed",
                        "width",
                        "100%",
                        "font-size",
                        "8.5pt",
                        "line-height",
                        "11pt",
                        "color",
                        Root.QUIET)
                .empty("fo:table-column", "column-width", "118mm")
                .empty("fo:table-column", "column-width", "34mm")
                .empty("fo:table-column", "column-width", "12mm")
                .open("fo:table-body")
                .open("fo:table-row", "height", "15pt");
        fo.open("fo:table-cell").open("fo:block", "wrap-option", "no-wrap");
        running.text(galley.shortAuthors());
        fo.text("\u2002").open("fo:inline", "font-style", "italic");
        running.text(galley.shortTitle());
        fo.close().close().close();
        fo.open("fo:table-cell", "text-align", "end").open("fo:block", "wrap-option", "no-wrap");
        running.text(galley.issueMark());
        fo.close().close();
        fo.open("fo:table-cell", "text-align", "end")
                .open("fo:block", "wrap-option", "no-wrap", "font-weight", "600", "color", "black")
                .empty("fo:page-number")
                .close()
                .close();
        fo.close().close().close().close().close();
    }

    private void footnoteRule() {
        fo.open("fo:static-content", "flow-name", "xsl-footnote-separator", "role", "artifact")
                .open("fo:block", "line-height", "6pt", "space-before", "4pt")
                .empty(
                        "fo:leader",
                        "leader-pattern",
                        "rule",
                        "leader-length",
                        "24mm",
                        "rule-thickness",
                        "0.4pt",
                        "color",
                        Root.RULE)
                .close()
                .close();
    }

    private void titlePage() {
        fo.open(
                "fo:block",
                "span",
                "all",
                "text-align",
                "start",
                "hyphenate",
                "false",
                "space-after",
                "14.5pt",
                "space-after.conditionality",
                "retain");
        masthead(article.journal());
        imprint();
        fo.open(
                "fo:block",
                "role",
                "H1",
                "font-size",
                "20pt",
                "line-height",
                "24pt",
                "font-weight",
                "600",
                "space-before",
                "15pt",
                "space-after",
                "9pt");
        running.text(article.title());
        fo.close();
        byLine();
        abstractBlock();
        fo.close();
    }

    private void masthead(JournalIdentity journal) {
        fo.open("fo:block", "font-size", "21pt", "line-height", "25pt", "font-weight", "600");
        running.text(journal.title());
        fo.close();
        Root.doubleRule(fo, "2.2pt", "3pt", "1.6pt");
    }

    /** Two lines of fixed height: ISSNs and section, issue and pages, DOI. */
    private void imprint() {
        JournalIdentity journal = article.journal();
        fo.open(
                        "fo:table",
                        "table-layout",
                        "fixed",
                        "width",
                        "100%",
                        "font-size",
                        "8.5pt",
                        "line-height",
                        "12pt",
                        "space-before",
                        "4pt",
                        "color",
                        Root.QUIET)
                .empty("fo:table-column", "column-width", "proportional-column-width(1)")
                .empty("fo:table-column", "column-width", "proportional-column-width(1)")
                .open("fo:table-body")
                .open("fo:table-row", "height", "12pt");
        startLine("start");
        running.text(galley.issueLine());
        endLine();
        startLine("end");
        running.text(Stream.concat(
                        journal.issnPrint().stream().map(issn -> "ISSN " + issn + " (print)"),
                        journal.issnOnline().stream().map(issn -> "ISSN " + issn + " (online)"))
                .collect(Collectors.joining(" · ")));
        endLine();
        fo.close().open("fo:table-row", "height", "12pt");
        startLine("start");
        fo.text("Pages ");
        galley.record()
                .ifPresentOrElse(
                        record -> fo.text(record.pages().display()),
                        () -> fo.text("1–").empty("fo:page-number-citation-last", "ref-id", "article"));
        fo.text(" · ");
        running.text(article.section());
        endLine();
        startLine("end");
        galley.doiLink().ifPresentOrElse(link -> running.link(link, link), () -> running.text(galley.doiPlaceholder()));
        endLine();
        fo.close().close().close();
    }

    private void startLine(String align) {
        fo.open("fo:table-cell", "text-align", align)
                .open("fo:block-container", "height", "12pt", "overflow", "visible")
                .open("fo:block", "wrap-option", "no-wrap");
    }

    private void endLine() {
        fo.close().close().close();
    }

    private void byLine() {
        List<Contributor> contributors = article.contributors();
        boolean alone = contributors.size() == 1;
        fo.open("fo:block", "font-size", "12pt", "line-height", "16pt", "space-after", "4pt");
        for (int at = 0; at < contributors.size(); at++) {
            Contributor contributor = contributors.get(at);
            if (at > 0) {
                fo.text(at == contributors.size() - 1 ? (contributors.size() > 2 ? ", and " : " and ") : ", ");
            }
            running.text(contributor.name().display().replace(' ', '\u00A0'));
            if (!alone) {
                running.mark(String.valueOf(at + 1));
            }
        }
        fo.close();
        Map<List<Affiliation>, List<Integer>> places = new LinkedHashMap<>();
        for (int at = 0; at < contributors.size(); at++) {
            places.computeIfAbsent(contributors.get(at).affiliations(), place -> new ArrayList<>())
                    .add(at);
        }
        places.forEach(this::affiliations);
        startSmall("3pt");
        Contributor corresponding = article.corresponding();
        corresponding.email().ifPresent(email -> {
            fo.text("Corresponding author: ");
            running.text(corresponding.name().display());
            fo.text(", ");
            running.link("mailto:" + email, email);
        });
        fo.close();
        contributors.forEach(contributor -> contributor.orcid().ifPresent(orcid -> {
            startSmall("0pt");
            fo.text("ORCID of ");
            running.text(contributor.name().display());
            fo.text(": ");
            running.link(orcid.link().toString(), orcid.link().toString());
            fo.close();
        }));
        startSmall("3pt");
        fo.text("Received " + Root.DAY.format(article.history().received()));
        article.history().revised().ifPresent(day -> fo.text(" · Revised " + Root.DAY.format(day)));
        fo.text(" · Accepted " + Root.DAY.format(article.history().accepted()));
        fo.close();
        article.licence().ifPresent(licence -> {
            startSmall("0pt");
            fo.text("Licence: ");
            running.link(licence.uri().toString(), licence.name());
            fo.close();
        });
    }

    private void affiliations(List<Affiliation> place, List<Integer> members) {
        startSmall("0pt");
        boolean alone = article.contributors().size() == 1;
        for (int at = 0; at < members.size(); at++) {
            int member = members.get(at);
            String position = article.contributors().get(member).position().orElse("");
            if (!alone) {
                running.mark(String.valueOf(member + 1));
                fo.text("\u00A0");
            }
            running.text(position);
            if (at < members.size() - 1) {
                fo.text(position.isEmpty() ? " " : ", ");
            } else if (!position.isEmpty()) {
                fo.text(": ");
            }
        }
        running.text(place.stream().map(Affiliation::name).collect(Collectors.joining("; ")));
        fo.close();
    }

    private void startSmall(String spaceBefore) {
        fo.open(
                "fo:block",
                "font-size",
                "9pt",
                "line-height",
                "12pt",
                "color",
                Root.QUIET,
                "space-before",
                spaceBefore);
    }

    private void abstractBlock() {
        fo.open(
                "fo:block",
                "space-before",
                "10pt",
                "border-before-style",
                "solid",
                "border-before-width",
                "0.5pt",
                "border-before-color",
                Root.RULE,
                "border-after-style",
                "solid",
                "border-after-width",
                "0.5pt",
                "border-after-color",
                Root.RULE,
                "padding-before",
                "6pt",
                "padding-after",
                "6pt",
                "font-size",
                "9.5pt",
                "line-height",
                "13pt",
                "text-align",
                "justify",
                "hyphenate",
                "true");
        boolean first = true;
        for (String paragraph : article.abstractText().strip().split("\\n\\s*\\n")) {
            fo.open("fo:block", "text-indent", first ? "0pt" : "1.2em");
            if (first) {
                fo.leaf("fo:inline", "Abstract", "font-weight", "600").text("\u2002");
            }
            running.text(paragraph.replace('\n', ' '));
            fo.close();
            first = false;
        }
        if (!article.keywords().isEmpty()) {
            fo.open("fo:block", "space-before", "4pt", "text-align", "start", "hyphenate", "false")
                    .leaf("fo:inline", "Keywords", "font-weight", "600")
                    .text("\u2002");
            running.text(String.join(" · ", article.keywords()));
            fo.close();
        }
        fo.close();
    }

    /** The day from which a galley is dated: the same record gives the same bytes on any day. */
    static LocalDate dated(ArticleUnderProduction article) {
        return article.history().accepted();
    }
}
