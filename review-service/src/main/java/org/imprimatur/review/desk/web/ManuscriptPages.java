package org.imprimatur.review.desk.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.bpmn.ProcessDrawing;
import org.imprimatur.messaging.Traces;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.desk.MailTrail;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Invitation.Accepted;
import org.imprimatur.review.round.Invitation.Declined;
import org.imprimatur.review.round.Invitation.Expired;
import org.imprimatur.review.round.Invitation.Invited;
import org.imprimatur.review.round.Invitation.Reviewed;
import org.imprimatur.review.round.Invitation.Withdrew;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.Screenings;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.PersonsStep;
import org.imprimatur.web.Step;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One manuscript: where it is, what can be done now, people, files, reviews, letters, history, what comes next. */
@Controller
class ManuscriptPages {

    private static final String SUBMISSION = "submission";
    private static final List<String> ENDED = List.of("published", "rejected", "withdrawn");

    private record Stage(String label, List<String> steps) {}

    private static final List<Stage> WAY = List.of(
            new Stage("Screening", List.of("screening", "returned")),
            new Stage("Peer review", List.of("choosing-reviewers", "peer-review")),
            new Stage("Decision", List.of("decision", "revision")),
            new Stage("Production", List.of("production", "proof")),
            new Stage("Issue and pages", List.of("issue-assignment", "page-allocation", "issue-closing")),
            new Stage("DOI", List.of("doi-registration")),
            new Stage("Publication", List.of("publication", "published")));

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final Rounds rounds;
    private final Reviewers reviewers;
    private final Decisions decisions;
    private final Screenings screenings;
    private final History history;
    private final Letters letters;
    private final EditorialProcess process;
    private final ProcessDrawing drawing;
    private final Permissions permissions;
    private final People people;
    private final Journals journals;
    private final MailTrail mails;
    private final TroublePages troubles;
    private final Documents documents;
    private final Traces traces;
    private final Words words;
    private final JsonMapper json;
    private final DomainClock clock;

