package org.imprimatur.submission.manuscript.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.imprimatur.intake.citation.CheckingCitations;
import org.imprimatur.intake.citation.Finding;
import org.imprimatur.intake.citation.IntakeReport;
import org.imprimatur.intake.command.IntakeReportJson;
import org.imprimatur.intake.reading.FileKind;
import org.imprimatur.intake.reading.Mending;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Proposal;
import org.imprimatur.submission.manuscript.Reading;
import org.springframework.stereotype.Component;

@Component
class LibraryReading implements Reading {

    private static final long LARGEST = 30L * 1024 * 1024;

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Tika tika = new Tika();
    private final ReadingManuscripts manuscripts = new ReadingManuscripts(LARGEST);
    private final CheckingCitations citations = new CheckingCitations();

    @Override
    public Result read(String fileName, byte[] content) {
        ReadingResult result = manuscripts.read(content, fileName);
        if (result instanceof ReadingResult.Unreadable unreadable) {
            return new Refused(unreadable.message());
        }
        ReadingResult.Read read = (ReadingResult.Read) result;
        IntakeReport report = citations.check(read.text());
        return new Read(
                IntakeReportJson.write(fileName, read.sha256(), read.kind(), report)
                        .getBytes(StandardCharsets.UTF_8),
                new ManuscriptFile.Intake(
                        report.citations(),
                        report.references(),
                        (int) report.count(Finding.Severity.ERROR),
                        (int) report.count(Finding.Severity.WARNING),
                        (int) report.count(Finding.Severity.HINT)),
                proposal(read.text().front()));
    }

    @Override
    public Optional<String> mediaType(byte[] content) {
        String detected = tika.detect(content);
        if (detected.equals("application/zip") || detected.startsWith("application/x-tika-ooxml")) {
            return Optional.of(
                    names(content, "word/document.xml") && !names(content, "vbaProject.bin")
                            ? FileKind.DOCX.mediaType()
                            : names(content, "xl/workbook.xml") && !names(content, "vbaProject.bin")
                                    ? SPREADSHEET
                                    : "application/zip");
        }
        return Optional.of(detected).filter(type -> !type.equals("application/octet-stream"));
    }

    @Override
    public Optional<byte[]> mended(byte[] content, Mend mend) {
        return Mending.of(content, "", mend.around(), mend.was(), mend.is()) instanceof Mending.Result.Mended mended
                ? Optional.of(mended.docx())
                : Optional.empty();
    }

    // the names of a container's entries stand in it as they are
    private static boolean names(byte[] container, String entry) {
        return new String(container, StandardCharsets.ISO_8859_1).contains(entry);
    }

    private static Proposal proposal(FrontMatter front) {
        List<Metadata.Contributor> contributors = new ArrayList<>();
        for (FrontMatter.ProposedAuthor author : front.authors()) {
            String name = author.name().strip();
            int space = name.lastIndexOf(' ');
            contributors.add(new Metadata.Contributor(
                    space < 0 ? "" : name.substring(0, space),
                    name.substring(space + 1),
                    author.email().orElse(""),
                    "",
                    author.orcid().orElse(""),
                    author.position().orElse(""),
                    author.affiliations().stream()
                            .map(place -> new Metadata.Affiliation(place, ""))
                            .toList(),
                    List.of(),
                    author.corresponding()));
        }
        String text = front.abstractText().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).plain())
                .collect(Collectors.joining("\n\n"));
        return new Proposal(
                front.title(), text.isBlank() ? Optional.empty() : Optional.of(text), front.keywords(), contributors);
    }
}
