package org.imprimatur.submission.manuscript.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The intake report as the author reads it: what was found, place by place, in the order of the text. */
public record ReportView(int citations, int references, List<Finding> findings) {

    /**
     * @param severity {@code error}, {@code warning} or {@code hint}
     * @param before the words before the citation, where it stands in them
     * @param marked what the note is about
     * @param after the words after it
     * @param suggestion a likely mend, or null
     * @param inItsPlace whether {@code marked} is a citation within its words, which can be mended there
     */
    public record Finding(
            String severity,
            String section,
            String before,
            String marked,
            String after,
            String message,
            String suggestion,
            boolean inItsPlace) {}

    static ReportView of(JsonNode report) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            String text = finding.path("text").asString("");
            String citation = finding.path("citation").asString("");
            int at = citation.isEmpty() ? -1 : text.indexOf(citation);
            findings.add(new Finding(
                    finding.path("severity").asString(),
                    finding.path("section").asString(""),
                    at < 0 ? "" : text.substring(0, at),
                    at < 0 ? text : citation,
                    at < 0 ? "" : text.substring(at + citation.length()),
                    finding.path("message").asString(),
                    finding.path("suggestion").isString()
                            ? finding.path("suggestion").asString()
                            : null,
                    at >= 0));
        }
        return new ReportView(
                report.path("citations").asInt(), report.path("references").asInt(), findings);
    }

    public long errors() {
        return count("error");
    }

    public long warnings() {
        return count("warning");
    }

    public long hints() {
        return count("hint");
    }

    private long count(String severity) {
        return findings.stream()
                .filter(finding -> finding.severity().equals(severity))
                .count();
    }
}
