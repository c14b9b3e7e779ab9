package org.imprimatur.submission.portal.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.submission.acting.Actor;
import org.imprimatur.submission.manuscript.JournalsKnown;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.SeeingManuscripts;
import org.imprimatur.submission.portal.Journey;
import org.imprimatur.submission.portal.Journeys;
import org.imprimatur.submission.portal.LettersRead;
import org.imprimatur.submission.portal.Readership;
import org.imprimatur.submission.portal.Receipts;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/author")
class PortalPages {

    private static final int PAGE = 20;

    private final Manuscripts manuscripts;
    private final SeeingManuscripts seeing;
    private final Journeys journeys;
    private final JournalsKnown journals;
    private final LettersRead letters;
    private final Receipts receipts;
    private final DomainClock clock;
    private final Wording wording;
    private final Readership readership;

    PortalPages(
            Manuscripts manuscripts,
            SeeingManuscripts seeing,
            Journeys journeys,
            JournalsKnown journals,
            LettersRead letters,
            Receipts receipts,
            DomainClock clock,
            Wording wording,
            Readership readership) {
        this.readership = readership;
        this.manuscripts = manuscripts;
        this.seeing = seeing;
        this.journeys = journeys;
        this.journals = journals;
        this.letters = letters;
        this.receipts = receipts;
        this.clock = clock;
        this.wording = wording;
    }

    @GetMapping
    String home(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "1") int page, Model model) {
        int at = Math.max(1, Math.min(page, 10_000));
        List<Manuscript> found = manuscripts.of(person.account(), PAGE + 1, (at - 1) * PAGE);
        List<Manuscript> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Manuscript> others = at == 1 ? seeing.contributedTo(actor(person), PAGE) : List.of();
        Map<String, Journey> said = journeys.of(Stream.concat(shown.stream(), others.stream())
                .map(Manuscript::id)
                .toList());
        Instant now = clock.instant();
        List<ManuscriptView> views = shown.stream()
                .map(one -> wording.view(one, said.getOrDefault(one.id(), Journey.NOT_BEGUN), journalOf(one), now))
                .toList();
        model.addAttribute("navigation", wording.navigation(true));
        model.addAttribute("firstName", person.name().split(" ", 2)[0]);
        model.addAttribute(
                "tasks",
                views.stream()
                        .flatMap(view -> view.tasks().stream())
                        .sorted(Comparator.comparing(
                                ManuscriptView.Task::until, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
        model.addAttribute(
                "underWay", views.stream().filter(ManuscriptView::underWay).toList());
        model.addAttribute("ended", views.stream().filter(ManuscriptView::ended).toList());
        List<ManuscriptView> published =
                views.stream().filter(ManuscriptView::published).toList();
        model.addAttribute("published", published);
        model.addAttribute(
                "read", readership.of(published.stream().map(ManuscriptView::id).toList()));
        model.addAttribute(
                "contributed",
                others.stream()
                        .map(one -> wording.view(
                                        one, said.getOrDefault(one.id(), Journey.NOT_BEGUN), journalOf(one), now)
                                .forContributor())
                        .toList());
        model.addAttribute("nothing", views.isEmpty() && others.isEmpty() && at == 1);
        model.addAttribute("earlier", at > 1 ? "/author?page=" + (at - 1) : null);
        model.addAttribute("later", found.size() > PAGE ? "/author?page=" + (at + 1) : null);
        return "submission/home";
    }

    @GetMapping("/manuscripts/{id}")
    String manuscript(@AuthenticationPrincipal SignedIn person, @PathVariable String id, Model model) {
        Manuscript manuscript = seeing.see(actor(person), id).orElseThrow(() -> new NotYours("manuscript"));
        boolean own = manuscript.owner().equals(person.account());
        if (manuscript.stage() == Manuscript.Stage.DRAFT) {
            return "redirect:/author/manuscripts/" + id + "/file";
        }
        Journey journey = journeys.of(id);
        model.addAttribute("navigation", wording.navigation(false));
        ManuscriptView view = wording.view(manuscript, journey, journalOf(manuscript), clock.instant());
        model.addAttribute("view", own ? view : view.forContributor());
        model.addAttribute("manuscript", manuscript);
        model.addAttribute("own", own);
        List<LetterView> read = new ArrayList<>();
        for (Journey.LetterKept letter : journey.letters()) {
            read.add(new LetterView(
                    letter.receivedAt(), wording.letter(letter.kind()), letters.read(letter.document())));
        }
        model.addAttribute("letters", read);
        model.addAttribute(
                "proofs",
                own
                        ? journey.proofs().stream()
                                .map(proof -> new ProofView(
                                        proof.proof(), proof.pages(), proof.readyAt(), wording.proof(proof)))
                                .toList()
                        : List.of());
        model.addAttribute("receipts", own ? receipts(manuscript) : List.of());
        return "submission/manuscript";
    }

    public record ProofView(String id, int pages, Instant readyAt, String state) {}

    public record LetterView(Instant receivedAt, String kind, Optional<LettersRead.Text> text) {}

    public record ReceiptView(String about, String to, String state, String tone, Instant at, String reason) {}

    private List<ReceiptView> receipts(Manuscript manuscript) {
        return receipts.of(manuscript).stream()
                .map(receipt -> new ReceiptView(
                        wording.about(receipt),
                        receipt.to(),
                        wording.mail(receipt.state()),
                        Wording.tone(receipt.state()),
                        receipt.at(),
                        receipt.reason().orElse(null)))
                .toList();
    }

    private static Actor.Person actor(SignedIn person) {
        return new Actor.Person(person.account(), person.name());
    }

    private String journalOf(Manuscript manuscript) {
        return journals.find(manuscript.journal())
                .map(JournalsKnown.KnownJournal::title)
                .orElse(manuscript.journal());
    }
}
