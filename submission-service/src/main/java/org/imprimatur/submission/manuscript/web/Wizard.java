package org.imprimatur.submission.manuscript.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.DraftingManuscripts;
import org.imprimatur.submission.manuscript.HandingInRules;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Papers;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.Step;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** What the pages of the wizard share: whose manuscript, which step, and how an outcome is answered. */
@Component
class Wizard {

    private final DraftingManuscripts drafting;
    private final JournalsKnown journals;
    private final Papers papers;
    private final DomainClock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Wizard(
            DraftingManuscripts drafting,
            JournalsKnown journals,
            Papers papers,
            DomainClock clock,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.drafting = drafting;
        this.journals = journals;
        this.papers = papers;
        this.clock = clock;
        this.transaction = transaction;
        this.json = json;
    }

    /** The domain's time, no finer than the database keeps it: what is said again is what was said. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Actor.Person actor(SignedIn person) {
        return new Actor.Person(person.account(), person.name());
    }

    Manuscript own(SignedIn person, String id) {
        return drafting.own(actor(person), id).orElseThrow(() -> new NotYours("manuscript"));
    }

    /** The page of an open manuscript; what isn't open any more is shown as it stands. */
    ModelAndView whileOpen(SignedIn person, String id, Function<Manuscript, ModelAndView> page) {
        Manuscript manuscript = own(person, id);
        return manuscript.open() ? page.apply(manuscript) : new ModelAndView("redirect:/author/manuscripts/" + id);
    }

    Outcome inTransaction(Supplier<Outcome> act) {
        return transaction.execute(status -> act.get());
    }

    /** How an outcome is answered; what isn't set is answered with a page of its own. */
    final class Answer {

        private final Outcome outcome;
        private final Model model;
        private Function<Manuscript, ModelAndView> changed;

        private Answer(Outcome outcome, Model model) {
            this.outcome = outcome;
            this.model = model;
        }

        /** With a page on which the author sees the other window's change and keeps what they typed. */
        Answer changed(Function<Manuscript, ModelAndView> page) {
            changed = page;
            return this;
        }

        ModelAndView with(Function<Manuscript, ModelAndView> done, Function<Outcome.Wrong, ModelAndView> wrong) {
            if (outcome instanceof Outcome.Done it) {
                return done.apply(it.manuscript());
            }
            if (outcome instanceof Outcome.Already already) {
                return done.apply(already.manuscript());
            }
            if (outcome instanceof Outcome.Wrong it) {
                return wrong.apply(it);
            }
            if (outcome instanceof Outcome.NotNow notNow) {
                return Refusals.respond(model, HttpStatus.CONFLICT, notNow.reason());
            }
            if (outcome instanceof Outcome.ChangedMeanwhile meanwhile) {
                return changed == null
                        ? Refusals.respond(
                                model,
                                HttpStatus.CONFLICT,
                                "It was changed in another window. Load the page again to see how it stands now.")
                        : status(HttpStatus.CONFLICT, changed.apply(meanwhile.manuscript()));
            }
            throw new NotYours("manuscript");
        }
    }

    Answer answer(Outcome outcome, Model model) {
        return new Answer(outcome, model);
    }

    static ModelAndView refused(ModelAndView page) {
        return status(HttpStatus.UNPROCESSABLE_CONTENT, page);
    }

    private static ModelAndView status(HttpStatus status, ModelAndView page) {
        page.setStatus(status);
        return page;
    }

    static Form errors(Form form, List<Problem> problems) {
        Form judged = form;
        for (Problem problem : problems) {
            judged = judged.error(problem.field(), problem.message());
        }
        return judged;
    }

    /** Says in place that what was typed is kept, and gives the form the revision it now stands on. */
    ModelAndView saved(Manuscript manuscript) {
        return new ModelAndView(
                "submission/saved", Map.of("revision", manuscript.revision(), "at", now(), "message", ""));
    }

    /** Says in place why it isn't kept. */
    static ModelAndView notSaved(String message) {
        return refused(new ModelAndView("submission/saved", Map.of("message", message)));
    }

    ReportView report(String document) {
        return ReportView.of(json.readTree(papers.read(document).orElseThrow()));
    }

    static List<NavItem> navigation() {
        return List.of(
                new NavItem("My work", "/author", false), new NavItem("Submit a manuscript", "/author/submit", true));
    }

    Map<String, Object> step(Manuscript manuscript, String now) {
        Map<String, Object> model = new HashMap<>();
        model.put("navigation", navigation());
        model.put("manuscript", manuscript);
        model.put("articleType", articleType(manuscript.type()));
        model.put("came", came(manuscript, now));
        journals.find(manuscript.journal()).ifPresent(journal -> {
            model.put("journalName", journal.title());
            model.put("sectionTitle", journal.sectionTitle(manuscript.section()));
        });
        String base = "/author/manuscripts/" + manuscript.id() + "/";
        boolean revision = manuscript.reopening().isPresent();
        model.put(
                "steps",
                List.of(
                        step(
                                revision ? "Revised file and response" : "File",
                                base + "file",
                                now.equals("file"),
                                HandingInRules.problemsOfFile(manuscript).isEmpty()),
                        step(
                                "Title, abstract, keywords",
                                base + "about",
                                now.equals("about"),
                                HandingInRules.problemsAbout(manuscript).isEmpty()),
                        step(
                                "Contributors",
                                base + "contributors",
                                now.equals("contributors"),
                                HandingInRules.problemsOfContributors(manuscript)
                                        .isEmpty()),
                        step("Last look", base + "look", now.equals("look"), false)));
        return model;
    }

    // what on this step was read out of the file, in words
    private static String came(Manuscript manuscript, String step) {
        return manuscript.metadata().fromFile().stream()
                .sorted()
                .filter(part -> (part == Metadata.Part.CONTRIBUTORS) == step.equals("contributors"))
                .map(part -> switch (part) {
                    case TITLE -> "title";
                    case ABSTRACT -> "abstract";
                    case KEYWORDS -> "keywords";
                    case CONTRIBUTORS ->
                        manuscript.metadata().contributors().size() == 1
                                ? "1 contributor"
                                : "%d contributors"
                                        .formatted(manuscript
                                                .metadata()
                                                .contributors()
                                                .size());
                })
                .collect(Collectors.joining(", "));
    }

    static String articleType(ArticleType type) {
        return switch (type) {
            case RESEARCH_ARTICLE -> "Research article";
            case REVIEW_ARTICLE -> "Review article";
            case BOOK_REVIEW -> "Book review";
        };
    }

    private static Step step(String label, String href, boolean now, boolean done) {
        return new Step(
                label,
                now ? "you are here" : done ? "complete" : "still open",
                now ? "is-now" : done ? "is-done" : null,
                now ? null : href);
    }
}
