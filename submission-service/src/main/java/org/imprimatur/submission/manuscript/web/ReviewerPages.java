package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata.NamedReviewer;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.forms.Form;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.type.TypeReference;

/** Whom the authors suggest as reviewers, and whom they ask not to be asked. */
@Controller
@RequestMapping("/author/manuscripts/{id}/reviewers")
class ReviewerPages {

    private final DraftingManuscripts drafting;
    private final Wizard wizard;
    private final Words words;

    ReviewerPages(DraftingManuscripts drafting, Wizard wizard, Words words) {
        this.drafting = drafting;
        this.wizard = wizard;
        this.words = words;
    }

    @GetMapping
    ModelAndView reviewers(@AuthenticationPrincipal SignedIn person, @PathVariable String id) {
        return wizard.whileOpen(person, id, open -> page(open, open.metadata().reviewers(), Form.empty(), ""));
    }

    private ModelAndView page(Manuscript manuscript, List<NamedReviewer> reviewers, Form form, String focus) {
        Map<String, Object> model = wizard.step(manuscript, "reviewers");
        model.put("form", ReviewersForm.filled(form, reviewers));
        model.put("reviewers", reviewers);
        model.put("rows", wizard.rows(reviewers));
        model.put("focus", focus);
        return new ModelAndView("submission/reviewers", model);
    }

    @PostMapping
    ModelAndView name(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = DraftPages.HTMX, defaultValue = "false") boolean inPlace,
            HttpServletRequest request,
            Model model) {
        Form form = Form.typed(request);
        Manuscript manuscript = wizard.own(person, id);
        Act act = Act.of(form.value("act"));
        List<NamedReviewer> typed = ReviewersForm.arranged(ReviewersForm.typed(form), act);
        Map<String, String> whys = new LinkedHashMap<>();
        ReviewersForm.texts(typed).forEach(field -> whys.put(field, ""));
        ReviewersForm.tooLong(form).forEach(field -> whys.put(field, words.say("problem.reviewer.long")));
        if (whys.values().stream().anyMatch(why -> !why.isEmpty()) && manuscript.open()) {
            Form judged = Form.empty();
            for (Map.Entry<String, String> why : whys.entrySet()) {
                judged = why.getValue().isEmpty() ? judged : judged.error(why.getKey(), why.getValue());
            }
            return inPlace
                    ? wizard.saved(manuscript, whys)
                    : Wizard.refused(page(manuscript, typed, judged, "").addObject("rows", form.value(Wizard.ROWS)));
        }
        // whoever goes on has given up the rows that were left empty
        List<NamedReviewer> kept = act.none() && !inPlace
                ? typed.stream().filter(one -> !ReviewersForm.nobody(one)).toList()
                : typed;
        Optional<List<NamedReviewer>> shown = wizard.rows(form, new TypeReference<>() {});
        Actor.Person author = Wizard.actor(person);
        Outcome outcome = wizard.inTransaction(() -> shown.isPresent()
                ? drafting.nameReviewers(
                        author, id, shown.get(), Numbers.typed(form.value("over"), -1), kept, wizard.now())
                : drafting.nameReviewers(author, id, Wizard.seen(form), kept, wizard.now()));
        Wizard.Answer answer = wizard.answer(outcome, model);
        if (inPlace) {
            return answer.changed(now -> wizard.changedInPlace(now, stored(now), "reviewers"))
                    .with(done -> saved(done, whys, kept), wrong -> saved(wrong.manuscript(), whys, kept));
        }
        answer.changed(now -> page(
                        now,
                        shown.map(rows -> DraftingManuscripts.reviewersOver(rows, kept, now))
                                .orElse(kept),
                        Form.empty(),
                        "")
                .addObject("rows", wizard.rows(now.metadata().reviewers()))
                .addObject("meanwhile", stored(now)));
        String focus = act.verb().equals("suggest") || act.verb().equals("oppose") ? "f-name-" + (kept.size() - 1) : "";
        return act.none()
                ? answer.with(
                        done -> DraftPages.to(id, "look"),
                        wrong -> Wizard.refused(page(
                                wrong.manuscript(),
                                wrong.manuscript().metadata().reviewers(),
                                words.errors(Form.empty(), wrong.problems()),
                                "")))
                : answer.with(
                        done -> page(done, done.metadata().reviewers(), Form.empty(), focus),
                        wrong -> page(
                                wrong.manuscript(),
                                wrong.manuscript().metadata().reviewers(),
                                Form.empty(),
                                focus));
    }

    // the window goes on with what it shows: what others stored beside it is theirs until they meet
    private ModelAndView saved(Manuscript now, Map<String, String> whys, List<NamedReviewer> typed) {
        return wizard.saved(now, whys).addObject("shown", Map.of(Wizard.ROWS, wizard.rows(typed)));
    }

    private Map<String, String> stored(Manuscript now) {
        return Map.of(
                words.say("part.reviewers"),
                now.metadata().reviewers().stream()
                        .map(one -> one.name() + ": " + one.why())
                        .collect(Collectors.joining("\n")));
    }
}
