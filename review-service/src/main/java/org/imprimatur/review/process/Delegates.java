package org.imprimatur.review.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.imprimatur.review.way.ProcessSteps;

/** The beans that the models name: each hands one step to the features. The models see no other beans. */
final class Delegates {

    private static final Map<String, String> COUNTS =
            Map.of("accept", "accepts", "minor", "minors", "major", "majors", "reject", "rejects");

    private final Supplier<ProcessSteps> steps;

    Delegates(Supplier<ProcessSteps> steps) {
        this.steps = steps;
    }

    Map<Object, Object> beans() {
        Map<Object, Object> beans = new LinkedHashMap<>();
        add(beans, "openRound", e -> steps().openRound(manuscript(e), round(e)));
        add(beans, "countSeats", e -> e.setVariable("seats", steps().seats(manuscript(e), round(e))));
        add(beans, "inviteNext", this::inviteNext);
        add(beans, "remindToAnswer", e -> steps().remindToAnswer(invitation(e), ordinal(e)));
        add(beans, "expireInvitation", e -> steps().expire(invitation(e)));
        add(beans, "remindToReview", e -> steps().remindToReview(invitation(e), ordinal(e)));
        add(beans, "countReviews", this::countReviews);
        add(beans, "closeRound", e -> steps().closeRound(manuscript(e), round(e)));
        add(beans, "decisionTakesEffect", e -> steps().decisionTakesEffect(manuscript(e)));
        add(beans, "screeningTakesEffect", e -> steps().screeningTakesEffect(manuscript(e)));
        add(beans, "remindOfStep", e -> steps().remindOfStep(manuscript(e), text(e, "step"), ordinal(e)));
        add(beans, "sendCommand", e -> steps().command(manuscript(e), text(e, "command")));
        add(beans, "closeWithdrawn", e -> steps().withdrawn(manuscript(e)));
        return beans;
    }

    private static void add(Map<Object, Object> beans, String name, JavaDelegate delegate) {
        beans.put(name, delegate);
    }

    private void inviteNext(DelegateExecution e) {
        int seat = number(e, "loopCounter") + 1;
        String next = steps().inviteNext(
                        manuscript(e),
                        round(e),
                        seat,
                        Spans.after(ClockUtil.getCurrentTime().toInstant(), text(e, "answerWithin")))
                .orElse("");
        e.setVariable("invitation", next);
    }

    private void countReviews(DelegateExecution e) {
        e.setVariable("reviewsIn", steps().reviewsIn(manuscript(e), round(e)));
        String count = COUNTS.get(text(e, "recommendation"));
        if (count == null) {
            throw new IllegalStateException("no recommendation " + text(e, "recommendation"));
        }
        e.setVariable(count, number(e, count) + 1);
    }

    private ProcessSteps steps() {
        return steps.get();
    }

    private static String manuscript(DelegateExecution e) {
        return e.getProcessBusinessKey();
    }

    private static String invitation(DelegateExecution e) {
        return text(e, "invitation");
    }

    private static int round(DelegateExecution e) {
        return number(e, "round");
    }

    /** Reminders are counted anew for each wait: its beginning sets the count to nothing. */
    private static int ordinal(DelegateExecution e) {
        int ordinal = number(e, "reminders") + 1;
        e.setVariable("reminders", ordinal);
        return ordinal;
    }

    private static String text(DelegateExecution e, String name) {
        return (String) e.getVariable(name);
    }

    private static int number(DelegateExecution e, String name) {
        return ((Number) e.getVariable(name)).intValue();
    }
}
