package org.imprimatur.review.reviewers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Matter;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.AddingReviewer;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.reviewers.Reviewers.After;
import org.imprimatur.review.reviewers.Reviewers.Listed;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class ReviewersPages {

    private static final String VIEW = "review/reviewers";
    private static final int PAGE = 25;

    private final Reviewers reviewers;
    private final AddingReviewer adding;
    private final Permissions permissions;
    private final Acts acts;
    private final DomainClock clock;
    private final ZoneId zone;

    ReviewersPages(
            Reviewers reviewers,
            AddingReviewer adding,
            Permissions permissions,
            Acts acts,
            DomainClock clock,
            @Value("${imprimatur.zone:UTC}") ZoneId zone) {
        this.reviewers = reviewers;
        this.adding = adding;
        this.permissions = permissions;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/editor/{journal}/reviewers")
    ModelAndView list(
            @PathVariable String journal,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) String afterName,
            @RequestParam(required = false) String afterId,
            @AuthenticationPrincipal SignedIn person) {
        if (!permissions.may(Acts.actor(person), Act.KEEP_REVIEWERS, Matter.of(journal))) {
            throw new NotYours("reviewers of " + journal);
        }
        After after = afterName == null || afterId == null ? null : new After(afterName, afterId);
        return new ModelAndView(VIEW, model(journal, q, after)).addObject("form", Form.empty());
    }

    @PostMapping("/editor/{journal}/reviewers")
    ModelAndView add(
            @PathVariable String journal,
            @AuthenticationPrincipal SignedIn person,
            HttpServletRequest request,
            Model page) {
        Form form = Form.typed(request);
        Reviewer reviewer = new Reviewer(
                UUID.randomUUID().toString(),
                form.value("name"),
                form.value("address"),
                form.value("affiliation"),
                form.value("expertise"));
        Optional<Outcome.Refused> refused =
                Acts.refusal(acts.act(() -> adding.add(Acts.actor(person), journal, reviewer, clock.instant())));
        if (refused.isEmpty()) {
            return Acts.seeOther(UriComponentsBuilder.fromPath("/editor/{journal}/reviewers")
                    .queryParam("q", "{q}")
                    .encode()
                    .buildAndExpand(journal, reviewer.address())
                    .toUriString());
        }
        return Acts.comesBack(refused.get())
                ? Acts.with(form, refused.get()).refused(VIEW, model(journal, "", null))
                : Acts.refused(page, refused.get());
    }

    private Map<String, Object> model(String journal, String words, After after) {
        List<Listed> found = reviewers.search(words, after, PAGE + 1);
        List<Listed> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, Object> model = new HashMap<>();
        model.put("journal", journal);
        model.put("q", words);
        model.put("reviewers", shown);
        model.put("first", after == null);
        model.put("today", LocalDate.ofInstant(clock.instant(), zone));
        if (found.size() > PAGE) {
            Reviewer last = shown.get(PAGE - 1).reviewer();
            model.put(
                    "later",
                    UriComponentsBuilder.fromPath("/editor/{journal}/reviewers")
                            .queryParam("q", "{q}")
                            .queryParam("afterName", "{name}")
                            .queryParam("afterId", "{id}")
                            .encode()
                            .buildAndExpand(journal, words, last.name(), last.id())
                            .toUriString());
        }
        return model;
    }
}
