package org.imprimatur.review.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.desk.AssigningEditors;
import org.imprimatur.review.desk.RemindingByHand;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * One act on several manuscripts: each in a transaction of its own and judged by itself, and what became of each is said.
 * Pressed twice, the second time finds it done.
 */
@Controller
class DeskActs {

    private static final int MOST = 200;

    private final AssigningEditors assigning;
    private final RemindingByHand reminding;
    private final SeeingManuscripts seeing;
    private final People people;
    private final Words words;
    private final Acts acts;
    private final DomainClock clock;

    DeskActs(
            AssigningEditors assigning,
            RemindingByHand reminding,
            SeeingManuscripts seeing,
            People people,
            Words words,
            Acts acts,
            DomainClock clock) {
        this.assigning = assigning;
        this.reminding = reminding;
        this.seeing = seeing;
        this.people = people;
        this.words = words;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param title empty where there is none for this person */
    record Said(String number, String title, String what, boolean done) {}

    private record Act(String done, Function<String, Outcome> act) {}

    /** @param m numbers of manuscripts; {@code back} is what the list they were chosen from asks for */
    @PostMapping("/editor/acts")
    ModelAndView act(
            @RequestParam(defaultValue = "") List<String> m,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String editor,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = DeskPages.editor(person);
        String list = Asking.address(Asking.again(back));
        List<String> chosen = m.stream().distinct().limit(MOST).toList();
        if (chosen.isEmpty()) {
            return nothing("desk.acts.none-chosen", list);
        }
        if (act.equals("assign") && editor.isBlank()) {
            return nothing("desk.acts.no-editor", list);
        }
        Instant now = clock.instant();
        Act doing = switch (act) {
            case "assign" ->
                new Act(
                        words.of("desk.acts.assigned", people.nameOf(editor)),
                        number -> assigning.assign(actor, number, editor, now));
            case "take" ->
                new Act(words.of("desk.acts.taken"), number -> assigning.assign(actor, number, actor.account(), now));
            case "remind" -> new Act(words.of("desk.acts.reminded"), number -> reminding.remind(actor, number, now));
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        List<Outcome> outcomes = chosen.stream()
                .map(number -> acts.act(() -> doing.act().apply(number)))
                .toList();
        List<Said> said = java.util.stream.IntStream.range(0, chosen.size())
                .mapToObj(n -> said(actor, chosen.get(n), outcomes.get(n), doing.done()))
                .toList();
        long done = said.stream().filter(Said::done).count();
        ModelAndView page = new ModelAndView("review/desk-acts")
                .addObject("said", said)
                .addObject("done", done)
                .addObject("heading", words.of("desk.acts.heading." + act))
                .addObject("problem", null)
                .addObject("back", list);
        page.setStatus(status(outcomes, done));
        return page;
    }

    private ModelAndView nothing(String problem, String back) {
        ModelAndView page = new ModelAndView("review/desk-acts")
                .addObject("said", List.of())
                .addObject("done", 0L)
                .addObject("heading", words.of("desk.acts.heading.nothing"))
                .addObject("problem", words.of(problem))
                .addObject("back", back);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Said said(Actor.Person actor, String number, Outcome outcome, String done) {
        String title = seeing.see(actor, number).map(Manuscript::title).orElse("");
        Optional<Outcome.Refused> refused = Acts.refusal(outcome);
        return new Said(
                number,
                title,
                refused.map(one -> one.kind() == Outcome.Kind.UNKNOWN
                                ? words.of("desk.refused.unknown")
                                : words.of(one.reason()))
                        .orElse(done),
                refused.isEmpty());
    }

    // a part that was refused makes no whole success (RFC 4918, section 11.1)
    private static HttpStatusCode status(List<Outcome> outcomes, long done) {
        if (done == outcomes.size()) {
            return HttpStatus.OK;
        }
        List<HttpStatus> refusals = outcomes.stream()
                .flatMap(outcome -> Acts.refusal(outcome).stream())
                .map(refused -> Acts.status(refused.kind()))
                .distinct()
                .toList();
        if (done > 0) {
            return HttpStatus.MULTI_STATUS;
        }
        return refusals.size() == 1 ? refusals.get(0) : HttpStatus.CONFLICT;
    }
}
