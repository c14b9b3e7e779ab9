package org.imprimatur.review.desk.web;

import java.util.List;
import java.util.UUID;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.desk.KeepingViews;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saved views: made at the list, named again or deleted here. */
@Controller
class ViewPages {

    private static final String PATH = "/editor/views";

    private final KeepingViews keeping;
    private final Words words;
    private final Acts acts;

    ViewPages(KeepingViews keeping, Words words, Acts acts) {
        this.keeping = keeping;
        this.words = words;
        this.acts = acts;
    }

    /** @param href where its list is */
    record Shown(String id, String name, String href) {}

    @GetMapping(PATH)
    ModelAndView list(@AuthenticationPrincipal SignedIn person) {
        return page(DeskPages.editor(person), "", "", "");
    }

    @PostMapping(PATH)
    ModelAndView save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String asked,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = DeskPages.editor(person);
        // only what we understand is kept
        String query = Asking.query(Asking.again(asked));
        Outcome outcome = acts.act(
                () -> keeping.save(actor, name, query, UUID.randomUUID().toString()));
        return done(outcome, actor, name, query, Asking.address(Asking.again(query)));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView rename(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = DeskPages.editor(person);
        return done(acts.act(() -> keeping.rename(actor, id, name)), actor, "", "", PATH);
    }

    @PostMapping(PATH + "/{id}/deletion")
    ModelAndView delete(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = DeskPages.editor(person);
        return done(acts.act(() -> keeping.delete(actor, id)), actor, "", "", PATH);
    }

    private ModelAndView done(Outcome outcome, Actor.Person actor, String name, String asked, String next) {
        return Acts.refusal(outcome)
                .map(refused -> {
                    String key = refused.fields().values().stream().findFirst().orElse(refused.reason());
                    ModelAndView page = page(
                            actor,
                            refused.kind() == Outcome.Kind.UNKNOWN
                                    ? words.of("desk.refused.no-view")
                                    : words.of(key, KeepingViews.LONGEST_NAME, KeepingViews.MOST),
                            name,
                            asked);
                    page.setStatus(Acts.status(refused.kind()));
                    return page;
                })
                .orElseGet(() -> Acts.seeOther(next));
    }

    // what was to be saved comes back with what is wrong
    private ModelAndView page(Actor.Person actor, String problem, String name, String asked) {
        List<Shown> all = keeping.of(actor).stream()
                .map(view -> new Shown(view.id(), view.name(), Asking.address(Asking.again(view.asked()))))
                .toList();
        return new ModelAndView("review/desk-views")
                .addObject("views", all)
                .addObject("problem", problem)
                .addObject("name", name)
                .addObject("asked", asked)
                .addObject("longestName", KeepingViews.LONGEST_NAME);
    }
}
