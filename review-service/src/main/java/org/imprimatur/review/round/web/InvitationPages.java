package org.imprimatur.review.round.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.AnsweringInvitations;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Revoked;
import org.imprimatur.review.round.ManuscriptText;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.Review.Question;
import org.imprimatur.review.round.Review.Recommendation;
import org.imprimatur.review.round.Review.Score;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.round.WhatReviewersSee;
import org.imprimatur.review.round.WhatReviewersSee.Seen;
import org.imprimatur.review.round.WritingReviews;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a reviewer sees of an invitation and writes for it, whichever door they came by: {@link LinkPages} or {@link
 * OwnInvitationPages}. It is the same review behind both. GET changes nothing, since mail programs follow links by
 * themselves; only POST acts.
 */
abstract class InvitationPages {

    final Rounds rounds;
    final WhatReviewersSee seen;
    private final ManuscriptText text;
    private final AnsweringInvitations answering;
    private final WritingReviews writing;
    private final Reviewers reviewers;
    private final FilesSeen filesSeen;
    private final Acts acts;
    private final DomainClock clock;

    InvitationPages(
            Rounds rounds,
            WhatReviewersSee seen,
            ManuscriptText text,
            AnsweringInvitations answering,
            WritingReviews writing,
            Reviewers reviewers,
            FilesSeen filesSeen,
            Acts acts,
            DomainClock clock) {
        this.rounds = rounds;
        this.seen = seen;
        this.text = text;
        this.answering = answering;
        this.writing = writing;
        this.reviewers = reviewers;
        this.filesSeen = filesSeen;
        this.acts = acts;
        this.clock = clock;
    }

    @ModelAttribute
    void unseen(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping
    ModelAndView invitation(@PathVariable String key, Model page) {
        Seen all = find(key).orElse(null);
        return all == null ? unknown(page) : state(all, key, Form.empty());
    }

    @PostMapping
    ModelAndView answer(@PathVariable String key, HttpServletRequest request, Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        Form form = Form.typed(request);
        Actor.Reviewer actor = new Actor.Reviewer(all.invitation().id());
        String answer = form.value("answer");
        Outcome outcome = switch (answer) {
            case "yes" -> acts.act(() -> inTheirLanguage(all, answering.accept(actor, clock.instant())));
            case "no" ->
                acts.act(() -> inTheirLanguage(all, answering.decline(actor, form.value("reason"), clock.instant())));
            default -> Outcome.invalid(Map.of("answer", "Say yes or no."));
        };
        Optional<Outcome.Refused> refused = Acts.refusal(outcome);
        if (refused.isPresent()) {
            return again(all, key, form, refused.get());
        }
        return Acts.seeOther(path(key) + (answer.equals("yes") ? "/report" : ""));
    }

    // what is written to them from now on is in the language in which they read this
    private Outcome inTheirLanguage(Seen all, Outcome outcome) {
        reviewers.reads(
                all.invitation().reviewer(), LocaleContextHolder.getLocale().getLanguage());
        return outcome;
    }

    @GetMapping("/report")
    ModelAndView report(@PathVariable String key, Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        if (!(all.invitation().state() instanceof Accepted)) {
            return state(all, key, Form.empty());
        }
        Review review = rounds.review(all.invitation().id())
                .orElse(Review.begun(all.invitation().id(), clock.instant()));
        note(all, "text");
        return report(all, key, filled(review), review);
    }

    /** The manuscript as a PDF, for those who read on paper. */
    @GetMapping("/report/copy")
    ResponseEntity<byte[]> copy(@PathVariable String key) {
        Seen all = find(key)
                .filter(one -> one.invitation().state() instanceof Accepted)
                .orElseThrow(() -> new NotYours("a reading copy"));
        String name = all.number() + "-v" + all.version();
        byte[] copy = text.copy(all.file(), all.number() + ", version " + all.version());
        note(all, "reading-copy");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(copy);
    }

    /** Keeps what is typed: by itself as the reviewer types, or by the button. */
    @PostMapping("/report/draft")
    ModelAndView save(
            @PathVariable String key,
            HttpServletRequest request,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        Form form = Form.typed(request);
        Optional<Outcome.Refused> refused = save(all, form);
        if (htmx != null) {
            ModelAndView saved = new ModelAndView("review/report-saved :: saved");
            refused.ifPresent(why -> {
                saved.addObject(
                        "problem",
                        why.fields().isEmpty()
                                ? why.reason()
                                : String.join(" ", why.fields().values()));
                saved.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            });
            return saved.addObject("at", clock.instant()).addObject("words", words(form.asTyped("to-authors")));
        }
        return refused.map(why -> again(all, key, form, why)).orElseGet(() -> Acts.seeOther(path(key) + "/report"));
    }

    /** A last look before it is sent: kept, complete, and shown as it will be read. */
    @PostMapping("/report/look")
    ModelAndView look(@PathVariable String key, HttpServletRequest request, Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        Form form = Form.typed(request);
        Optional<Outcome.Refused> refused = save(all, form);
        if (refused.isPresent()) {
            return again(all, key, form, refused.get());
        }
        Review draft = rounds.review(all.invitation().id()).orElseThrow();
        return draft.missing().isEmpty()
                ? new ModelAndView("review/report-look", model(all, key)).addObject("review", draft)
                : again(all, key, form, Outcome.invalid(draft.missing()));
    }

    /** Sends the review as it was kept. */
    @PostMapping("/report")
    ModelAndView submit(@PathVariable String key, Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        Review draft = rounds.review(all.invitation().id())
                .orElse(Review.begun(all.invitation().id(), clock.instant()));
        WritingReviews.Typed typed =
                new WritingReviews.Typed(draft.scores(), draft.toAuthors(), draft.toEditor(), draft.recommendation());
        return Acts.refusal(acts.act(
                        () -> writing.submit(new Actor.Reviewer(all.invitation().id()), typed, clock.instant())))
                .map(refused -> again(all, key, filled(draft), refused))
                .orElseGet(() -> Acts.seeOther(path(key)));
    }

    /** Gives an accepted review back. */
    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable String key, HttpServletRequest request, Model page) {
        Seen all = find(key).orElse(null);
        if (all == null) {
            return unknown(page);
        }
        Form form = Form.typed(request);
        return Acts.refusal(acts.act(() -> answering.withdraw(
                        new Actor.Reviewer(all.invitation().id()), form.value("reason"), clock.instant())))
                .map(refused -> again(all, key, form, refused))
                .orElseGet(() -> Acts.seeOther(path(key)));
    }

