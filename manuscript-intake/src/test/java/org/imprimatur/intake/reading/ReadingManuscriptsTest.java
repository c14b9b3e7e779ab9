package org.imprimatur.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.imprimatur.intake.Docx;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.Block.Figure;
import org.imprimatur.intake.text.Block.ListBlock;
import org.imprimatur.intake.text.Block.Paragraph;
import org.imprimatur.intake.text.Block.Quote;
import org.imprimatur.intake.text.Block.Table;
import org.imprimatur.intake.text.Inline;
import org.imprimatur.intake.text.Inline.Citation;
import org.imprimatur.intake.text.Inline.Emphasis;
import org.imprimatur.intake.text.Inline.Footnote;
import org.imprimatur.intake.text.Inline.LineBreak;
import org.imprimatur.intake.text.Inline.Link;
import org.imprimatur.intake.text.Inline.Strong;
import org.imprimatur.intake.text.Inline.Subscript;
import org.imprimatur.intake.text.Inline.Superscript;
import org.imprimatur.intake.text.Inline.Text;
import org.imprimatur.intake.text.Section;
import org.imprimatur.intake.text.StructuredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingManuscriptsTest {
    private static StructuredText read(Docx docx) {
        var result = new ReadingManuscripts(20 << 20).read(docx.bytes(), "paper.docx");
        assertThat(result).isInstanceOf(Read.class);
        return ((Read) result).text();
    }

    /** What a body of one section gives. */
    private static List<Block> blocks(String xml) {
        return section(new Docx().heading("Introduction").raw(xml)).blocks();
    }

    private static Section section(Docx docx) {
        return read(docx).sections().get(0);
    }

    private static List<Inline> inlines(String runs) {
        return ((Paragraph) blocks("<w:p>" + runs + "</w:p>").get(0)).content();
    }

    private static String plain(String runs) {
        return Inline.plain(inlines(runs));
    }

    @Test
    void says_what_kind_of_file_it_read_and_its_hash() {
        var bytes = new Docx().heading("Introduction").paragraph("Words.").bytes();

        var read = (Read) new ReadingManuscripts(1 << 20).read(bytes, "any name at all.pdf");

        assertThat(read.kind()).isEqualTo(FileKind.DOCX);
        assertThat(read.sha256()).isEqualTo(Sha256.of(bytes)).matches("[0-9a-f]{64}");
    }

    @Test
    void headings_are_told_by_style_outline_level_or_bold_line() {
        var text = read(new Docx()
                .heading("First")
                .paragraph("One.")
                .styled("Mine", "Second, in a style based on heading 2")
                .paragraph("Two.")
                .raw("<w:p><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>" + Docx.run("Third, by outline level") + "</w:p>")
                .paragraph("Three.")
                .bold("Fourth, a bold line")
                .paragraph("Four.")
                .bold("2.1 Fifth, numbered")
                .paragraph("Five.")
                .bold("A bold sentence is no heading, because it ends."));

        assertThat(text.sections())
                .extracting(Section::headingText)
                .containsExactly(
                        "First",
                        "Second, in a style based on heading 2",
                        "Third, by outline level",
                        "Fourth, a bold line",
                        "2.1 Fifth, numbered");
        assertThat(text.sections()).extracting(Section::level).containsExactly(1, 2, 3, 1, 2);
        assertThat(text.sections().get(4).blocks()).hasSize(2);
    }

    @Test
    void text_before_the_first_heading_is_kept() {
        var text = read(new Docx()
                .paragraph("A sentence that is plainly text and ends with a full stop.")
                .paragraph("Another.")
                .heading("Introduction")
                .paragraph("Words."));

        assertThat(text.sections().stream().flatMap(section -> section.blocks().stream()))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void emphasis_raised_lowered_and_broken_lines_are_kept() {
        assertThat(inlines(
                        "<w:r><w:t xml:space=\"preserve\">H</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2</w:t></w:r>"
                                + "<w:r><w:t xml:space=\"preserve\">O, m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>3</w:t></w:r>"
                                + "<w:r><w:t xml:space=\"preserve\"> and </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Homo</w:t></w:r>"
                                + "<w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>not</w:t></w:r>"
                                + "<w:r><w:br/><w:t>next</w:t></w:r>"))
                .containsExactly(
                        new Text("H"),
                        new Subscript(List.of(new Text("2"))),
                        new Text("O, m"),
                        new Superscript(List.of(new Text("3"))),
                        new Text(" and "),
                        new Emphasis(List.of(new Text("Homo"))),
                        new Strong(List.of(new Text("bold"))),
                        new Text("not"),
                        new LineBreak(),
                        new Text("next"));
    }

    @Test
    void changes_are_accepted_and_comments_dropped() {
        assertThat(plain(Docx.run("We ") + "<w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>really</w:t></w:r></w:ins>"
                        + "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>hardly</w:delText></w:r></w:del>"
                        + "<w:moveTo w:id=\"3\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> moved</w:t></w:r></w:moveTo>"
                        + "<w:moveFrom w:id=\"4\" w:author=\"A\"><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
                        + "<w:commentRangeStart w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r><w:commentRangeEnd w:id=\"5\"/>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"))
                .isEqualTo("We really moved");
    }

    @Test
    void a_deleted_paragraph_end_joins_the_two() {
        assertThat(blocks("<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>" + Docx.run("One ")
                        + "</w:p><w:p>" + Docx.run("sentence.") + "</w:p>"))
                .singleElement()
                .isEqualTo(new Paragraph(List.of(new Text("One sentence."))));
    }

    @Test
    void a_field_is_its_result() {
        assertThat(plain(
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM {\"a\":\"b\"}</w:instrText></w:r>"
                                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Docx.run("(Khan, 2021)")
                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + Docx.run(" says so")))
                .isEqualTo("(Khan, 2021) says so");
    }

    @Test
    void links_are_kept_when_they_lead_out_of_the_document() {
        var docx = new Docx()
                .link("l1", "https://example.org/a?b=1&c=2")
                .link("l2", "javascript:alert(1)")
                .heading("Introduction")
                .raw("<w:p><w:hyperlink r:id=\"l1\">" + Docx.run("here") + "</w:hyperlink><w:hyperlink r:id=\"l2\">"
                        + Docx.run(" there") + "</w:hyperlink><w:hyperlink w:anchor=\"x\">" + Docx.run(" within")
                        + "</w:hyperlink></w:p>");

        assertThat(((Paragraph) section(docx).blocks().get(0)).content())
                .containsExactly(
                        new Link("https://example.org/a?b=1&c=2", List.of(new Text("here"))),
                        new Text(" there within"));
    }

    @Test
    void a_link_made_by_a_field_is_a_link() {
        assertThat(inlines(
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org\" </w:instrText></w:r>"
                                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Docx.run("there")
                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"))
                .containsExactly(new Link("https://example.org", List.of(new Text("there"))));
    }

    @Test
    void footnotes_stand_at_their_mark() {
        var docx = new Docx()
                .part(
                        "footnotes",
                        "<w:footnotes><w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r>" + Docx.run(" See there.")
                                + "</w:p><w:p>" + Docx.run("And here.") + "</w:p></w:footnote></w:footnotes>")
                .heading("Introduction")
                .raw("<w:p>" + Docx.run("A claim") + "<w:r><w:footnoteReference w:id=\"7\"/></w:r>"
                        + Docx.run(" and more.") + "</w:p>");

        assertThat(((Paragraph) section(docx).blocks().get(0)).content())
                .containsExactly(
                        new Text("A claim"),
                        new Footnote(List.of(
                                new Paragraph(List.of(new Text("See there."))),
                                new Paragraph(List.of(new Text("And here."))))),
                        new Text(" and more."));
    }

    private static String item(String list, int depth, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + Docx.run(text) + "</w:p>";
    }

    @Test
    void lists_are_bulleted_or_numbered_and_may_hold_lists() {
        var docx = new Docx()
                .part(
                        "numbering",
                        "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl>"
                                + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>")
                .heading("Introduction")
                .raw(item("4", 0, "One") + item("4", 1, "Half") + item("4", 0, "Two"))
                .paragraph("Between.")
                .paragraph("• typed")
                .paragraph("• by hand");

        var blocks = section(docx).blocks();
        var numbered = (ListBlock) blocks.get(0);
        assertThat(numbered.ordered()).isTrue();
        assertThat(numbered.items()).hasSize(2);
        assertThat(numbered.items().get(0)).hasSize(2);
        assertThat(((ListBlock) numbered.items().get(0).get(1)).ordered()).isFalse();
        assertThat(blocks.get(2))
                .isEqualTo(new ListBlock(
                        false,
                        List.of(
                                List.of(new Paragraph(List.of(new Text("typed")))),
                                List.of(new Paragraph(List.of(new Text("by hand")))))));
    }

    @Test
    void tables_keep_caption_head_and_joined_cells() {
        var cell = "<w:tc><w:p>%s</w:p></w:tc>";
        var bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r>";
        var blocks = blocks("<w:p>" + Docx.run("Table 1. Exports") + "</w:p><w:tbl><w:tr>"
                + cell.formatted(bold.formatted("Year"))
                + cell.formatted(bold.formatted("Goods")) + cell.formatted(bold.formatted("Sum")) + "</w:tr><w:tr>"
                + "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>" + Docx.run("2020") + "</w:p></w:tc>"
                + "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>" + Docx.run("Wheat")
                + "</w:p></w:tc></w:tr><w:tr>"
                + "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" + cell.formatted(Docx.run("Oil"))
                + cell.formatted(Docx.run("5"))
                + "</w:tr></w:tbl>");

        assertThat(blocks).hasSize(1);
        var table = (Table) blocks.get(0);
        assertThat(Inline.plain(table.caption())).isEqualTo("Table 1. Exports");
        assertThat(table.headerRows()).isEqualTo(1);
        assertThat(table.rows()).extracting(row -> row.cells().size()).containsExactly(3, 2, 2);
        assertThat(table.rows().get(1).cells().get(0).rows()).isEqualTo(2);
        assertThat(table.rows().get(1).cells().get(1).columns()).isEqualTo(2);
    }

    /** One red pixel. */
    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

    @Test
    void pictures_come_with_caption_and_alternative_text() {
        var docx = new Docx()
                .image("i1", PNG)
                .heading("Introduction")
                .raw(
                        "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"P\" descr=\"A red dot\"/><a:graphic><a:graphicData><a:blip r:embed=\"i1\"/>"
                                + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>")
                .paragraph("Figure 1: A dot");

        var figure = (Figure) section(docx).blocks().get(0);
        assertThat(figure.image().mediaType()).isEqualTo("image/png");
        assertThat(figure.image().bytes()).isEqualTo(PNG);
        assertThat(figure.image().sha256()).isEqualTo(Sha256.of(PNG));
        assertThat(figure.alternativeText()).isEqualTo("A red dot");
        assertThat(Inline.plain(figure.caption())).isEqualTo("Figure 1: A dot");
    }

    @Test
    void a_quotation_set_apart_is_one() {
        var docx = new Docx()
                .heading("Introduction")
                .styled("Quote", "One.")
                .styled("Quote", "Two.")
                .paragraph("After.");

        assertThat(section(docx).blocks().get(0))
                .isEqualTo(new Quote(
                        List.of(new Paragraph(List.of(new Text("One."))), new Paragraph(List.of(new Text("Two."))))));
    }

    @Test
    void citations_point_to_their_references_even_across_runs() {
        var docx = new Docx()
                .heading("Introduction")
                .raw("<w:p>" + Docx.run("So it is (Khan ") + "<w:r><w:rPr><w:i/></w:rPr><w:t>et al.</w:t></w:r>"
                        + Docx.run(", 2023; Molnar, 2022).") + "</w:p>")
                .references(
                        "Khan, M. A., Dashti, A. A., & Siraj, U. (2023). Past. J.",
                        "Molnar, G. (2022). Gas. S.",
                        "Google Scholar WorldCat Fulltext");
        var text = read(docx);

        assertThat(text.references()).hasSize(2);
        assertThat(((Paragraph) text.sections().get(0).blocks().get(0)).content())
                .containsExactly(
                        new Text("So it is ("),
                        new Citation(
                                List.of(
                                        new Text("Khan "),
                                        new Emphasis(List.of(new Text("et al."))),
                                        new Text(", 2023")),
                                List.of("ref1")),
                        new Text("; "),
                        new Citation(List.of(new Text("Molnar, 2022")), List.of("ref2")),
                        new Text(")."));
    }

    @Test
    void nothing_of_the_words_is_lost_by_marking_citations() {
        var words =
                "Khan (2021) and (see Molnar, 2022, p. 4; Khan, 2021) say, in 2020, (Nobody, 1999) that (1990-2000) it is so.";
        var text = read(new Docx()
                .heading("Introduction")
                .paragraph(words)
                .references("Khan, F. (2021). A. J.", "Molnar, G. (2022). Gas. S."));

        assertThat(((Paragraph) text.sections().get(0).blocks().get(0)).plain()).isEqualTo(words);
    }

    @Test
    void entries_keep_their_italics_and_lose_catalogue_links() {
        var text = read(new Docx()
                .heading("Introduction")
                .paragraph("Words.")
                .heading("REFERENCES")
                .raw("<w:p>" + Docx.run("Molnar, G. (2022). ")
                        + "<w:r><w:rPr><w:i/></w:rPr><w:t>Gas and all</w:t></w:r>"
                        + Docx.run(". S. Google Scholar WorldCat") + "</w:p>")
                .paragraph("https://example.org/gas")
                .heading("Appendix")
                .paragraph("More."));

        assertThat(text.references()).singleElement().satisfies(reference -> {
            assertThat(reference.raw()).isEqualTo("Molnar, G. (2022). Gas and all. S. https://example.org/gas");
            assertThat(reference.content()).contains(new Emphasis(List.of(new Text("Gas and all"))));
            assertThat(reference.url()).contains("https://example.org/gas");
        });
        assertThat(text.sections()).extracting(Section::headingText).containsExactly("Introduction", "Appendix");
    }

    @Test
    void front_matter_is_recognised() {
        var text = read(new Docx()
                .title("On the Nature of Things")
                .paragraph("Jane A. Doe1, Jan van der Berg2* and Ana Ruiz")
                .paragraph("1 Department of History, University of Somewhere")
                .paragraph("*Corresponding author: jan@example.org")
                .bold("Abstract")
                .paragraph("This study looks at things.")
                .paragraph("It finds some.")
                .paragraph("Keywords: things, nature; their kinds.")
                .heading("Introduction")
                .paragraph("Words."));

        assertThat(text.front().title()).contains("On the Nature of Things");
        assertThat(text.front().abstractText()).hasSize(2);
        assertThat(text.front().keywords()).containsExactly("things", "nature", "their kinds");
        assertThat(text.front().authors())
                .extracting(author -> author.name())
                .containsExactly("Jane A. Doe", "Jan van der Berg", "Ana Ruiz");
        assertThat(text.front().affiliations()).containsExactly("Department of History, University of Somewhere");
        assertThat(text.sections()).hasSize(1);
    }

    @Test
    void marks_say_who_works_where() {
        var front = read(new Docx()
                        .title("On the Nature of Things")
                        .paragraph("Dr. Jane A. Doe1,2*, Jan van der Berg2, PhD, and Ana Ruiz3")
                        .paragraph("1 Department of History, University of Somewhere")
                        .paragraph("2Institute of Else, City")
                        .paragraph("3. School of Both, Town")
                        .paragraph("* Corresponding author: jane@example.org")
                        .paragraph("Abstract: This study looks at things.")
                        .heading("Introduction")
                        .paragraph("Words."))
                .front();

        assertThat(front.authors())
                .extracting(author -> author.name())
                .containsExactly("Jane A. Doe", "Jan van der Berg", "Ana Ruiz");
        assertThat(front.authors())
                .extracting(author -> author.affiliations())
                .containsExactly(
                        List.of("Department of History, University of Somewhere", "Institute of Else, City"),
                        List.of("Institute of Else, City"),
                        List.of("School of Both, Town"));
        assertThat(front.authors()).extracting(author -> author.corresponding()).containsExactly(true, false, false);
        assertThat(front.authors().get(0).email()).contains("jane@example.org");
    }

    @Test
    void raised_letters_are_marks_too() {
        var raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>%s</w:t></w:r>";
        var front = read(new Docx()
                        .title("On the Nature of Things")
                        .raw("<w:p>" + Docx.run("Jane Doe") + raised.formatted("a,b") + Docx.run(", Ana Ruiz")
                                + raised.formatted("b") + "</w:p>")
                        .raw("<w:p>" + raised.formatted("a") + Docx.run("Department of History, Somewhere") + "</w:p>")
                        .raw("<w:p>" + raised.formatted("b") + Docx.run("Institute of Else, City") + "</w:p>")
                        .paragraph("Abstract: This study looks at things.")
                        .heading("Introduction")
                        .paragraph("Words."))
                .front();

        assertThat(front.authors()).extracting(author -> author.name()).containsExactly("Jane Doe", "Ana Ruiz");
        assertThat(front.authors().get(0).affiliations())
                .containsExactly("Department of History, Somewhere", "Institute of Else, City");
        assertThat(front.authors().get(1).affiliations()).containsExactly("Institute of Else, City");
    }

    @Test
    void places_below_a_person_are_theirs() {
        var front = read(new Docx()
                        .title("On the Nature of Things")
                        .paragraph("Jane Doe")
                        .paragraph("PhD Scholar, Department of History, University of Somewhere")
                        .paragraph("jane@example.org, ORCID: 0000-0002-1825-0097")
                        .paragraph("Ana Ruiz")
                        .paragraph("Institute of Else, City")
                        .paragraph("Abstract: This study looks at things.")
                        .heading("Introduction")
                        .paragraph("Words."))
                .front();

        assertThat(front.authors()).extracting(author -> author.name()).containsExactly("Jane Doe", "Ana Ruiz");
        assertThat(front.authors().get(0).affiliations())
                .containsExactly("Department of History, University of Somewhere");
        assertThat(front.authors().get(0).email()).contains("jane@example.org");
        assertThat(front.authors().get(0).orcid()).contains("0000-0002-1825-0097");
        assertThat(front.authors().get(1).affiliations()).containsExactly("Institute of Else, City");
    }

    @Test
    void a_title_page_of_one_author_a_line_gives_each_their_place() {
        var front = read(new Docx()
                        .bold("On the Nature of Things")
                        .paragraph("Jane Doe: PhD Scholar, Department of History, University of Somewhere, Town.")
                        .paragraph(
                                "Ana Ruiz: (Corresponding Author) Associate Professor, Institute of Else, City. (Email: ana@example.org)")
                        .paragraph("Abstract: This study looks at things.")
                        .paragraph("Key words: things")
                        .bold("Introduction")
                        .paragraph("Words."))
                .front();

        assertThat(front.title()).contains("On the Nature of Things");
        assertThat(front.authors()).extracting(author -> author.name()).containsExactly("Jane Doe", "Ana Ruiz");
        assertThat(front.authors().get(0).affiliations())
                .containsExactly("Department of History, University of Somewhere, Town");
        assertThat(front.authors().get(1).corresponding()).isTrue();
        assertThat(front.authors().get(1).email()).isEqualTo(Optional.of("ana@example.org"));
        assertThat(((Paragraph) front.abstractText().get(0)).plain()).isEqualTo("This study looks at things.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acknowledgements",
                "Acknowledgment",
                "Author Contributions",
                "About the Authors",
                "Funding",
                "Conflict of Interest",
                "5. Acknowledgements"
            })
    void a_reviewers_text_says_nothing_of_its_authors(String heading) {
        var text = read(new Docx()
                .title("On the Nature of Things")
                .paragraph("Jane Doe")
                .paragraph("Department of History, University of Somewhere")
                .paragraph("Abstract: This study looks at things.")
                .heading("Introduction")
                .paragraph("Words.")
                .heading(heading)
                .paragraph("Jane Doe thanks all.")
                .styled("H2", "Below it")
                .paragraph("Jane Doe again.")
                .heading("Appendix")
                .paragraph("More."));

        var blind = text.withoutTitlePage();

        assertThat(text.toString()).contains("Jane Doe");
        assertThat(blind.toString()).doesNotContain("Jane").doesNotContain("Somewhere");
        assertThat(blind.sections()).extracting(Section::headingText).containsExactly("Introduction", "Appendix");
        assertThat(blind.front().title()).isEqualTo(text.front().title());
    }

    @Test
    void a_list_of_contents_is_no_part_of_the_text() {
        var text = read(new Docx()
                .title("On the Nature of Things")
                .paragraph("Abstract: This study looks at things.")
                .paragraph("Contents")
                .paragraph("Introduction")
                .paragraph("Conclusion")
                .paragraph("References")
                .styled("TOC1", "Introduction 4")
                .paragraph("Introduction")
                .paragraph("Words.")
                .paragraph("Conclusion")
                .paragraph("More words.")
                .paragraph("References")
                .paragraph("Molnar, G. (2022). Gas. S."));

        assertThat(text.sections()).extracting(Section::headingText).containsExactly("Introduction", "Conclusion");
        assertThat(text.references()).hasSize(1);
    }

    @Test
    void a_text_box_and_a_formula_are_not_lost() {
        assertThat(blocks("<w:p>" + Docx.run("Before ") + "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
                                + Docx.run(" after.") + "<w:r><w:pict><w:txbxContent><w:p>" + Docx.run("In the box.")
                                + "</w:p></w:txbxContent></w:pict></w:r></w:p>")
                        .stream()
                        .map(block -> ((Paragraph) block).plain()))
                .containsExactly("Before E=mc after.", "In the box.");
    }
}
