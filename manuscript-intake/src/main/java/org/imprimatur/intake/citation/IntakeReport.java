package org.imprimatur.intake.citation;

import java.util.List;

/**
 * What the check of a manuscript found.
 *
 * @param citations how many in-text citations there are; two works in one pair of brackets are two
 * @param references how many entries the reference list has
 * @param findings in reading order, one per place; those about entries of the list come last
 */
public record IntakeReport(int citations, int references, List<Finding> findings) {
    public IntakeReport {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return count(Finding.Severity.ERROR) > 0;
    }

    public long count(Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
