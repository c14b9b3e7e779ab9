package org.imprimatur.contracts.publication;

import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/** A journal exists in this form; the version grows by one with each change. */
@Wire(type = "imprimatur.publication.journal-configured.v1", topic = "imprimatur.publication")
public record JournalConfigured(
        String journal,
        int version,
        String title,
        String abbreviation,
        String issnPrint,
        String issnOnline,
        List<Section> sections,
        List<String> languages)
        implements Fact {

    @Override
    public String subject() {
        return journal;
    }

    @Override
    public String aggregate() {
        return "journal/" + journal;
    }
}
