package org.imprimatur.submission.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.submission.manuscript.HandingInRules;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.submission.manuscript.Reopening;
import org.imprimatur.submission.portal.Journey;
import org.imprimatur.submission.portal.Place;
import org.imprimatur.submission.portal.Receipts;
import org.imprimatur.web.NavItem;
import org.imprimatur.web.Step;
import org.imprimatur.web.words.Clocked;
import org.imprimatur.web.words.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in plain words where a manuscript is, what comes next and what is the author's to do. */
@Component
class Wording {

    // the author's line of steps: each stands for some of the journal's
    private static final Map<String, Set<Place.Step>> WAY = new LinkedHashMap<>();

    static {
        WAY.put("submitted", Set.of());
        WAY.put("screened", EnumSet.of(Place.Step.SCREENING, Place.Step.RETURNED));
        WAY.put("reviewed", EnumSet.of(Place.Step.CHOOSING_REVIEWERS, Place.Step.PEER_REVIEW, Place.Step.REVISION));
        WAY.put("decided", EnumSet.of(Place.Step.DECISION));
        WAY.put("proof", EnumSet.of(Place.Step.PRODUCTION, Place.Step.PROOF));
        WAY.put("issue", EnumSet.of(Place.Step.ISSUE_ASSIGNMENT, Place.Step.PAGE_ALLOCATION, Place.Step.ISSUE_CLOSING));
        WAY.put("published", EnumSet.of(Place.Step.DOI_REGISTRATION, Place.Step.PUBLICATION, Place.Step.PUBLISHED));
    }

    // what the journal does by itself and its authors may know
    private static final Set<String> PLANNED = Set.of("reminder", "expiry");

    private final MessageSource words;
    private final Dates dates;

    Wording(MessageSource words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    ManuscriptView view(Manuscript manuscript, Journey journey, String journal, Instant now) {
        String title = manuscript.metadata().title().isBlank()
                ? say("submission.untitled")
                : manuscript.metadata().title();
        return new ManuscriptView(
                manuscript.id(),
                manuscript.number().orElse(""),
                title,
                journal,
                manuscript.stage(),
                steps(manuscript, journey),
                next(manuscript, journey),
                tasks(manuscript, journey, title, now),
                journey.letters().size(),
                manuscript.versions().size(),
                journey.publication().map(Journey.Publication::doi).orElse(null),
                journey.publication().map(Journey.Publication::publishedAt).orElse(null),
                manuscript.canBeWithdrawn());
    }

    private List<Step> steps(Manuscript manuscript, Journey journey) {
        if (manuscript.versions().isEmpty()) {
            return List.of();
        }
        Optional<Place> here = journey.now();
        Place.Step now = here.map(Place::step).orElse(Place.Step.SCREENING);
        List<String> keys = List.copyOf(WAY.keySet());
        int at = now == Place.Step.PUBLISHED ? keys.size() : at(journey);
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            String key = keys.get(index);
            String label = say("submission.step." + key);
            if (index == 0) {
                steps.add(Step.done(
                        label, dates.shortDay(manuscript.versions().get(0).submittedAt())));
            } else if (index < at) {
                steps.add(Step.done(
                        label, lastIn(key, journey).map(dates::shortDay).orElse(null)));
            } else if (index == at) {
                steps.add(Step.now(label, say("submission.place." + key(now))));
            } else {
                steps.add(Step.later(label, null));
            }
        }
        return steps;
    }

    // an ended manuscript stays at the step where it ended
    private static int at(Journey journey) {
        List<String> keys = List.copyOf(WAY.keySet());
        for (int index = journey.places().size() - 1; index >= 0; index--) {
            Place.Step step = journey.places().get(index).step();
            for (int key = 0; key < keys.size(); key++) {
                if (WAY.get(keys.get(key)).contains(step)) {
                    return key;
                }
            }
        }
        return 1;
    }

    private static Optional<Instant> lastIn(String key, Journey journey) {
        return journey.places().stream()
                .filter(place -> WAY.get(key).contains(place.step()))
                .map(Place::since)
                .reduce((earlier, later) -> later);
    }

