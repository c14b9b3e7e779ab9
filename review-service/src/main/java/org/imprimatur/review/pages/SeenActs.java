package org.imprimatur.review.pages;

import java.util.List;
import java.util.function.Supplier;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.web.HistoryLine;
import org.springframework.stereotype.Component;

/**
 * Lets a person act on a manuscript as they saw it. What others did since is looked for while nobody else can act on it, so
 * that of two at once one always sees what the other did.
 */
@Component
public class SeenActs {

    private final Acts acts;
    private final SinceOpened since;

    SeenActs(Acts acts, SinceOpened since) {
        this.acts = acts;
        this.since = since;
    }

    /**
     * What came of it.
     *
     * @param changed what others did meanwhile; then nothing was done
     * @param mark for the page that shows this
     */
    public record Acted(Outcome outcome, List<HistoryLine> changed, String mark) {}

    /** @param mark of the page that the person acts from; empty: nothing is news */
    public Acted act(String manuscript, String mark, String account, Supplier<Outcome> act) {
        Meanwhile meanwhile = new Meanwhile();
        Outcome outcome = acts.act(() -> {
            since.hold(manuscript);
            meanwhile.mark = since.mark(manuscript);
            meanwhile.changed = since.since(manuscript, mark, account);
            return meanwhile.changed.isEmpty() ? act.get() : Outcome.conflict(SinceOpened.CHANGED);
        });
        return new Acted(outcome, meanwhile.changed, meanwhile.mark);
    }

    private static final class Meanwhile {
        private List<HistoryLine> changed = List.of();
        private String mark = "";
    }
}
