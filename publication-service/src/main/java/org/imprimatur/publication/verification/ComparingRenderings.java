package org.imprimatur.publication.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.article.RenderedArticle;
import org.imprimatur.publication.article.Verification;
import org.springframework.stereotype.Component;

/** Compares what the readers found with the record. A rendering that can't be read disagrees as a whole. */
@Component
public final class ComparingRenderings implements Verification {

    private interface Reader {
        Reading read() throws Unreadable;
    }

    @Override
    public List<Disagreement> compare(ArticleRecord record, RenderedArticle rendered) {
        Facts facts = new Facts(record, rendered.citations().getOrDefault("apa", ""));
        List<Disagreement> disagreements = new ArrayList<>();
        check(disagreements, facts, PDF, () -> PdfReader.read(rendered.pdf()));
        check(disagreements, facts, "cover", () -> CoverReader.read(rendered.cover()));
        check(disagreements, facts, "JATS", () -> JatsReader.read(rendered.jats()));
        check(disagreements, facts, "Crossref deposit", () -> DepositReader.read(rendered.crossrefDeposit()));
        check(disagreements, facts, "landing page", () -> LandingPageReader.read(rendered.landingPage()));
        check(
                disagreements,
                facts,
                "contents page",
                () -> ContentsPageReader.read(rendered.contentsPage(), record.landingPage()));
        check(disagreements, facts, "OAI-PMH", () -> OaiReader.read(rendered.oaiDc()));
        for (String style : CitationReader.STYLES) {
            check(disagreements, facts, style, () -> CitationReader.read(style, given(rendered, style), record));
        }
        check(disagreements, facts, "bibtex", () -> BibTexReader.read(given(rendered, "bibtex")));
        check(disagreements, facts, "ris", () -> RisReader.read(given(rendered, "ris")));
        check(disagreements, facts, "csl-json", () -> CslJsonReader.read(given(rendered, "csl-json")));
        return List.copyOf(disagreements);
    }

    private static String given(RenderedArticle rendered, String style) throws Unreadable {
        return Optional.ofNullable(rendered.citations().get(style)).orElseThrow(() -> new Unreadable("There is none."));
    }

    private static void check(List<Disagreement> disagreements, Facts facts, String rendering, Reader reader) {
        try {
            for (Reading.Said said : reader.read().said()) {
                List<String> expected = facts.of(said.fact());
                if (!said.agreesWith(expected)) {
                    disagreements.add(new Disagreement(rendering, said.field(), shown(expected), shown(said.values())));
                }
            }
        } catch (Unreadable unreadable) {
            disagreements.add(new Disagreement(rendering, "whole", "readable", unreadable.getMessage()));
        }
    }

    private static String shown(List<String> values) {
        return String.join("; ", values);
    }
}
