package org.imprimatur.review.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Outcome.Refused;
import org.imprimatur.review.decision.DecidingManuscripts;
import org.imprimatur.review.decision.JudgingRevisions;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.production.GivingProofTime;
import org.imprimatur.review.production.Production;
import org.imprimatur.review.round.ChoosingReviewers;
import org.imprimatur.review.screening.ScreeningManuscripts;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.springframework.stereotype.Component;

/** What can be done with a manuscript, and why the rest can't: by asking each use case what it would say. */
@Component
class Doing {

    private final ScreeningManuscripts screening;
    private final ChoosingReviewers choosing;
    private final DecidingManuscripts deciding;
    private final JudgingRevisions judging;
    private final Production production;
    private final GivingProofTime proofTime;
    private final Words words;

    Doing(
            ScreeningManuscripts screening,
            ChoosingReviewers choosing,
            DecidingManuscripts deciding,
            JudgingRevisions judging,
            Production production,
            GivingProofTime proofTime,
            Words words) {
        this.screening = screening;
        this.choosing = choosing;
        this.deciding = deciding;
        this.judging = judging;
        this.production = production;
        this.proofTime = proofTime;
        this.words = words;
    }

    /** Something that can be done now; {@code post} asks nothing more, else it leads to a form. */
    record Doable(String label, String href, boolean post, Map<String, String> values, boolean first) {}

    /** Something that can't, with the use case's own reason. */
    record NotNow(String label, String reason) {}

    record Choice(List<Doable> doable, List<NotNow> notNow) {}

    Choice of(Actor.Person actor, Manuscript manuscript, List<PersonsStep> waiting) {
        Collecting all = new Collecting("/editor/manuscripts/" + manuscript.number());
        all.page("screen", "/screening", screening.possible(actor, manuscript, waiting));
        all.page("choose-reviewers", "/reviewers", choosing.possible(actor, manuscript, waiting));
        all.page("decide", "/decision", deciding.possible(actor, manuscript, waiting));
        all.page("check-revision", "/decision", deciding.checkPossible(actor, manuscript, waiting));
        all.page("judge-overdue-revision", "/revision", judging.possible(actor, manuscript, waiting));
        all.act("recall", "/decision/recall", deciding.recallPossible(actor, manuscript), Map.of());
        for (PersonsStep step :
                List.of(PersonsStep.START_PRODUCTION, PersonsStep.MEND_GALLEY, PersonsStep.MEND_SCHEDULE)) {
            all.act(
                    step.id(),
                    "/production/" + step.id(),
                    production.possible(actor, manuscript, step, waiting),
                    Map.of());
        }
        all.elsewhere(
                "answer-proof-time",
                proofTime
                        .open(manuscript)
                        .map(wish -> "/production/proofs/" + wish.proof() + "#time")
                        .orElse(""),
                proofTime.possible(actor, manuscript));
        Outcome mend = production.possible(actor, manuscript, PersonsStep.MEND_DEPOSIT, waiting);
        String deposit = "/production/" + PersonsStep.MEND_DEPOSIT.id();
        all.act("mend-deposit", deposit, mend, Map.of("deposit", "again"));
        all.act("give-deposit-up", deposit, mend, Map.of("deposit", "give-up"));
        return new Choice(all.doable, all.notNow);
    }

    private final class Collecting {

        private final String base;
        private final List<Doable> doable = new ArrayList<>();
        private final List<NotNow> notNow = new ArrayList<>();

        Collecting(String base) {
            this.base = base;
        }

        void page(String act, String path, Outcome possible) {
            add(act, base + path, possible, false, Map.of());
        }

        void elsewhere(String act, String href, Outcome possible) {
            add(act, href, possible, false, Map.of());
        }

        void act(String act, String path, Outcome possible, Map<String, String> values) {
            add(act, base + path, possible, true, values);
        }

        private void add(String act, String href, Outcome possible, boolean post, Map<String, String> values) {
            String label = words.of("do." + act);
            if (possible instanceof Refused refused) {
                notNow.add(new NotNow(label, refused.reason()));
            } else {
                doable.add(new Doable(label, href, post, values, doable.isEmpty()));
            }
        }
    }
}
