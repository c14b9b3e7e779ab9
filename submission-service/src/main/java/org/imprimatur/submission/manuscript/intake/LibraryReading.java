package org.imprimatur.submission.manuscript.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.intake.citation.CheckingCitations;
import org.imprimatur.intake.citation.Finding;
import org.imprimatur.intake.citation.IntakeReport;
import org.imprimatur.intake.command.IntakeReportJson;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;
import org.imprimatur.intake.text.Block;
import org.imprimatur.intake.text.FrontMatter;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Reading;
import org.springframework.stereotype.Component;

@Component
class LibraryReading implements Reading {

    private static final long LARGEST = 30L * 1024 * 1024;

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
                    "",
                    String.join("; ", author.affiliations()),
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
