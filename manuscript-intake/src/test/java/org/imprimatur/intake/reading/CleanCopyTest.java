package org.imprimatur.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.imprimatur.intake.Docx;
import org.imprimatur.intake.reading.CleanCopy.Result.Cleaned;
import org.imprimatur.intake.reading.CleanCopy.Result.Refused;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.imprimatur.intake.reading.ReadingResult.Reason;
import org.junit.jupiter.api.Test;

class CleanCopyTest {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String CORE = """
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>On Things</dc:title>
              <dc:creator>Jane Doe</dc:creator><cp:lastModifiedBy>Jane Doe</cp:lastModifiedBy><dc:description>By Jane Doe</dc:description></cp:coreProperties>""";
    private static final String APP = """
            <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>C:\\Jane Doe\\a.dotx</Template>
              <Company>Jane Doe Ltd</Company><Manager>Jane Doe</Manager><Pages>3</Pages></Properties>""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Docx manuscript() {
        return new Docx()
                .file("docProps/core.xml", bytes(CORE))
                .override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                .file("docProps/app.xml", bytes(APP))
                .override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
                .file(
                        "_rels/.rels",
                        bytes(
                                "<Relationships xmlns=\"" + RELATIONS
                                        + "\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
                                        + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                                        + "<Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"))
                .part(
                        "comments",
                        "<w:comments><w:comment w:id=\"1\" w:author=\"Jane Doe\" w:initials=\"JD\"><w:p>"
                                + Docx.run("Jane Doe was here") + "</w:p></w:comment></w:comments>")
                .part(
                        "settings",
                        "<w:settings><w:trackRevisions/><w:rsids><w:rsid w:val=\"00AB\"/></w:rsids></w:settings>")
                .heading("Introduction")
                .raw("<w:p w:rsidR=\"00AB\">" + Docx.run("We ")
                        + "<w:ins w:id=\"1\" w:author=\"Jane Doe\" w:date=\"2024-01-01T00:00:00Z\"><w:r><w:t>really</w:t></w:r></w:ins>"
                        + "<w:del w:id=\"2\" w:author=\"Jane Doe\"><w:r><w:delText>hardly</w:delText></w:r></w:del><w:commentRangeStart w:id=\"1\"/>"
                        + "<w:r><w:rPr><w:b/><w:rPrChange w:id=\"3\" w:author=\"Jane Doe\"><w:rPr/></w:rPrChange></w:rPr><w:t xml:space=\"preserve\"> know</w:t></w:r>"
                        + "<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>")
                .raw("<w:p><w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"Jane Doe\"/></w:rPr></w:pPr>" + Docx.run("One ")
                        + "<w:ins w:id=\"5\" w:author=\"Jane Doe\"><w:r><w:t xml:space=\"preserve\">whole </w:t></w:r></w:ins></w:p><w:p>"
                        + Docx.run("sentence.") + "</w:p>");
    }

    @Test
    void no_name_is_left_outside_the_words() throws IOException {
        var cleaned = (Cleaned) CleanCopy.of(manuscript().bytes(), "paper.docx");

        assertThat(everything(cleaned.docx()))
                .contains("On Things")
                .doesNotContain("Jane")
                .doesNotContain("00AB")
                .doesNotContain("comments.xml");
        assertThat(cleaned.removed())
                .containsExactlyInAnyOrder(
                        "the author’s name in the file’s properties",
                        "the name of who saved it last",
                        "remarks in the file’s properties",
                        "the company in the file’s properties",
                        "the manager in the file’s properties",
                        "one comment",
                        "the marks of 5 tracked changes, which were accepted");
    }

    @Test
    void the_words_stay_as_they_were_read() {
        var original = manuscript().bytes();

        var cleaned = (Cleaned) CleanCopy.of(original, "paper.docx");

        assertThat(read(cleaned.docx()).text()).isEqualTo(read(original).text());
        assertThat(read(original).text().toString()).contains("One whole sentence.");
    }

    @Test
    void a_clean_file_has_nothing_to_undo() {
        var once = (Cleaned) CleanCopy.of(manuscript().bytes(), "paper.docx");

        assertThat(((Cleaned) CleanCopy.of(once.docx(), "paper.docx")).removed())
                .isEmpty();
    }

    @Test
    void what_cant_be_read_is_refused() {
        var refused = (Refused) CleanCopy.of(bytes("%PDF-1.7"), "paper.docx");

        assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_KIND);
        assertThat(refused.message()).startsWith("“paper.docx” is a PDF.");
    }

    private static Read read(byte[] docx) {
        return (Read) new ReadingManuscripts(1 << 20).read(docx, "paper.docx");
    }

    private static String everything(byte[] docx) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return all.toString();
    }
}
