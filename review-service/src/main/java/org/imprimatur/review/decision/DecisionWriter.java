package org.imprimatur.review.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.Writer;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;

/** Writes decision letters: exactly the document that the fact names. */
public final class DecisionWriter implements Writer {

    private final Manuscripts manuscripts;
    private final Decisions decisions;
    private final Letters letters;
    private final String publicUrl;

    public DecisionWriter(Manuscripts manuscripts, Decisions decisions, Letters letters, String publicUrl) {
        this.manuscripts = manuscripts;
        this.decisions = decisions;
        this.letters = letters;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("decision");
    }

    @Override
    public Written write(Mails.Order order) {
        Manuscript manuscript =
                manuscripts.find(order.values().get("manuscript")).orElseThrow();
        Decision decision = decisions.find(order.values().get("decision")).orElseThrow();
        if (!(decision.state() instanceof InEffect inEffect)) {
            throw new IllegalStateException("the letter of decision " + decision.id() + " has no document");
        }
        Letters.Letter letter = letters.read(inEffect.document());
        Map<String, Object> model = new HashMap<>();
        model.put("heading", letter.subject());
        model.put("body", letter.body());
        model.put("title", manuscript.title());
        model.put("number", manuscript.number());
        model.put("kind", decision.kind().key());
        model.put("link", publicUrl + "/author");
        return new Content(model, "manuscript/" + manuscript.id(), manuscript.journal());
    }
}
