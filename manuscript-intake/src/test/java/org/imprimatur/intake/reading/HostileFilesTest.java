package org.imprimatur.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.imprimatur.intake.Docx;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.imprimatur.intake.reading.ReadingResult.Reason;
import org.imprimatur.intake.reading.ReadingResult.Unreadable;
import org.junit.jupiter.api.Test;

/** Files that are broken, disguised or built to do harm: each is refused with a message for its author. */
class HostileFilesTest {
    private static final ReadingManuscripts READING = new ReadingManuscripts(20 << 20);

    private static Docx words() {
        return new Docx().heading("Introduction").paragraph("Some words.");
    }

    private static String refused(byte[] file, Reason reason) {
        var result = READING.read(file, "paper.docx");
        assertThat(result).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).isEqualTo(reason);
            assertThat(unreadable.message())
                    .startsWith("“paper.docx” ")
                    .endsWith(".")
                    .doesNotContain("Exception");
        });
        return ((Unreadable) result).message();
    }

    @Test
    void an_empty_file() {
        assertThat(refused(new byte[0], Reason.EMPTY)).contains("Save the manuscript anew");
    }

    @Test
    void a_file_over_the_limit_isnt_looked_into() {
        var result = new ReadingManuscripts(1000).read(new byte[1001], "paper.docx");

        assertThat(((Unreadable) result).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_program_named_docx() {
        var program = Arrays.copyOf("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 4096);
        program[60] = (byte) 128;
        System.arraycopy("PE\0\0L\u0001".getBytes(StandardCharsets.ISO_8859_1), 0, program, 128, 6);

        assertThat(refused(program, Reason.NOT_A_DOCUMENT)).contains("program");
    }

    @Test
    void a_picture_named_docx() {
        assertThat(refused(
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'},
                        Reason.NOT_A_DOCUMENT))
                .contains("picture");
    }

    @Test
    void an_encrypted_document() throws Exception {
        var encrypted = new ByteArrayOutputStream();
        try (var system = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var parts = OPCPackage.open(new ByteArrayInputStream(words().bytes()));
                    var out = encryptor.getDataStream(system)) {
                parts.save(out);
            }
            system.writeFilesystem(encrypted);
        }

        assertThat(refused(encrypted.toByteArray(), Reason.ENCRYPTED)).contains("password");
    }

    @Test
    void a_document_cut_off_anywhere() {
        var whole = words().bytes();
        for (var length = 40; length < whole.length - 1; length += 97) {
            refused(Arrays.copyOf(whole, length), Reason.DAMAGED);
        }
    }

    @Test
    void a_document_with_broken_xml() {
        refused(new Docx().raw("<w:p><w:r>").bytes(), Reason.DAMAGED);
    }

    @Test
    void a_document_that_names_an_outside_entity() {
        var file = new Docx()
                .prologue("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                .raw("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")
                .bytes();

        assertThat(refused(file, Reason.NOT_A_DOCUMENT)).contains("declarations");
    }

    @Test
    void a_document_whose_entities_multiply() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        refused(
                new Docx()
                        .prologue(laughs + "]>")
                        .raw("<w:p><w:r><w:t>&a29;</w:t></w:r></w:p>")
                        .bytes(),
                Reason.NOT_A_DOCUMENT);
    }

    @Test
    void an_entity_in_a_part_beside_the_text() {
        refused(
                words().part(
                                "footnotes",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:footnotes xmlns:w=\"w\">&e;</w:footnotes>")
                        .bytes(),
                Reason.NOT_A_DOCUMENT);
    }

    @Test
    void a_bomb_that_unpacks_without_end() {
        var bomb = words().file("word/media/a.bin", new byte[(int) WordFile.MOST_UNPACKED + 1])
                .bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refused(bomb, Reason.NOT_A_DOCUMENT)).contains("unpacks to more");
    }

    @Test
    void an_archive_of_countless_files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 5000; i++) {
            files.put("word/" + i + ".xml", new byte[0]);
        }
        refused(Docx.zip(files), Reason.NOT_A_DOCUMENT);
    }

    @Test
    void two_hundred_thousand_paragraphs_are_counted_and_not_read() {
        var file = new Docx()
                .heading("Introduction")
                .raw(("<w:p>" + Docx.run("word") + "</w:p>").repeat(200_000))
                .bytes();

        assertThat(refused(file, Reason.TOO_LARGE)).contains("more paragraphs");
    }

    @Test
    void a_document_nested_beyond_reason() {
        refused(
                new Docx()
                        .raw("<w:sdt><w:sdtContent>".repeat(5000) + "</w:sdtContent></w:sdt>".repeat(5000))
                        .bytes(),
                Reason.TOO_LARGE);
    }

    @Test
    void a_document_with_macros_under_either_name() {
        var named = words().mainType("application/vnd.ms-word.document.macroEnabled.main+xml")
                .bytes();
        var hidden = words().file("word/vbaProject.bin", new byte[] {1})
                .override("/word/vbaProject.bin", "application/vnd.ms-office.vbaProject")
                .bytes();

        assertThat(refused(named, Reason.UNSUPPORTED_KIND)).contains("macros");
        assertThat(refused(hidden, Reason.UNSUPPORTED_KIND)).contains("macros");
    }

    @Test
    void kinds_that_cant_be_taken_say_what_to_do() {
        assertThat(refused("%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1), Reason.UNSUPPORTED_KIND))
                .contains("PDF")
                .contains(".docx");
        assertThat(refused("{\\rtf1\\ansi Hello}".getBytes(StandardCharsets.US_ASCII), Reason.UNSUPPORTED_KIND))
                .contains("Rich Text");
        assertThat(refused("Just words.".getBytes(StandardCharsets.US_ASCII), Reason.UNSUPPORTED_KIND))
                .contains("plain text");
        assertThat(refused(
                        Docx.zip(Map.of(
                                "mimetype",
                                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII))),
                        Reason.UNSUPPORTED_KIND))
                .contains("OpenDocument");
        assertThat(refused(
                        words().mainType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
                                .bytes(),
                        Reason.UNSUPPORTED_KIND))
                .contains("spreadsheet");
    }

    @Test
    void the_old_word_format() throws Exception {
        var old = new ByteArrayOutputStream();
        try (var system = new POIFSFileSystem()) {
            system.createDocument(new ByteArrayInputStream(new byte[] {1, 2, 3}), "WordDocument");
            system.writeFilesystem(old);
        }

        assertThat(refused(old.toByteArray(), Reason.UNSUPPORTED_KIND)).contains(".doc");
    }

    @Test
    void an_archive_that_is_no_document() {
        refused(Docx.zip(Map.of("holiday.txt", new byte[] {1, 2})), Reason.NOT_A_DOCUMENT);
    }

    @Test
    void a_document_of_nothing_but_blank_paragraphs() {
        assertThat(refused(new Docx().paragraph(" ").paragraph("").bytes(), Reason.NO_TEXT))
                .contains("no text");
    }

    @Test
    void a_link_and_a_picture_that_lead_nowhere_are_left_out() {
        var file = new Docx()
                .heading("Introduction")
                .raw("<w:p><w:hyperlink r:id=\"none\">" + Docx.run("words")
                        + "</w:hyperlink><w:r><w:drawing><a:blip r:embed=\"none\"/></w:drawing></w:r></w:p>")
                .bytes();

        assertThat(READING.read(file, "paper.docx")).isInstanceOf(Read.class);
    }

    @Test
    void no_bytes_make_the_reader_fail() {
        var whole = words().references("Khan, F. (2021). A. J.").bytes();
        var random = new Random(11);
        for (var i = 0; i < 400; i++) {
            var bytes = whole.clone();
            for (var changes = 1 + random.nextInt(8); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(READING.read(bytes, "paper.docx"))
                    .as("seed 11, step " + i)
                    .isNotNull();
        }
    }
}
