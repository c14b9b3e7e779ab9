package org.imprimatur.acceptance.torture;

import static org.imprimatur.acceptance.torture.Trying.until;
import static org.imprimatur.acceptance.torture.Trying.untilDone;
import static org.imprimatur.acceptance.torture.Trying.untilSo;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.demo.Author;
import org.imprimatur.standalone.demo.Editor;
import org.imprimatur.standalone.demo.EventSeen;
import org.imprimatur.standalone.demo.ProductionEditor;
import org.imprimatur.standalone.demo.Reviewer;
import org.imprimatur.standalone.demo.Stage;
import org.imprimatur.standalone.demonstration.Correspondence;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.People;
import org.imprimatur.standalone.demonstration.TitlePage;

/** Plays one manuscript by its script, with all the people it needs, through pages and mails. */
final class Player {

    static final String JOURNAL = "gpr";
    private static final int WORDS = 900;

    private final Stage stage;
    private final Script script;
    private final String title;
    private final People people;
    private final DemonstrationManuscripts manuscripts = new DemonstrationManuscripts();
    private final Correspondence words = Correspondence.read();
    private final Author author;
    private final Editor managingEditor;
    private final Editor handlingEditor;
    private final ProductionEditor productionEditor;
    private final String handlingAccount;
    private final Set<String> silent = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private String id;
    private String number;

    /**
     * @param handlingAccount of the handling editor
     */
    Player(Stage stage, People people, Script script, int nth, String handlingAccount) {
        this.stage = stage;
        this.people = people;
        this.script = script;
        this.title = "On things that break, part %d: %s"
                .formatted(nth, script.name().toLowerCase().replace('_', ' '));
        this.handlingAccount = handlingAccount;
        People.Person writes = people.robotAuthors().get(nth % 2);
        this.author = new Author(writes, stage);
        this.managingEditor = new Editor(people.managingEditor(), stage);
        this.handlingEditor = new Editor(people.handlingEditor(), stage);
        this.productionEditor = new ProductionEditor(people.productionEditor(), stage);
    }

    Script script() {
        return script;
    }

    /** The manuscript's id, as soon as it is handed in. */
    String id() {
        return id;
    }

    /** Plays until only the closing of the issue is left, or the end is reached. */
    void play() {
        List.of(author, managingEditor, handlingEditor, productionEditor)
                .forEach(hand -> untilDone("signing in", hand::signIn));
        handIn();
        if (script == Script.WITHDRAWN_AT_SCREENING) {
            withdraw();
            return;
        }
        untilSo("screening", () -> stands("screening"));
        if (script == Script.REJECTED_AT_THE_DESK) {
            until(
                    "a desk rejection",
                    () -> said("ManuscriptRejected", 1),
                    () -> managingEditor.rejectAtDesk(number, words.declineReason()));
            untilSo("the end", () -> stands(script.end()));
            return;
        }
        until(
                "passing screening",
                () -> said("ScreeningPassed", 1),
                () -> managingEditor.passScreening(number, handlingAccount));
        if (script == Script.WITHDRAWN_BEFORE_REVIEW) {
            untilSo("choosing reviewers", () -> stands("choosing-reviewers"));
            withdraw();
            return;
        }
        round(1, script == Script.REVIEWER_SILENT ? 1 : 0);
        if (script == Script.WITHDRAWN_IN_REVIEW) {
            return;
        }
        if (script == Script.WITHDRAWN_AT_THE_DECISION) {
            withdraw();
            return;
        }
        if (script == Script.REJECTED_AFTER_REVIEW) {
            until(
                    "a rejection",
                    () -> said("ManuscriptRejected", 1),
                    () -> handlingEditor.decide(number, "reject", words.majorRevision()));
            untilSo("the end", () -> stands(script.end()));
            return;
        }
        if (script == Script.REVISED_TWICE || script == Script.WITHDRAWN_IN_REVISION) {
            revise(1);
            if (script == Script.WITHDRAWN_IN_REVISION) {
                return;
            }
            round(2, 0);
            revise(2);
            round(3, 0);
        }
        until(
                "acceptance",
                () -> said("ManuscriptAccepted", 1),
                () -> handlingEditor.decide(number, "accept", words.acceptance()));
        if (script == Script.WITHDRAWN_BEFORE_PRODUCTION) {
            withdraw();
            return;
        }
        until("production", () -> said("ProofReady", 1), () -> productionEditor.step(number, "start-production"));
        if (script == Script.WITHDRAWN_IN_PRODUCTION) {
            withdraw();
            return;
        }
        String proof = stage.event("ProofReady", id, 1).text("proof");
        until("approving the proof", () -> said("ProofApproved", 1), () -> author.approve(proof));
        untilSo("its place in the issue", () -> stands("issue-closing"));
        if (script == Script.WITHDRAWN_WITH_ITS_PAGES) {
            withdraw();
        }
    }

