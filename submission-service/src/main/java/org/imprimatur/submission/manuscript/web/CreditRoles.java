package org.imprimatur.submission.manuscript.web;

import java.util.List;

/** The fourteen contributor roles of CRediT (ANSI/NISO Z39.104-2022). */
final class CreditRoles {

    static final List<String> ALL = List.of(
            "Conceptualization",
            "Data curation",
            "Formal analysis",
            "Funding acquisition",
            "Investigation",
            "Methodology",
            "Project administration",
            "Resources",
            "Software",
            "Supervision",
            "Validation",
            "Visualization",
            "Writing – original draft",
            "Writing – review & editing");

    private CreditRoles() {}
}