    ManuscriptPages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            Rounds rounds,
            Reviewers reviewers,
            Decisions decisions,
            Screenings screenings,
            History history,
            Letters letters,
            EditorialProcess process,
            ProcessDrawing drawing,
            Permissions permissions,
            People people,
            Journals journals,
            MailTrail mails,
            TroublePages troubles,
            Documents documents,
            Traces traces,
            Words words,
            JsonMapper json,
            DomainClock clock) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.rounds = rounds;
        this.reviewers = reviewers;
        this.decisions = decisions;
        this.screenings = screenings;
        this.history = history;
        this.letters = letters;
        this.process = process;
        this.drawing = drawing;
        this.permissions = permissions;
        this.people = people;
        this.journals = journals;
        this.mails = mails;
        this.troubles = troubles;
        this.documents = documents;
        this.traces = traces;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** Something that can be done now; {@code post} asks nothing more, else it leads to a form. */
    record Doable(String label, String href, boolean post, Map<String, String> values, boolean first) {}

    /** One invitation with what came of it. */
    record Asked(
            String id,
            int round,
            String reviewer,
            String tone,
            String state,
            String more,
            boolean open,
            Review review) {}

    /** Something that will happen by itself. */
    record Planned(Instant at, String what) {}

    /** A letter that left, or that is held. */
    record Sent(Instant at, String title, String href) {}

    @GetMapping("/editor/manuscripts/{number}")
    ModelAndView show(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = seeing.see(actor, number).orElseThrow(() -> new NotYours("manuscript " + number));
        String id = manuscript.id();
        Instant now = clock.instant();
        boolean reviewsToo = permissions.may(actor, Act.SEE_REVIEWS, manuscript.matter());
        Map<String, Object> model = new HashMap<>();
        model.put("manuscript", manuscript);
        model.put("section", journals.section(manuscript.journal(), manuscript.section()));
        model.put("byLine", manuscripts.byLine(id));
        model.put("versions", reversed(manuscripts.versions(id)));
        Optional<Standing> standing = manuscripts.standing(id);
        standing.ifPresent(stands -> {
            model.put("standing", stands);
            model.put("step", words.step(stands.step()));
            model.put("where", where(stands));
            model.put("way", steps(stands));
            model.put("late", stands.until().filter(now::isAfter).isPresent());
            model.put("yours", stands.account().filter(person.account()::equals).isPresent());
        });
        EditorialProcess.Way way = process.way(id);
        model.put("drawing", drawing.svg(way.model(), new HashSet<>(way.passed()), new HashSet<>(way.now())));
        model.put("doable", doable(manuscript, actor));
        model.put("planned", planned(manuscript, standing));
        manuscript.handlingEditor().ifPresent(editor -> model.put("handlingEditor", people.nameOf(editor)));
        model.put("reviewsToo", reviewsToo);
        model.put("mayRevoke", permissions.may(actor, Act.CHOOSE_REVIEWERS, manuscript.matter()));
        if (reviewsToo) {
            model.put("asked", asked(manuscript));
            rounds.latest(id).ifPresent(round -> {
                model.put("round", round.round());
                model.put("waiting", names(round));
            });
            model.put("letters", letters(manuscript));
            decisions.held(id).ifPresent(held -> {
                model.put("held", held);
                model.put("heldBy", people.nameOf(held.by()));
                model.put("mayRecall", permissions.may(actor, Act.DECIDE, manuscript.matter()));
            });
        }
        List<History.Entry> happened = history.of(id);
        withdrawal(happened).ifPresent(reason -> model.put("withdrawal", reason));
        Optional<String> trace = traces.of(id);
        trace.ifPresent(known -> model.put("trace", known));
        model.put(
                "history",
                words.history(
                        happened.stream()
                                .filter(entry -> reviewsToo || !ofReview(entry))
                                .toList(),
                        mails.of(id).stream()
                                .filter(sent ->
                                        reviewsToo || !sent.mail().recipient().startsWith("reviewer/"))
                                .toList(),
                        manuscripts.byLine(id),
                        trace));
        model.put("troubles", troubles.of(actor, id));
        return new ModelAndView(htmx == null ? "review/manuscript" : "review/manuscript :: work", model);
    }

    /** A file of a version, for editors: the author's own file, with a name that says nothing but the number. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String number, @PathVariable int version, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + "-v" + version + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(documents.fetch(version(manuscript, version).file(), SUBMISSION));
    }

    /** What the intake found in a version. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/intake")
    ModelAndView intake(
            @PathVariable String number, @PathVariable int version, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
        JsonNode report =
                json.readTree(documents.fetch(version(manuscript, version).intakeReport(), SUBMISSION));
        List<Map<String, String>> findings = new ArrayList<>();
        for (JsonNode finding : report.path("findings")) {
            Map<String, String> one = new HashMap<>();
            for (String field : List.of("severity", "message", "citation", "reference", "suggestion", "section")) {
                one.put(field, finding.path(field).asString(""));
            }
            findings.add(one);
        }
        return new ModelAndView(
                "review/intake",
                Map.of(
                        "manuscript", manuscript,
                        "version", version,
                        "citations", report.path("citations").asInt(0),
                        "references", report.path("references").asInt(0),
                        "findings", findings));
    }

    /** What the author answered to the reviewers. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/response")
    ModelAndView response(
            @PathVariable String number, @PathVariable int version, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
        String response = version(manuscript, version)
                .response()
                .orElseThrow(() -> new NotYours("no response with version " + version));
        JsonNode kept = json.readTree(documents.fetch(response, SUBMISSION));
        return new ModelAndView(
                "review/letter",
                Map.of(
                        "manuscript",
                        manuscript,
                        "subject",
                        "Response to the reviewers, version " + version,
                        "body",
                        kept.path("text").asString("")));
    }

    @GetMapping("/editor/manuscripts/{number}/letters/{letter}")
    ModelAndView letter(
            @PathVariable String number, @PathVariable String letter, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = seeing.see(Acts.actor(person), number, Act.SEE_REVIEWS)
                .orElseThrow(() -> new NotYours("manuscript " + number));
        boolean ofThis = decisions.of(manuscript.id()).stream()
                        .anyMatch(one -> one.state() instanceof InEffect left
                                && left.document().equals(letter))
                || screenings.of(manuscript.id()).stream()
                        .anyMatch(one -> one.document().equals(Optional.of(letter)));
        if (!ofThis) {
            throw new NotYours("letter " + letter);
        }
        Letters.Letter kept = letters.read(letter);
        return new ModelAndView(
                "review/letter", Map.of("manuscript", manuscript, "subject", kept.subject(), "body", kept.body()));
    }

    private Version version(Manuscript manuscript, int number) {
        return manuscripts.versions(manuscript.id()).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> new NotYours("version " + number + " of " + manuscript.number()));
    }

    /** Why the author took it back, in the author's words. */
    private Optional<String> withdrawal(List<History.Entry> happened) {
        return happened.stream()
                .filter(entry -> entry.what().equals("withdrawn"))
                .flatMap(entry -> entry.words().stream())
                .findFirst()
                .map(document -> new String(documents.fetch(document, SUBMISSION), StandardCharsets.UTF_8));
    }

    // a production editor reads what concerns production, not who reviewed
    private static boolean ofReview(History.Entry entry) {
        return entry.actor().startsWith("invitation/")
                || entry.words().stream().anyMatch(word -> word.startsWith("reviewer/"));
    }

    private String where(Standing stands) {
        if (ENDED.contains(stands.step())) {
            return words.step(stands.step());
        }
        if (stands.nextWhat().filter("letter"::equals).isPresent()) {
            return "Decided; the letter is held";
        }
        String whose = words.whose(stands.whose(), stands.account());
        return "With " + whose.replaceFirst("^The ", "the ") + ", " + words.owed(stands.step());
    }

    /** The way in seven steps; a manuscript that left it has none to show. */
    private static List<Step> steps(Standing stands) {
        int now = -1;
        for (int n = 0; n < WAY.size(); n++) {
            now = WAY.get(n).steps().contains(stands.step()) ? n : now;
        }
        if (now < 0) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int n = 0; n < WAY.size(); n++) {
            String label = WAY.get(n).label();
            boolean over = n < now || stands.step().equals("published");
            steps.add(over ? Step.done(label, null) : n == now ? Step.now(label, null) : Step.later(label, null));
        }
        return steps;
    }

    private List<Doable> doable(Manuscript manuscript, Actor.Person actor) {
        String base = "/editor/manuscripts/" + manuscript.number();
        List<Doable> all = new ArrayList<>();
        for (PersonsStep step : process.waiting(manuscript.id())) {
            switch (step) {
                case SCREEN -> offer(all, actor, Act.SCREEN, manuscript, "Screen", base + "/screening");
                case CHOOSE_REVIEWERS ->
                    offer(all, actor, Act.CHOOSE_REVIEWERS, manuscript, "Choose reviewers", base + "/reviewers");
                case DECIDE -> offer(all, actor, Act.DECIDE, manuscript, "Decide", base + "/decision");
                case CHECK_REVISION ->
                    offer(all, actor, Act.DECIDE, manuscript, "Check the revision", base + "/decision");
                case JUDGE_OVERDUE_REVISION ->
                    offer(all, actor, Act.DECIDE, manuscript, "Judge the overdue revision", base + "/revision");
                case START_PRODUCTION -> act(all, actor, manuscript, "Start production", step, Map.of());
                case MEND_GALLEY -> act(all, actor, manuscript, "Make the galley again", step, Map.of());
                case MEND_SCHEDULE -> act(all, actor, manuscript, "Try again", step, Map.of());
                case MEND_DEPOSIT -> {
                    act(all, actor, manuscript, "Deposit again", step, Map.of("deposit", "again"));
                    act(all, actor, manuscript, "Give the deposit up", step, Map.of("deposit", "give-up"));
                }
            }
        }
        return all;
    }

    private void offer(
            List<Doable> all, Actor.Person actor, Act act, Manuscript manuscript, String label, String href) {
        if (permissions.may(actor, act, manuscript.matter())) {
            all.add(new Doable(label, href, false, Map.of(), all.isEmpty()));
        }
    }

    private void act(
            List<Doable> all,
            Actor.Person actor,
            Manuscript manuscript,
            String label,
            PersonsStep step,
            Map<String, String> values) {
        if (permissions.may(actor, Act.PRODUCE, manuscript.matter())) {
            String href = "/editor/manuscripts/" + manuscript.number() + "/production/" + step.id();
            all.add(new Doable(label, href, true, values, all.isEmpty()));
        }
    }

    private List<Planned> planned(Manuscript manuscript, Optional<Standing> standing) {
        List<Planned> planned = new ArrayList<>(process.planned(manuscript.id()).stream()
                .map(act -> new Planned(
                        act.at(),
                        words.planned(act.what())
                                + rounds.invitation(act.about() == null ? "" : act.about())
                                        .flatMap(one -> reviewers.find(one.reviewer()))
                                        .map(reviewer -> ": " + reviewer.name())
                                        .orElse("")))
                .toList());
        if (planned.isEmpty()) {
            standing.flatMap(stands -> stands.nextWhat()
                            .flatMap(what -> stands.nextAt().map(at -> new Planned(at, words.planned(what)))))
                    .ifPresent(planned::add);
        }
        planned.sort(Comparator.comparing(Planned::at));
        return planned;
    }

    private List<Asked> asked(Manuscript manuscript) {
        List<Asked> all = new ArrayList<>();
        int newest = rounds.latest(manuscript.id()).map(ReviewRound::round).orElse(0);
        for (int round = newest; round > 0; round--) {
            for (Invitation invitation : rounds.invitations(manuscript.id(), round)) {
                all.add(asked(invitation));
            }
        }
        return all;
    }

    private Asked asked(Invitation invitation) {
        String name = reviewers.find(invitation.reviewer()).map(Reviewer::name).orElseThrow();
        Review review = invitation.state() instanceof Reviewed
                ? rounds.review(invitation.id()).orElseThrow()
                : null;
        String tone;
        String state;
        String more = null;
        Instant now = clock.instant();
        if (invitation.state() instanceof Invited) {
            tone = "is-wait";
            state = "Invited";
            more = "answer by " + words.day(invitation.answerBy());
        } else if (invitation.state() instanceof Accepted accepted) {
            boolean late = accepted.reviewBy().isBefore(now);
            tone = late ? "is-late" : "is-wait";
            state = late ? "Review late" : "Reviewing";
            more = "due " + words.day(accepted.reviewBy());
        } else if (invitation.state() instanceof Declined declined) {
            tone = "";
            state = "Declined";
            more = declined.reason();
        } else if (invitation.state() instanceof Expired) {
            tone = "";
            state = "No answer";
        } else if (invitation.state() instanceof Reviewed reviewed) {
            tone = "is-done";
            state = review.recommendation().orElseThrow().words();
            more = "in on " + words.day(reviewed.at());
        } else if (invitation.state() instanceof Withdrew withdrew) {
            tone = "is-bad";
            state = "Gave it back";
            more = withdrew.reason();
        } else {
            tone = "";
            state = "Taken back";
        }
        return new Asked(invitation.id(), invitation.round(), name, tone, state, more, invitation.isOpen(), review);
    }

    private List<String> names(ReviewRound round) {
        return round.candidates().stream()
                .filter(candidate -> candidate.invitation().isEmpty())
                .flatMap(candidate -> reviewers.find(candidate.reviewer()).stream())
                .map(Reviewer::name)
                .toList();
    }

    private List<Sent> letters(Manuscript manuscript) {
        String base = "/editor/manuscripts/" + manuscript.number() + "/letters/";
        List<Sent> all = new ArrayList<>();
        for (Screening screening : screenings.of(manuscript.id())) {
            screening
                    .document()
                    .ifPresent(document -> all.add(new Sent(
                            screening.at(),
                            screening.verdict() == Screening.Verdict.RETURN
                                    ? "Returned to the author"
                                    : "Rejected without review",
                            base + document)));
        }
        for (Decision decision : decisions.of(manuscript.id())) {
            if (decision.state() instanceof InEffect left) {
                all.add(new Sent(left.at(), decision.kind().words(), base + left.document()));
            }
        }
        all.sort(Comparator.comparing(Sent::at).reversed());
        return all;
    }

    private static List<Version> reversed(List<Version> versions) {
        List<Version> newestFirst = new ArrayList<>(versions);
        java.util.Collections.reverse(newestFirst);
        return newestFirst;
    }
}
