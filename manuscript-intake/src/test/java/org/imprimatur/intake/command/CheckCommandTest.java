package org.imprimatur.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imprimatur.intake.Docx;
import org.imprimatur.intake.citation.CheckingCitations;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String CLARY =
            "Clary, C. (2022). Relations and their constraints. Asian Notes, 62(5-6), 838-865.";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int check(String... args) {
        return CheckCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path manuscript(String text) throws IOException {
        return Files.write(
                folder.resolve("paper.docx"),
                new Docx()
                        .heading("Introduction")
                        .paragraph(text)
                        .references(CLARY)
                        .bytes());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_right_manuscript_exits_with_0() throws IOException {
        assertThat(check(manuscript("So it is (Clary, 2022).").toString())).isZero();
        assertThat(said()).contains("paper.docx: 1 citation, 1 reference").contains("every reference is cited");
    }

    @Test
    void errors_exit_with_1_and_say_where_and_what() throws IOException {
        assertThat(check(manuscript("So it is (Carry, 2022).").toString())).isEqualTo(1);
        assertThat(said())
                .contains("1 error")
                .contains("Did you mean “Clary, 2022”?")
                .contains("Introduction, paragraph 1: So it is (Carry, 2022).");
    }

    @Test
    void warnings_alone_exit_with_0() throws IOException {
        assertThat(check(manuscript("Nothing is cited.").toString())).isZero();
        assertThat(said()).contains("1 warning");
    }

    @Test
    void the_json_has_the_fixed_form() throws IOException {
        var file = manuscript("So it is (Carry, 2022).");

        assertThat(check(file.toString(), "--json")).isEqualTo(1);

        var root = JsonMapper.builder().build().readTree(said());
        assertThat(root.propertyNames())
                .containsExactly("file", "sha256", "kind", "citations", "references", "findings");
        assertThat(root.get("file").asString()).isEqualTo("paper.docx");
        assertThat(root.get("kind").asString()).isEqualTo("docx");
        assertThat(root.get("sha256").asString()).matches("[0-9a-f]{64}");
        var finding = root.get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly(
                        "code",
                        "severity",
                        "message",
                        "citation",
                        "reference",
                        "suggestion",
                        "section",
                        "paragraph",
                        "text");
        assertThat(finding.get("code").asString()).isEqualTo("citation-without-reference");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("citation").asString()).isEqualTo("Carry, 2022");
        assertThat(finding.get("suggestion").asString()).isEqualTo("Clary, 2022");
        assertThat(finding.get("paragraph").isInt()).isTrue();
    }

    @Test
    void what_is_not_known_is_null_in_the_json() throws IOException {
        check(manuscript("Nothing is cited.").toString(), "--json");

        var finding =
                JsonMapper.builder().build().readTree(said()).get("findings").get(0);
        assertThat(finding.get("citation").isNull()).isTrue();
        assertThat(finding.get("suggestion").isNull()).isTrue();
        assertThat(finding.get("reference").asString()).isEqualTo(CLARY);
    }

    @Test
    void the_json_is_read_back_as_it_was() throws IOException {
        var bytes = Files.readAllBytes(manuscript("So it is (Carry, 2022) and (Clary 2022) and (Nobody, 2001)."));
        var read = (Read) new ReadingManuscripts(1 << 20).read(bytes, "paper.docx");
        var report = new CheckingCitations().check(read.text());

        assertThat(IntakeReportJson.read(IntakeReportJson.write("paper.docx", read.sha256(), read.kind(), report)))
                .isEqualTo(report);
    }

    @Test
    void what_cant_be_read_exits_with_2_and_one_line() throws IOException {
        assertThat(check(folder.resolve("missing.docx").toString())).isEqualTo(2);
        assertThat(check(folder.toString())).isEqualTo(2);
        assertThat(check(Files.write(folder.resolve("empty.docx"), new byte[0]).toString(), "--json"))
                .isEqualTo(2);
        assertThat(check()).isEqualTo(2);
        assertThat(check("a.docx", "--xml")).isEqualTo(2);
        assertThat(check("a\0b.docx")).isEqualTo(2);

        assertThat(said()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("There is no file"))
                .anyMatch(line -> line.contains("“empty.docx” is empty"));
    }
}
