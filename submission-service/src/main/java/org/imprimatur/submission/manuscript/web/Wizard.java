package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the pages of the wizard share: whose manuscript, which step, and how an outcome is answered. */
@Component
class Wizard {
    /** The field that says what a list showed when its author began to type. */
    static final String ROWS = "was-rows";

    private final DraftingManuscripts drafting;
    private final JournalsKnown journals;
    private final Papers papers;
    private final DomainClock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Words words;

    Wizard(
            DraftingManuscripts drafting,
            JournalsKnown journals,
            Papers papers,
            DomainClock clock,
            TransactionTemplate transaction,
            JsonMapper json,
            Words words) {
        this.drafting = drafting;
        this.journals = journals;
        this.papers = papers;
        this.clock = clock;
        this.transaction = transaction;
        this.json = json;
        this.words = words;
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
                return Refusals.respond(model, HttpStatus.CONFLICT, words.say(notNow.reason()));
            }
            if (outcome instanceof Outcome.ChangedMeanwhile meanwhile) {
                return changed == null
                        ? Refusals.respond(model, HttpStatus.CONFLICT, words.say("not-now.changed"))
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

    /**
     * Says in place that what was typed is kept, and gives the form the revision it now stands on.
     *
     * @param whys of each text field that couldn't be kept, why; "" of all others
     */
    ModelAndView saved(Manuscript manuscript, Map<String, String> whys) {
        String first =
                whys.values().stream().filter(why -> !why.isEmpty()).findFirst().orElse("");
        ModelAndView page = new ModelAndView(
                "submission/saved",
                Map.of("revision", manuscript.revision(), "at", now(), "message", first, "whys", whys));
        return first.isEmpty() ? page : refused(page);
    }

    /** Says in place what another window stored; nothing is stored until the author has chosen. */
    ModelAndView changedInPlace(Manuscript now, Map<String, String> stored, String page) {
        HttpServletResponse response =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
        response.setHeader("HX-Retarget", "#meanwhile");
        response.setHeader("HX-Reswap", "outerHTML");
        return new ModelAndView(
                "submission/meanwhile",
                Map.of("manuscript", now, "meanwhile", stored, "over", now.revision(), "page", page));
    }

    /** What a list showed, for a field of its form. */
    String rows(List<?> shown) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(shown));
    }

    /** What the list of this form showed; empty where the form doesn't say so, or nothing that can be read. */
    <T> Optional<List<T>> rows(Form form, TypeReference<List<T>> type) {
        try {
            String said = form.value(ROWS);
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(json.readValue(Base64.getUrlDecoder().decode(said), type));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** The revision that the form was opened on, or the one that the author has chosen to write over. */
    static long seen(Form form) {
        return Numbers.typed(form.value("over"), Numbers.typed(form.value("revision"), -1));
    }

    ReportView report(String document) {
        return ReportView.of(json.readTree(papers.read(document).orElseThrow()));
    }

    List<NavItem> navigation() {
        return List.of(
                new NavItem(words.say("nav.my-work"), "/author", false),
                new NavItem(words.say("nav.submit"), "/author/submit", true));
    }

    Map<String, Object> step(Manuscript manuscript, String now) {
        Map<String, Object> model = new HashMap<>();
        model.put("navigation", navigation());
        model.put("manuscript", manuscript);
        model.put("articleType", articleType(manuscript.type()));
        model.put("came", came(manuscript, now));
        model.put("proposal", manuscript.proposal());
        journals.find(manuscript.journal()).ifPresent(journal -> {
            model.put("journalName", journal.title());
            model.put("sectionTitle", journal.sectionTitle(manuscript.section()));
        });
        model.put(
                "steps",
                List.of(
                        step(
                                manuscript,
                                manuscript.reopening().isPresent() ? "revised" : "file",
                                "file",
                                now,
                                HandingInRules.problemsOfFile(manuscript).isEmpty()),
                        step(
                                manuscript,
                                "about",
                                "about",
                                now,
                                HandingInRules.problemsAbout(manuscript).isEmpty()),
                        step(
                                manuscript,
                                "contributors",
                                "contributors",
                                now,
                                HandingInRules.problemsOfContributors(manuscript)
                                        .isEmpty()),
                        step(
                                manuscript,
                                "reviewers",
                                "reviewers",
                                now,
                                HandingInRules.problemsOfReviewers(manuscript).isEmpty()),
                        step(manuscript, "look", "look", now, false)));
        return model;
    }

    // what on this step was read out of the file, in words
    private String came(Manuscript manuscript, String step) {
        return manuscript.metadata().fromFile().stream()
                .sorted()
                .filter(part -> (part == Metadata.Part.CONTRIBUTORS) == step.equals("contributors"))
                .map(part -> part == Metadata.Part.CONTRIBUTORS
                        ? words.say(
                                "part.contributors.count",
                                manuscript.metadata().contributors().size())
                        : words.say("part." + part.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    String articleType(ArticleType type) {
        return words.say("type." + type.jats());
    }

    private Step step(Manuscript manuscript, String label, String page, String now, boolean done) {
        boolean here = page.equals(now);
        return new Step(
                words.say("step." + label),
                words.say(here ? "step.here" : done ? "step.complete" : "step.open"),
                here ? "is-now" : done ? "is-done" : null,
                here ? null : "/author/manuscripts/" + manuscript.id() + "/" + page);
    }
}
