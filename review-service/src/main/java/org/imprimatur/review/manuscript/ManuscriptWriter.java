package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.Writer;

/** Writes reminders of steps, and the news that a manuscript was withdrawn. */
public final class ManuscriptWriter implements Writer {

    private final Manuscripts manuscripts;
    private final String publicUrl;

    public ManuscriptWriter(Manuscripts manuscripts, String publicUrl) {
        this.manuscripts = manuscripts;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("author-reminder", "editor-reminder", "withdrawn");
    }

    @Override
    public Written write(Mails.Order order) {
        Manuscript manuscript =
                manuscripts.find(order.values().get("manuscript")).orElseThrow();
        Map<String, Object> model = new HashMap<>();
        model.put("title", manuscript.title());
        model.put("number", manuscript.number());
        model.put("link", publicUrl + (order.kind().equals("author-reminder") ? "/author" : editorsPage(manuscript)));
        if (!order.kind().equals("withdrawn")) {
            Standing standing = manuscripts.standing(manuscript.id()).orElseThrow();
            boolean still = standing.step().equals(order.values().get("step"))
                    && standing.since().equals(Instant.parse(order.values().get("since")));
            if (!still) {
                return new Moot("it was done meanwhile");
            }
            model.put("owed", owed(standing.step(), order.kind()));
            model.put("since", standing.since());
            model.put("until", standing.until().orElse(null));
        }
        return new Content(model, "manuscript/" + manuscript.id(), manuscript.journal());
    }

    private static String owed(String step, String kind) {
        if (kind.equals("author-reminder")) {
            return switch (step) {
                case "returned" -> "we gave your manuscript back to you, and wait for you to hand it in again.";
                case "revision" -> "we wait for your revision.";
                case "proof" -> "the proof of your article waits for you to approve it.";
                default -> "your manuscript waits for you.";
            };
        }
        return switch (step) {
            case "screening" -> "this manuscript has waited to be screened";
            case "choosing-reviewers" -> "this manuscript has waited for reviewers to be chosen";
            case "decision" -> "this manuscript has waited for a decision";
            case "revision" -> "the revision of this manuscript is overdue and has waited for your judgement";
            case "production" -> "this manuscript has waited in production";
            default -> "this manuscript has waited for you";
        };
    }

    private static String editorsPage(Manuscript manuscript) {
        return "/editor/manuscripts/" + manuscript.number();
    }
}