    private void handIn() {
        id = untilDone(
                "an upload", () -> author.upload(JOURNAL, "manuscript.docx", manuscripts.robotArticle(1, WORDS)));
        TitlePage robots = manuscripts.robotTitlePage(1);
        TitlePage mine = new TitlePage(
                title, robots.abstractText(), robots.keywords(), List.of(new TitlePage.Author(author.person, true)));
        untilDone("a description", () -> {
            author.describe(id, mine);
            author.nameContributors(id, mine.authors());
            return id;
        });
        until("handing in", () -> said("ManuscriptSubmitted", 1), () -> author.handIn(id));
        number = stage.event("ManuscriptSubmitted", id, 1).text("number");
    }

    private void withdraw() {
        until("withdrawal", () -> said("ManuscriptWithdrawn", 1), () -> author.withdraw(id, words.withdrawalReason()));
        untilSo("the end", () -> stands(script.end()));
    }

    /** @param silentOnes how many of the invited never answer */
    private void round(int round, int silentOnes) {
        untilSo("choosing reviewers", () -> stands("choosing-reviewers"));
        List<People.Person> reviewers = people.reviewers();
        List<People.Person> chosen = List.of(reviewers.get(0), reviewers.get(1));
        List<People.Person> alternates = reviewers.subList(2, 6);
        chosen.subList(0, silentOnes).forEach(person -> silent.add(person.email()));
        int before = count("ReviewerInvited");
        until(
                "invitations",
                () -> count("ReviewerInvited") > before,
                () -> handlingEditor.chooseReviewers(number, chosen, alternates));
        if (script == Script.WITHDRAWN_IN_REVIEW) {
            withdraw();
            return;
        }
        int needed = 2 * round;
        untilSo("the reviews of round " + round, () -> {
            reviewers.stream()
                    .filter(person -> !silent.contains(person.email()))
                    .forEach(this::answerAll);
            return count("ReviewSubmitted") >= needed;
        });
        untilSo("a decision to be due", () -> stands("decision"));
    }

    private void answerAll(People.Person person) {
        for (MailMessage mail : stage.mail.messagesTo(person.email())) {
            String text = mail.text().orElse("").replaceAll("\\s+", " ");
            String link = mail.links().stream()
                    .filter(one -> one.contains("/review/"))
                    .findFirst()
                    .orElse(null);
            if (link == null || answered.contains(link) || !text.contains(title)) {
                continue;
            }
            try {
                Reviewer reviewer = new Reviewer(person, stage);
                if (reviewer.open(link).hasForm(URI.create(link).getPath())) {
                    reviewer.accept(mail);
                }
                reviewer.review(mail, words.secondRound().get(0));
                answered.add(link);
            } catch (RuntimeException e) {
                // the page doesn't answer, or this invitation is over: the next look tells
                Trying.pause();
            }
        }
    }

    private void revise(int nth) {
        until(
                "revision " + nth,
                () -> said("RevisionRequested", nth),
                () -> handlingEditor.decide(number, "major", words.majorRevision()));
        if (script == Script.WITHDRAWN_IN_REVISION) {
            withdraw();
            return;
        }
        until("handing in revision " + nth, () -> said("ManuscriptRevised", nth), () -> {
            author.attach(id, "revised.docx", manuscripts.robotArticle(2, WORDS + nth));
            author.respond(id, words.declineReason());
            author.handIn(id);
        });
    }

    private int count(String event) {
        return (int) stage.events.about(id).stream()
                .filter(seen -> seen.name().equals(event))
                .map(EventSeen::id)
                .distinct()
                .count();
    }

    private boolean said(String event, int nth) {
        return count(event) >= nth;
    }

    /** Whether it stands at this step now. */
    boolean stands(String step) {
        return moves().reduce((earlier, later) -> later)
                .filter(move -> move.text("step").equals(step))
                .isPresent();
    }

    private java.util.stream.Stream<EventSeen> moves() {
        return stage.events.about(id).stream().filter(event -> event.name().equals("ManuscriptMoved"));
    }

    @Override
    public String toString() {
        return script + " " + (number == null ? "not handed in" : number);
    }
}
