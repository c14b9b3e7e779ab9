package org.imprimatur.review.screening;

import java.util.Map;
import java.util.Set;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.Writer;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;

/** Writes the letters of screening. */
public final class ScreeningWriter implements Writer {

    private final Manuscripts manuscripts;
    private final Screenings screenings;
    private final String publicUrl;

    public ScreeningWriter(Manuscripts manuscripts, Screenings screenings, String publicUrl) {
        this.manuscripts = manuscripts;
        this.screenings = screenings;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("returned", "desk-rejected");
    }

    @Override
    public Written write(Mails.Order order) {
        Manuscript manuscript =
                manuscripts.find(order.values().get("manuscript")).orElseThrow();
        Screening screening = screenings
                .find(manuscript.id(), Integer.parseInt(order.values().get("version")))
                .orElseThrow();
        return new Content(
                Map.of(
                        "title", manuscript.title(),
                        "number", manuscript.number(),
                        "body", screening.letter(),
                        "link", publicUrl + "/author"),
                "manuscript/" + manuscript.id(),
                manuscript.journal());
    }
}
