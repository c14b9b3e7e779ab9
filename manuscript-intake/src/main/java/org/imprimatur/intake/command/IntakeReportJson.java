package org.imprimatur.intake.command;

import java.util.ArrayList;
import java.util.Arrays;
import org.imprimatur.intake.citation.Finding;
import org.imprimatur.intake.citation.IntakeReport;
import org.imprimatur.intake.reading.FileKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The intake report as JSON: {@code file, sha256, kind, citations, references, findings}, each finding with
 * {@code code, severity, message, citation, reference, suggestion, section, paragraph, text}. The form is fixed; what
 * isn't known is null.
 */
public final class IntakeReportJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IntakeReportJson() {}

    public static String write(String file, String sha256, FileKind kind, IntakeReport report) {
        var root = JSON.createObjectNode();
        root.put("file", file);
        root.put("sha256", sha256);
        root.put("kind", kind.extension());
        root.put("citations", report.citations());
        root.put("references", report.references());
        var findings = root.putArray("findings");
        report.findings().forEach(finding -> write(findings.addObject(), finding));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void write(ObjectNode node, Finding finding) {
        node.put("code", finding.code().id());
        node.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        node.put("message", finding.message());
        node.put("citation", finding.citation());
        node.put("reference", finding.reference());
        node.put("suggestion", finding.suggestion());
        node.put("section", finding.section());
        node.put("paragraph", finding.paragraph());
        node.put("text", finding.text());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static IntakeReport read(String json) {
        var root = JSON.readTree(json);
        var findings = new ArrayList<Finding>();
        for (var node : root.path("findings")) {
            findings.add(new Finding(
                    code(node.path("code").asString()),
                    text(node, "message"),
                    text(node, "citation"),
                    text(node, "reference"),
                    text(node, "suggestion"),
                    text(node, "section"),
                    node.path("paragraph").asInt(),
                    text(node, "text")));
        }
        return new IntakeReport(
                root.path("citations").asInt(), root.path("references").asInt(), findings);
    }

    private static Finding.Code code(String id) {
        return Arrays.stream(Finding.Code.values())
                .filter(code -> code.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No finding has the code " + id));
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