    private String next(Manuscript manuscript, Journey journey) {
        if (manuscript.stage() == Manuscript.Stage.WITHDRAWN) {
            return say("submission.next.withdrawn");
        }
        Optional<Place> here = journey.now();
        if (here.isEmpty()) {
            return say("submission.next.on-its-way");
        }
        Place place = here.get();
        String what = say("submission.next." + key(place.step()));
        String due = place.until()
                .map(until -> what + " " + say("submission.due", dates.day(until)))
                .orElse(what);
        return place.nextWhat()
                .filter(PLANNED::contains)
                .flatMap(planned ->
                        place.nextAt().map(at -> due + " " + say("submission.planned." + planned, dates.day(at))))
                .orElse(due);
    }

    private List<ManuscriptView.Task> tasks(Manuscript manuscript, Journey journey, String title, Instant now) {
        List<ManuscriptView.Task> tasks = new ArrayList<>();
        String base = "/author/manuscripts/" + manuscript.id();
        if (manuscript.stage() == Manuscript.Stage.DRAFT) {
            List<String> open = openSteps(manuscript);
            tasks.add(new ManuscriptView.Task(
                    say("submission.task.draft"),
                    "is-draft",
                    title,
                    open.isEmpty()
                            ? say("submission.task.draft.ready")
                            : say(
                                    "submission.task.draft.open",
                                    open.stream()
                                            .map(step -> say("step." + step))
                                            .collect(Collectors.joining(" · "))),
                    null,
                    manuscript.changedAt(),
                    null,
                    base + "/" + (open.isEmpty() ? "look" : open.get(0)),
                    say("submission.task.draft.act"),
                    base + "/discard"));
        }
        manuscript
                .reopening()
                .ifPresent(reopening -> tasks.add(new ManuscriptView.Task(
                        say(
                                reopening.kind() == Reopening.Kind.RETURNED
                                        ? "submission.task.returned"
                                        : "submission.task.revise"),
                        reopening.due().filter(due -> due.isBefore(now)).isPresent() ? "is-late" : "is-you",
                        title,
                        say(
                                reopening.kind() == Reopening.Kind.RETURNED
                                        ? "submission.task.returned.why"
                                        : "submission.task.revise.why"),
                        reopening.due().orElse(null),
                        null,
                        reopening
                                .due()
                                .map(due -> Clocked.of(reopening.since(), due, now))
                                .orElse(null),
                        base,
                        say("submission.task.revise.act"),
                        null)));
        journey.proofToCheck()
                .filter(proof -> manuscript.stage() == Manuscript.Stage.ACCEPTED)
                .ifPresent(proof -> tasks.add(new ManuscriptView.Task(
                        say("submission.task.proof"),
                        "is-you",
                        title,
                        say("submission.task.proof.why", proof.pages()),
                        journey.now().flatMap(Place::until).orElse(null),
                        null,
                        journey.now()
                                .flatMap(place -> place.until().map(until -> Clocked.of(place.since(), until, now)))
                                .orElse(null),
                        "/production/proofs/" + proof.proof(),
                        say("submission.task.proof.act"),
                        null)));
        return tasks;
    }

    private static List<String> openSteps(Manuscript draft) {
        Map<String, List<Problem>> steps = new LinkedHashMap<>();
        steps.put("file", HandingInRules.problemsOfFile(draft));
        steps.put("about", HandingInRules.problemsAbout(draft));
        steps.put("contributors", HandingInRules.problemsOfContributors(draft));
        steps.put("reviewers", HandingInRules.problemsOfReviewers(draft));
        return steps.entrySet().stream()
                .filter(step -> !step.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String letter(String kind) {
        return say("submission.letter." + kind);
    }

    String mail(Receipts.State state) {
        return say("submission.mail." + key(state));
    }

    String about(Receipts.Receipt receipt) {
        return receipt.withdrawal()
                ? say("submission.receipt.withdrawal")
                : say("submission.receipt.version", receipt.version());
    }

    String proof(Journey.ProofKnown proof) {
        return say("submission.proof." + proof.answered().orElse("waits"));
    }

    List<NavItem> navigation(boolean home) {
        return List.of(
                new NavItem(say("nav.my-work"), "/author", home),
                new NavItem(say("nav.submit"), "/author/submit", false));
    }

    static String tone(Receipts.State state) {
        return switch (state) {
            case HANDED_OVER -> "is-done";
            case QUEUED, UNCERTAIN, REFUSED -> "is-wait";
            case BOUNCED, FAILED -> "is-bad";
            case MOOT, RECALLED -> "";
        };
    }

    private String say(String key, Object... with) {
        return words.getMessage(key, with, LocaleContextHolder.getLocale());
    }
}
