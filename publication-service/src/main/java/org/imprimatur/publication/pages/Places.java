package org.imprimatur.publication.pages;

import java.util.List;
import org.imprimatur.web.NavItem;
import org.springframework.ui.Model;

/** The main navigation of the production pages. */
public enum Places {
    JOURNALS("Journals", "/production/journals"),
    ISSUES("Issues", "/production/issues"),
    /** An author's page: it leads nowhere but back. */
    PROOF("Proof", "");

    private final String label;
    private final String href;

    Places(String label, String href) {
        this.label = label;
        this.href = href;
    }

    /** Puts the navigation into the model, with this place as the present one. */
    public void mark(Model model) {
        List<NavItem> items = this == PROOF
                ? List.of(new NavItem("Manuscripts", "/author", false))
                : List.of(
                        new NavItem("Dashboard", "/editor", false),
                        new NavItem(ISSUES.label, ISSUES.href, this == ISSUES),
                        new NavItem(JOURNALS.label, JOURNALS.href, this == JOURNALS));
        model.addAttribute("navigation", items);
        if (this == PROOF) {
            model.addAttribute("journalHref", "/author");
        }
    }
}