    // written before the bytes leave
    private void note(Seen all, String kind) {
        filesSeen.note(new FilesSeen.Seen(
                all.invitation().manuscript(),
                clock.instant(),
                new Actor.Reviewer(all.invitation().id()).id(),
                kind,
                all.version(),
                ""));
    }

    /** The invitation to which the door leads, for who may open it. */
    abstract Optional<Seen> find(String key);

    /** Where the invitation's pages begin. */
    abstract String path(String key);

    private Optional<Outcome.Refused> save(Seen all, Form form) {
        return Acts.refusal(
                acts.act(() -> writing.save(new Actor.Reviewer(all.invitation().id()), typed(form), clock.instant())));
    }

    ModelAndView unknown(Model page) {
        ModelAndView notFound = new ModelAndView("review/link-unknown", page.asMap());
        notFound.setStatus(HttpStatus.NOT_FOUND);
        return notFound;
    }

    /** The page that fits an invitation's state. */
    private ModelAndView state(Seen all, String key, Form form) {
        Invitation invitation = all.invitation();
        if (invitation.state() instanceof Invited) {
            return new ModelAndView("review/invitation", model(all, key)).addObject("form", form);
        }
        ModelAndView page = new ModelAndView("review/invitation-state", model(all, key));
        page.addObject("state", invitation.state().getClass().getSimpleName());
        if (invitation.state() instanceof Reviewed) {
            rounds.review(invitation.id()).ifPresent(review -> page.addObject("review", review));
        }
        if (invitation.state() instanceof Expired || invitation.state() instanceof Revoked) {
            page.setStatus(HttpStatus.GONE);
        }
        return page;
    }

    /** After a refusal: the form with all that was typed where there is still a form, else how things stand now. */
    private ModelAndView again(Seen before, String key, Form form, Outcome.Refused refused) {
        Seen all = seen.at(before.invitation().id()).orElse(before);
        ModelAndView page;
        if (all.invitation().state() instanceof Accepted && refused.kind() != Outcome.Kind.GONE) {
            Review kept = rounds.review(all.invitation().id())
                    .orElse(Review.begun(all.invitation().id(), clock.instant()));
            boolean typed = form.values().containsKey("to-authors");
            page = report(all, key, Acts.with(typed ? form : filled(kept), refused), kept);
        } else {
            page = state(all, key, Acts.with(form, refused));
            page.addObject("typed", form);
        }
        page.addObject("refusal", refused.reason());
        page.setStatus(Acts.status(refused.kind()));
        return page;
    }

    private ModelAndView report(Seen all, String key, Form form, Review kept) {
        return new ModelAndView("review/report", model(all, key))
                .addObject("form", form)
                .addObject("text", text.html(all.file()))
                .addObject("questions", Question.values())
                .addObject("scores", Score.values())
                .addObject("recommendations", Recommendation.values())
                .addObject("savedAt", kept.savedAt())
                .addObject("words", words(kept.toAuthors()));
    }

    private Map<String, Object> model(Seen all, String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("seen", all);
        model.put("link", path(key));
        model.put("own", path(key).startsWith("/reviewer/"));
        model.put("journalName", all.journalTitle());
        model.put("now", clock.instant());
        return model;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static WritingReviews.Typed typed(Form form) {
        Map<Question, Score> scores = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Score.of(form.value(question.field())).ifPresent(score -> scores.put(question, score));
        }
        return new WritingReviews.Typed(
                scores,
                form.asTyped("to-authors"),
                form.asTyped("to-editor"),
                Recommendation.of(form.value("recommendation")));
    }

    private static Form filled(Review review) {
        Form form = Form.empty()
                .with("to-authors", review.toAuthors())
                .with("to-editor", review.toEditor())
                .with(
                        "recommendation",
                        review.recommendation().map(Recommendation::key).orElse(null));
        for (var score : review.scores().entrySet()) {
            form = form.with(score.getKey().field(), score.getValue().key());
        }
        return form;
    }
}
