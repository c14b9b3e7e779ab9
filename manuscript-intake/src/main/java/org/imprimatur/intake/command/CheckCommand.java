package org.imprimatur.intake.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.imprimatur.intake.citation.CheckingCitations;
import org.imprimatur.intake.citation.Finding;
import org.imprimatur.intake.citation.IntakeReport;
import org.imprimatur.intake.reading.ReadingManuscripts;
import org.imprimatur.intake.reading.ReadingResult;

/** {@code check FILE [--json]}: the intake report of a manuscript, the same as the portal's. */
public final class CheckCommand {
    /** No errors; there may be warnings and hints. */
    public static final int NO_ERRORS = 0;

    public static final int ERRORS_FOUND = 1;

    /** The file could not be read or is refused; nothing was checked. */
    public static final int REFUSED = 2;

    private static final long LARGEST = 50L << 20;
    private static final String USAGE = "Usage: check FILE.docx [--json]";

    private CheckCommand() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Writes the report to {@code out}, or one line that says what to do to {@code err}; gives the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        var options = Arrays.stream(args).filter(arg -> arg.startsWith("--")).toList();
        var files = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        if (files.size() != 1 || options.stream().anyMatch(option -> !option.equals("--json"))) {
            err.println(USAGE);
            return REFUSED;
        }
        try {
            var path = Path.of(files.get(0));
            if (!Files.exists(path)) {
                err.println("There is no file " + path + ". Check its name and folder.");
                return REFUSED;
            }
            if (!Files.isRegularFile(path)) {
                err.println(path + " is no file. Name the manuscript itself.");
                return REFUSED;
            }
            // A file far over the limit isn't even loaded.
            var bytes = Files.size(path) > LARGEST ? new byte[(int) LARGEST + 1] : Files.readAllBytes(path);
            return check(path.getFileName().toString(), bytes, !options.isEmpty(), out, err);
        } catch (IOException | InvalidPathException e) {
            err.println("Can't read " + files.get(0) + ". Check that you may open it, and try again.");
            return REFUSED;
        }
    }

    private static int check(String name, byte[] bytes, boolean json, PrintStream out, PrintStream err) {
        var result = new ReadingManuscripts(LARGEST).read(bytes, name);
        if (result instanceof ReadingResult.Read read) {
            var report = new CheckingCitations().check(read.text());
            if (json) {
                out.println(IntakeReportJson.write(name, read.sha256(), read.kind(), report));
            } else {
                print(name, report, out);
            }
            return report.hasErrors() ? ERRORS_FOUND : NO_ERRORS;
        }
        err.println(((ReadingResult.Unreadable) result).message());
        return REFUSED;
    }

    private static void print(String name, IntakeReport report, PrintStream out) {
        out.printf(
                "%s: %s, %s%n",
                name,
                counted(report.citations(), "citation", "citations"),
                counted(report.references(), "reference", "references"));
        for (var severity : Finding.Severity.values()) {
            var found = report.findings().stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            if (!found.isEmpty()) {
                out.printf("%n%s%n", heading(severity, found.size()));
            }
            for (var finding : found) {
                out.printf("  %s%n", finding.message());
                out.printf("    %s, paragraph %d: %s%n", section(finding), finding.paragraph(), finding.text());
            }
        }
        if (report.findings().isEmpty()) {
            out.println("Every citation has its reference and every reference is cited.");
        }
    }

    private static String section(Finding finding) {
        return finding.section().isEmpty() ? "Before the first heading" : finding.section();
    }

    private static String heading(Finding.Severity severity, int count) {
        var word = severity.name().toLowerCase(Locale.ROOT);
        return counted(count, word, word + "s");
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
