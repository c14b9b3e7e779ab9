package org.imprimatur.review.desk.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.imprimatur.bpmn.ProcessDrawing;
import org.imprimatur.messaging.Traces;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Permissions;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.desk.Timeline;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.History.Entry;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.manuscript.VersionContents;
import org.imprimatur.review.notes.Note;
import org.imprimatur.review.notes.WritingNotes;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.pages.SinceOpened;
import org.imprimatur.review.production.GivingProofTime;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.Screenings;
import org.imprimatur.review.way.EditorialProcess;
import org.imprimatur.review.way.EditorialProcess.PlannedAct;
import org.imprimatur.web.Step;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.imprimatur.web.forms.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One manuscript: where it is, what can be done now, who must act, reviews, notes, files, letters, people, history. */
@Controller
class ManuscriptPages {

    private static final String SUBMISSION = "submission";
    private static final int NEWEST = 12;
    private static final List<String> ENDED = List.of("published", "rejected", "withdrawn");
    private static final Set<String> TOLD = Set.of("submitted", "revised", "withdrawn", "moved");

    private record Stage(String key, List<String> steps) {}

    private static final List<Stage> WAY = List.of(
            new Stage("screening", List.of("screening", "returned")),
            new Stage("review", List.of("choosing-reviewers", "peer-review")),
            new Stage("decision", List.of("decision", "revision")),
            new Stage("production", List.of("production", "proof")),
            new Stage("pages", List.of("issue-assignment", "page-allocation", "issue-closing")),
            new Stage("doi", List.of("doi-registration")),
            new Stage("publication", List.of("publication", "published")));

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final VersionContents contents;
    private final SideBySide sideBySide;
    private final Decisions decisions;
    private final Screenings screenings;
    private final History history;
    private final Timelines timelines;
    private final WritingNotes notes;
    private final Doing doing;
    private final GivingProofTime proofTime;
    private final EditorialProcess process;
    private final ProcessDrawing drawing;
    private final Permissions permissions;
    private final People people;
    private final Journals journals;
    private final TroublePages troubles;
    private final Documents documents;
    private final Traces traces;
    private final SinceOpened since;
    private final Words words;
    private final DomainClock clock;

