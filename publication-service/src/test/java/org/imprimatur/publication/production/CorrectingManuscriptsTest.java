package org.imprimatur.publication.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.imprimatur.publication.Service.editor;
import static org.imprimatur.publication.Service.person;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofCorrectionsRequested;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.publication.RunningService;
import org.imprimatur.publication.Service;
import org.imprimatur.web.acting.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@RunningService
class CorrectingManuscriptsTest {
    @Autowired
    Service service;

    private String journal;
    private ProduceGalley order;
    private String proof;
    private String path;

    @BeforeEach
    void aProof() throws Exception {
        journal = service.journal();
        order = service.accepted(journal, 3);
        service.rendering.real(order.manuscript());
        service.command(order);
        proof = "/production/proofs/" + service.proof(order.manuscript());
        path = "/production/articles/" + order.manuscript();
    }

    @Test
    void a_corrected_file_is_what_the_next_galley_is_set_from() throws Exception {
        service.send(author(), proof + "/corrections", "correction", "The <last> sentence is wrong.");
        service.heard(ProofCorrectionsRequested.class, order.manuscript());
        assertThat(get(editor(journal), proof).getContentAsString()).contains(path);
        assertThat(get(author(), proof).getContentAsString()).doesNotContain(path);

        assertThat(upload(editor(journal), Service.docx("It was mended.")).getRedirectedUrl())
                .isEqualTo(path);
        service.command(order);
        await().untilAsserted(() ->
                assertThat(service.said(ProofReady.class, order.manuscript())).hasSize(2));

        String next = "/production/proofs/" + service.proof(order.manuscript());
        assertThat(text(get(author(), next + "/proof.pdf").getContentAsByteArray()))
                .contains("It was mended.")
                .doesNotContain("It was shown.");
        assertThat(get(editor(journal), path).getContentAsString())
                .containsSubsequence(
                        "<h1>Gas &amp; &lt;Diplomacy&gt; in Example",
                        "With the author",
                        "Production&#39;s version 1",
                        "To be corrected",
                        "The author&#39;s file",
                        "The &lt;last&gt; sentence is wrong.");
    }

    @Test
    void nothing_is_corrected_once_the_author_has_approved() throws Exception {
        service.send(author(), proof + "/approval");
        MockHttpServletResponse refused = upload(editor(journal), Service.docx("It was mended."));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("has approved the proof");
        assertThat(get(editor(journal), path).getContentAsString()).doesNotContain("Choose the corrected manuscript");
    }

    @Test
    void only_the_journals_production_sees_the_galleys_or_uploads() throws Exception {
        for (SignedIn other : new SignedIn[] {author(), person("stranger"), editor("another")}) {
            assertThat(get(other, path).getStatus()).isEqualTo(404);
            assertThat(upload(other, Service.docx("It was mended.")).getStatus())
                    .isEqualTo(404);
        }
        assertThat(get(null, path).getStatus()).isEqualTo(302);
        assertThat(get(editor(journal), "/production/articles/" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
        assertThat(service.mvc()
                        .perform(MockMvcRequestBuilders.multipart(path + "/file")
                                .file(new MockMultipartFile("file", Service.docx("It was mended.")))
                                .header("X-Imprimatur-Person", service.headerOf(editor(journal))))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(versions()).isZero();
    }

    static Stream<Arguments> hostile() throws Exception {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "is empty"),
                Arguments.of("a program", "MZ\u0090\u0000This program".getBytes(StandardCharsets.ISO_8859_1), "docx"),
                Arguments.of("a PDF", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "PDF"),
                Arguments.of(
                        "a page with a script", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), ""),
                Arguments.of(
                        "an entity that names a file",
                        zipped("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><w:document xmlns:w="
                                + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                                + "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
                        ""),
                Arguments.of("a text that never ends", zipped("<w:document>", 300), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_is_no_manuscript_is_refused_with_a_reason_and_kept_nowhere(String what, byte[] content, String reason)
            throws Exception {
        MockHttpServletResponse refused = upload(editor(journal), content);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("href=\"#f-file\"", reason)
                .doesNotContain("<script>alert");
        assertThat(versions()).isZero();
    }

    private int versions() {
        return service.jdbc
                .sql("select count(*) from corrected_manuscript where manuscript = :manuscript")
                .param("manuscript", order.manuscript())
                .query(Integer.class)
                .single();
    }

    private static byte[] zipped(String document) throws Exception {
        return zipped(document, 0);
    }

    /** @param padding so many megabytes of spaces stand behind the document */
    private static byte[] zipped(String document, int padding) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
                    Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
                    PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
                    Id="r" Target="word/document.xml"
                    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                    </Relationships>""");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(document.getBytes(StandardCharsets.UTF_8));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < padding; written++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private SignedIn author() {
        return person(order.correspondingAccount());
    }

    private MockHttpServletResponse get(SignedIn who, String address) throws Exception {
        return service.visit(who, address).getResponse();
    }

    private MockHttpServletResponse upload(SignedIn who, byte[] content) throws Exception {
        return service.upload(who, path + "/file", "corrected.docx", content).getResponse();
    }
}
