package org.imprimatur.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real article as its journal published it, kept outside the project; made into the DOCX its authors may have sent. */
public final class PublishedArticle {
    private static final String FILE = "gpr/article-as-published.md";
    private static final List<String> HEADINGS = List.of(
            "Introduction",
            "Historical Background of Pak-Russia Relations",
            "Russia-US Relations and Pakistan",
            "Pakistan-Russia Relations In the 21st Century",
            "Economic and Energy Ties",
            "Russia-Pakistan Cooperation on Defense and Security",
            "Social and Cultural Relations",
            "Relations between Pakistan and Russia after the Ukraine Invasion and the American Impact",
            "Conclusion",
            "Recommendations",
            "References");

    private final List<String> lines;

    private PublishedArticle(List<String> lines) {
        this.lines = lines;
    }

    /** Looked for in the folder that IMPRIMATUR_SHARED names, or in one called "shared" above the checkout. */
    public static Optional<PublishedArticle> find() {
        var named = Stream.of(System.getProperty("IMPRIMATUR_SHARED"), System.getenv("IMPRIMATUR_SHARED"))
                .filter(folder -> folder != null && !folder.isBlank())
                .map(Path::of);
        var above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"));
        return Stream.concat(named, above)
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isReadable)
                .findFirst()
                .map(PublishedArticle::read);
    }

    private static PublishedArticle read(Path file) {
        try {
            return new PublishedArticle(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With styles, page breaks healed and the publisher's links taken off, as the manuscript will have been. */
    public byte[] asProperDocx() {
        var docx = new Docx();
        var text = manuscript();
        docx.title(text.get(0));
        docx.paragraph(
                "Qamar Zaman Khan: PhD Scholar, Department of International Relations, Government College University, Faisalabad.");
        for (var line : text.subList(1, text.size())) {
            if (HEADINGS.contains(line) || line.equals("Abstract")) {
                docx.heading(line);
            } else {
                docx.paragraph(line);
            }
        }
        return docx.bytes();
    }

    /** Without a single style, every line of the page a paragraph, page breaks, title page and link lines as they come. */
    public byte[] asCrudeDocx() {
        var docx = new Docx();
        lines.stream()
                .map(PublishedArticle::withoutMarkup)
                .filter(line -> !line.isBlank())
                .forEach(docx::paragraph);
        return docx.bytes();
    }

    private List<String> manuscript() {
        var body = new ArrayList<String>();
        body.add("The Dynamics of Pakistan-Russia Relations in the 21st Century and the Role of U.S. Influence");
        var from = lines.lastIndexOf("Abstract");
        var inContents = false;
        for (var line : lines.subList(from, lines.size())) {
            var text = withoutMarkup(line);
            inContents = text.equals("Contents") || inContents && !line.equals("Introduction");
            if (text.isBlank() || inContents || text.startsWith("Google Scholar")) {
                continue;
            }
            var before = body.get(body.size() - 1);
            var broken = text.matches("\\p{Ll}.*") || !before.matches("(?s).*[.:?>]\\)?");
            var goesOn = broken
                    && !line.startsWith("- ")
                    && !HEADINGS.contains(before)
                    && !HEADINGS.contains(text)
                    && body.size() > 3;
            if (goesOn || text.startsWith("http")) {
                body.set(body.size() - 1, before + " " + text);
            } else {
                body.add(text);
            }
        }
        return body;
    }

    private static String withoutMarkup(String line) {
        return line.replaceAll("\\[([^\\]]*)]\\([^)\\s]*\\)", "$1")
                .replaceAll("^- ", "")
                .replaceAll("\\*([^*]+)\\*", "$1")
                .replaceAll("</?\\w+>", "")
                .replaceAll("[<>]", "")
                .strip();
    }
}