    ManuscriptPages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            VersionContents contents,
            SideBySide sideBySide,
            Decisions decisions,
            Screenings screenings,
            History history,
            Timelines timelines,
            WritingNotes notes,
            Doing doing,
            GivingProofTime proofTime,
            EditorialProcess process,
            ProcessDrawing drawing,
            Permissions permissions,
            People people,
            Journals journals,
            TroublePages troubles,
            Documents documents,
            Traces traces,
            SinceOpened since,
            Words words,
            DomainClock clock) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.contents = contents;
        this.sideBySide = sideBySide;
        this.decisions = decisions;
        this.screenings = screenings;
        this.history = history;
        this.timelines = timelines;
        this.notes = notes;
        this.doing = doing;
        this.proofTime = proofTime;
        this.process = process;
        this.drawing = drawing;
        this.permissions = permissions;
        this.people = people;
        this.journals = journals;
        this.troubles = troubles;
        this.documents = documents;
        this.traces = traces;
        this.since = since;
        this.words = words;
        this.clock = clock;
    }

    /** Somebody who owes something. */
    record Must(String who, String what, Instant until, boolean late) {}

    /** Something that will happen by itself. */
    record Planned(Instant at, String what) {}

    /** A letter that left. */
    record Sent(Instant at, String title, String href) {}

    /** @param bytes -1 where it isn't known here */
    record Filed(String kind, String name, String type, long bytes, String href) {

        /** For people: kB and MB are of 1,000. */
        public String size() {
            return bytes < 0
                    ? "–"
                    : bytes < 1_000
                            ? bytes + " B"
                            : bytes < 1_000_000
                                    ? Math.round(bytes / 1_000.0) + " kB"
                                    : Math.round(bytes / 100_000.0) / 10.0 + " MB";
        }
    }

    /** A version with all that came with it. */
    record Handed(Version version, String by, List<Filed> files) {}

    /** A note as it is read. */
    record Read(Note note, String by, boolean own, List<String> mentioned) {}

    @GetMapping("/editor/manuscripts/{number}")
    ModelAndView show(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) String htmx,
            @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = Acts.actor(person);
        Manuscript manuscript = seeing.see(actor, number).orElseThrow(() -> new NotYours("manuscript " + number));
        String id = manuscript.id();
        Map<String, Object> model = new HashMap<>();
        // taken first: what happens while the page is made shows as news
        model.put("mark", since.mark(id));
        boolean reviewsToo = permissions.may(actor, Act.SEE_REVIEWS, manuscript.matter());
        boolean notesToo = permissions.may(actor, Act.NOTE, manuscript.matter());
        List<Contributor> byLine = manuscripts.byLine(id);
        List<Entry> told = history.of(id, TOLD);
        model.put("manuscript", manuscript);
        model.put("section", journals.section(manuscript.journal(), manuscript.section()));
        model.put("byLine", byLine);
        List<SideBySide.Round> rounds = sideBySide.of(id);
        Optional<Decision> held = decisions.held(id);
        Optional<Standing> standing = manuscripts.standing(id);
        standing.ifPresent(stands -> {
            model.put("standing", stands);
            model.put("step", words.step(stands.step()));
            model.put("where", where(stands));
            model.put("way", steps(stands, told));
            model.put("must", must(manuscript, stands, reviewsToo ? rounds : List.of()));
            model.put("late", stands.until().filter(clock.instant()::isAfter).isPresent());
            model.put("yours", stands.account().filter(person.account()::equals).isPresent());
        });
        Doing.Choice choice = doing.of(actor, manuscript, process.waiting(id));
        model.put("doable", choice.doable());
        model.put("notNow", choice.notNow());
        model.put("planned", planned(manuscript, standing, reviewsToo, held, rounds));
        manuscript.handlingEditor().ifPresent(editor -> model.put("handlingEditor", people.nameOf(editor)));
        model.put("reviewsToo", reviewsToo);
        model.put("mayRevoke", permissions.may(actor, Act.CHOOSE_REVIEWERS, manuscript.matter()));
        if (reviewsToo) {
            model.put("rounds", rounds);
            model.put("letters", letters(manuscript));
            held.ifPresent(decision -> {
                model.put("held", decision);
                model.put("heldBy", people.nameOf(decision.by()));
            });
        }
        model.put("notesToo", notesToo);
        if (notesToo) {
            model.put("notes", notes(actor, manuscript));
            Map<String, String> editors = new LinkedHashMap<>();
            notes.mentionable(actor, manuscript).forEach(one -> editors.put(one, people.nameOf(one)));
            model.put("editors", editors);
            model.put("form", Form.empty());
        }
        model.put("handed", handed(manuscript, told));
        withdrawal(told).ifPresent(reason -> model.put("withdrawal", reason));
        Optional<String> trace = traces.of(id);
        trace.ifPresent(known -> model.put("trace", known));
        Timelines.Read read = timelines.read(
                manuscript,
                new Timeline.Asked(
                        Optional.empty(), Optional.empty(), Optional.empty(), reviewsToo, notesToo, Optional.empty()),
                "",
                NEWEST,
                trace);
        model.put("lines", read.lines());
        model.put("filters", Map.of("kind", "", "how", "", "person", "", "q", ""));
        model.put("more", read.next() != null);
        model.put("troubles", troubles.of(actor, id));
        return new ModelAndView(htmx == null ? "review/manuscript" : "review/manuscript :: work", model);
    }

    /** The model's own drawing with the way so far and the token. */
    @GetMapping("/editor/manuscripts/{number}/way.svg")
    ResponseEntity<byte[]> way(@PathVariable String number, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
        EditorialProcess.Way way = process.way(manuscript.id());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noStore())
                .body(drawing.svg(way.model(), new HashSet<>(way.passed()), new HashSet<>(way.now()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What others did since a page of this manuscript was opened; nothing where there is no news. */
    @GetMapping("/editor/manuscripts/{number}/since")
    ModelAndView since(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "false") boolean fresh,
            @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript =
                seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
        return new ModelAndView(
                "review/since :: news",
                Map.of(
                        "manuscript",
                        manuscript,
                        "fresh",
                        fresh,
                        "changed",
                        since.since(manuscript.id(), seen, person.account())));
    }

    /** Why the author took it back, in the author's words. */
    private Optional<String> withdrawal(List<Entry> told) {
        return told.stream()
                .filter(entry -> entry.what().equals("withdrawn"))
                .flatMap(entry -> entry.words().stream())
                .findFirst()
                .map(document -> new String(documents.fetch(document, SUBMISSION), StandardCharsets.UTF_8));
    }

    private String where(Standing stands) {
        if (ENDED.contains(stands.step())) {
            return words.step(stands.step());
        }
        if (stands.nextWhat().filter("letter"::equals).isPresent()) {
            return words.of("page.where.held");
        }
        String whose = words.whose(stands.whose(), stands.account());
        return words.of("page.where", whose.replaceFirst("^The ", "the "), words.owed(stands.step()));
    }

    /** The way in seven steps, each with when it was come to; a manuscript that left it has none to show. */
    private List<Step> steps(Standing stands, List<Entry> told) {
        int now = -1;
        for (int n = 0; n < WAY.size(); n++) {
            now = WAY.get(n).steps().contains(stands.step()) ? n : now;
        }
        if (now < 0) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int n = 0; n < WAY.size(); n++) {
            Stage stage = WAY.get(n);
            String label = words.of("stage." + stage.key());
            String note = told.stream()
                    .filter(entry -> entry.what().equals("moved")
                            && stage.steps().contains(entry.words().get(0)))
                    .reduce((earlier, later) -> later)
                    .map(entry -> words.day(entry.at()))
                    .orElse(null);
            boolean over = n < now || stands.step().equals("published");
            steps.add(over ? Step.done(label, note) : n == now ? Step.now(label, note) : Step.later(label, null));
        }
        return steps;
    }

    private List<Must> must(Manuscript manuscript, Standing stands, List<SideBySide.Round> rounds) {
        if (ENDED.contains(stands.step())) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Must> owing = stands.whose().equals("reviewers") && !rounds.isEmpty()
                ? rounds.get(0).owing().stream()
                        .map(one -> new Must(
                                one.reviewer(), one.owed(), one.due(), one.due().isBefore(now)))
                        .toList()
                : List.of();
        Instant until = stands.until().orElse(null);
        if (!owing.isEmpty()) {
            return owing;
        }
        Must first = new Must(
                words.whose(stands.whose(), stands.account()),
                words.owed(stands.step()),
                until,
                until != null && until.isBefore(now));
        return proofTime
                .open(manuscript)
                .map(wish -> List.of(
                        first,
                        new Must(
                                words.whose("production-editor", Optional.empty()),
                                words.owed("proof-time"),
                                null,
                                false)))
                .orElse(List.of(first));
    }

    private List<Planned> planned(
            Manuscript manuscript,
            Optional<Standing> standing,
            boolean reviewsToo,
            Optional<Decision> held,
            List<SideBySide.Round> rounds) {
        Map<String, SideBySide.Asked> asked = new HashMap<>();
        rounds.forEach(round -> round.others().forEach(one -> asked.put(one.id(), one)));
        String next = rounds.stream()
                .flatMap(round -> round.waiting().stream())
                .findFirst()
                .orElse(null);
        List<Planned> planned = new ArrayList<>(process.planned(manuscript.id()).stream()
                .map(act -> new Planned(
                        act.at(),
                        planned(act, reviewsToo ? asked.get(String.valueOf(act.about())) : null, next, standing, held)))
                .toList());
        if (planned.isEmpty()) {
            standing.flatMap(stands -> stands.nextWhat()
                            .flatMap(what -> stands.nextAt()
                                    .map(at -> new Planned(
                                            at, planned(new PlannedAct(what, at, null), null, next, standing, held)))))
                    .ifPresent(planned::add);
        }
        planned.sort(Comparator.comparing(Planned::at));
        return planned;
    }

    /** What happens, and who gets what by it. */
    private String planned(
            PlannedAct act,
            SideBySide.Asked reviewer,
            String next,
            Optional<Standing> standing,
            Optional<Decision> held) {
        if (reviewer != null) {
            String key = "timer." + act.what() + (act.what().equals("expiry") && next != null ? ".next" : ".reviewer");
            return words.of(key, reviewer.reviewer(), reviewer.owed(), next);
        }
        if (act.what().equals("letter") && held.isPresent()) {
            return words.of("timer.letter.decision", held.get().kind().words());
        }
        return standing.map(stands -> words.of(
                        "timer." + act.what(),
                        words.whose(stands.whose(), stands.account()),
                        words.owed(stands.step())))
                .orElseGet(() -> words.planned(act.what()));
    }

    private List<Handed> handed(Manuscript manuscript, List<Entry> told) {
        String base = "/editor/manuscripts/" + manuscript.number() + "/versions/";
        Map<Integer, String> by = new HashMap<>();
        told.forEach(entry -> {
            if (entry.what().equals("submitted")) {
                by.put(1, entry.actor());
            } else if (entry.what().equals("revised")) {
                by.put(Integer.parseInt(entry.words().get(0)), entry.actor());
            }
        });
        List<Handed> all = new ArrayList<>();
        for (Version version : manuscripts.versions(manuscript.id())) {
            String of = base + version.version();
            List<Filed> files = new ArrayList<>();
            OptionalLong size = contents.size(version.file());
            files.add(new Filed(
                    words.of("file.kind.manuscript"),
                    manuscript.number() + "-v" + version.version() + ".docx",
                    words.of("file.type.docx"),
                    size.orElse(-1),
                    of + "/file"));
            contents.of(version)
                    .ifPresent(held -> held.files()
                            .forEach(file -> files.add(new Filed(
                                    words.of("file.kind." + file.kind()),
                                    file.name(),
                                    file.mediaType(),
                                    file.bytes(),
                                    of + "/attachments/" + file.sha256()))));
            all.add(
                    0,
                    new Handed(
                            version,
                            words.actor(by.getOrDefault(version.version(), manuscript.correspondingAccount()))
                                    .orElse(""),
                            files));
        }
        return all;
    }

    private List<Read> notes(Actor.Person actor, Manuscript manuscript) {
        return notes.read(actor, manuscript).stream()
                .map(note -> new Read(
                        note,
                        people.nameOf(note.by()),
                        note.by().equals(actor.account()),
                        note.mentioned().stream().map(people::nameOf).toList()))
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
                            words.of(
                                    screening.verdict() == Screening.Verdict.RETURN
                                            ? "letter.returned"
                                            : "letter.desk-rejected"),
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
}
