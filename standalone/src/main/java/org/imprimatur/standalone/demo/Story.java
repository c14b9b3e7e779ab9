package org.imprimatur.standalone.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.demonstration.Correspondence;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.Facts;
import org.imprimatur.standalone.demonstration.People;
import org.imprimatur.standalone.demonstration.TitlePage;

/**
 * The article's way, and the two articles before it. Everybody acts by pages and mails; between their acts the story
 * waits for what the services say, and moves the clock where people would wait.
 */
final class Story {

    static final String JOURNAL = "gpr";

    private static final int STEPS = 13;

    private final Stage stage;
    private final Console console;
    private final Timings timings;
    private final DemonstrationManuscripts manuscripts = new DemonstrationManuscripts();
    private final Facts facts = manuscripts.facts();
    private final People people = manuscripts.people();
    private final Correspondence words = Correspondence.read();
    private final byte[] uploaded;

    private final Administrator administrator;
    private final Editor managingEditor;
    private final Editor handlingEditor;
    private final ProductionEditor productionEditor;
    private final Author author;
    private final List<String> steps = new ArrayList<>();
    private Sights sights;
    private final List<String> robots = new ArrayList<>();
    private String doing = "the beginning";
    private String article;
    private String number;
    private String issue;

    /** How the waits of the story are lived through. */
    enum Pace {
        CLOCK_IS_MOVED("14 days", "7 days", "30 minutes"),
        POLICIES_ARE_SHORT("PT60S", "PT30S", "PT2S");

        private final Map<String, String> spans;

        Pace(String answerWithin, String answerReminderAfter, String letterHeldFor) {
            spans = Map.of(
                    "answerWithin", answerWithin,
                    "answerReminderAfter", answerReminderAfter,
                    "letterHeldFor", letterHeldFor);
        }
    }

    private final Pace pace;

    /** @param uploaded the file that is handed in in both versions, or null for the demonstration's own */
    Story(Stage stage, Console console, Timings timings, byte[] uploaded, Pace pace) {
        this.stage = stage;
        this.console = console;
        this.timings = timings;
        this.uploaded = uploaded;
        this.pace = pace;
        this.author = new Author(people.correspondingAuthor(), stage);
        this.administrator = new Administrator(people.administrator(), stage);
        this.managingEditor = new Editor(people.managingEditor(), stage);
        this.handlingEditor = new Editor(people.handlingEditor(), stage);
        this.productionEditor = new ProductionEditor(people.productionEditor(), stage);
    }

    /** What was being done last. */
    String doing() {
        return doing;
    }

    /** The steps that were reached, in order. */
    List<String> steps() {
        return steps;
    }

    String article() {
        return article;
    }

    String number() {
        return number;
    }

    String issue() {
        return issue;
    }

    boolean reachedAll() {
        return steps.size() == STEPS;
    }

    /** Whether the range begins where the two articles before it end. */
    boolean startsAfterTwoArticles(int firstPage) {
        return robots.stream()
                        .mapToInt(robot -> {
                            EventSeen pages = stage.event("PagesFixed", robot, 1);
                            return pages.data().get("lastPage").asInt()
                                    - pages.data().get("firstPage").asInt()
                                    + 1;
                        })
                        .sum()
                == firstPage - 1;
    }

    /** The public address of the article. */
    String articlePath() {
        return "/%s/articles/%d-%d-%02d"
                .formatted(
                        JOURNAL,
                        facts.issue().volume(),
                        facts.issue().issue(),
                        stage.event("ArticleScheduled", article, 1)
                                .data()
                                .get("articleNumber")
                                .asInt());
    }

    /** The intake report of the first version, as the portal gives it. */
    byte[] intakeReport() {
        Author author = new Author(people.correspondingAuthor(), stage);
        author.signIn();
        return author.intakeReport(
                article, stage.event("ManuscriptSubmitted", article, 1).text("intakeReport"));
    }

    /** The beginnings of what people wrote, long enough to be nobody else's words. */
    List<String> textsWritten() {
        Stream<Correspondence.Review> reviews =
                Stream.concat(words.firstRound().stream(), words.secondRound().stream());
        return Stream.concat(
                        reviews.flatMap(review -> Stream.of(review.toTheAuthor(), review.toTheEditor())),
                        Stream.of(
                                words.majorRevision(),
                                words.acceptance(),
                                words.declineReason(),
                                manuscripts.responseToReviewersText(),
                                manuscripts.titlePage(1).abstractText(),
                                manuscripts.titlePage(2).abstractText()))
                .filter(text -> text.length() >= 30)
                .map(text -> text.substring(0, 30))
                .toList();
    }

    String handlingAccount() {
        return administrator.accountOf(people.handlingEditor());
    }

    People people() {
        return people;
    }

    Facts facts() {
        return facts;
    }

    Editor managingEditor() {
        return managingEditor;
    }

    Editor handlingEditor() {
        return handlingEditor;
    }

    ProductionEditor productionEditor() {
        return productionEditor;
    }

    Administrator administrator() {
        return administrator;
    }

    Author author() {
        return author;
    }

    /** Somebody goes round with a camera. */
    void lookRound(Sights with) {
        sights = with;
    }

    private void step(String name, Runnable act) {
        doing = name;
        console.title(name);
        if (sights != null) {
            sights.begins(name);
        }
        act.run();
        steps.add(name);
        timings.mark(name);
        if (sights != null) {
            sights.ended(steps.size());
        }
    }

    void play() {
        step("The journal is set up", this::setUp);
        step("Two other articles go their way", this::robots);
        step("The author hands in the manuscript", () -> submit(author));
        step("The managing editor screens it", this::screen);
        step("Reviewers are invited", this::firstInvitations);
        step("The reviews come in", this::firstReviews);
        step("A major revision is decided", this::majorRevision);
        step("The author hands in the revision", () -> revise(author));
        step("Second round", this::secondRound);
        step("It is accepted", this::accept);
        step("It is typeset and the author approves the proof", () -> produce(article, number, author));
        step("It gets its place and its pages", this::place);
        step("The issue is closed, DOIs are registered, it is published", this::publish);
    }

    // the journal

    private void setUp() {
        console.act(people.administrator().name(), "follows the one-time link of the first start and opens accounts");
        administrator.begin(stage.installation.setupToken());
        List<People.Person> withAccounts = new ArrayList<>(List.of(
                people.correspondingAuthor(),
                people.managingEditor(),
                people.handlingEditor(),
                people.editorInChief(),
                people.productionEditor()));
        withAccounts.addAll(people.robotAuthors());
        withAccounts.forEach(administrator::openAccount);
        administrator.grant(people.managingEditor(), JOURNAL, "managing-editor");
        administrator.grant(people.handlingEditor(), JOURNAL, "handling-editor");
        administrator.grant(people.editorInChief(), JOURNAL, "editor-in-chief");
        administrator.grant(people.productionEditor(), JOURNAL, "production-editor");

        managingEditor.signIn();
        handlingEditor.signIn();
        productionEditor.signIn();
        console.act(people.administrator().name(), "sets up " + facts.journal().title());
        administrator.setUp(JOURNAL, facts.journal());
        issue = productionEditor.openIssue(JOURNAL, facts.issue());
        stage.untilTrue(
                "the portal knows the journal",
                () -> new Author(people.robotAuthors().get(0), stage)
                        .signedIn()
                        .open("/author/submit")
                        .says(facts.journal().title()));
        Map<String, String> policy = new LinkedHashMap<>();
        policy.put("reviewsNeeded", "2");
        policy.put("invitedSideBySide", "3");
        policy.putAll(pace.spans);
        managingEditor.setPolicy(JOURNAL, policy);
        people.reviewers().forEach(reviewer -> managingEditor.addReviewer(JOURNAL, reviewer));
    }

    // the robots' articles

    private void robots() {
        for (int which = 1; which <= 2; which++) {
            People.Person robot = people.robotAuthors().get(which - 1);
            TitlePage title = manuscripts.robotTitlePage(which);
            Author author = new Author(robot, stage);
            author.signIn();
            console.act(robot.name(), "hands in “" + title.title() + "”");
            String id = handIn(author, "manuscript.docx", manuscripts.robotArticle(which), title);
            String its = numberOf(id);
            robots.add(id);
            stage.call(id, its);
            screenAndAssign(id, its);
            List<People.Person> reviewers = people.reviewers().subList(5, 7);
            seated(id);
            handlingEditor.chooseReviewers(its, reviewers, List.of());
            for (int at = 0; at < reviewers.size(); at++) {
                Reviewer reviewer = new Reviewer(reviewers.get(at), stage);
                MailMessage invitation = stage.invitation(reviewer.person.email(), title.title());
                reviewer.accept(invitation);
                reviewer.review(invitation, words.robots().reviews().get(at));
            }
            decide(its, id, "accept", words.robots().acceptance(), 1);
            produce(id, its, author);
            waitsForItsIssue(id);
        }
    }

    // the article

    String handIn(Author author, String fileName, byte[] file, TitlePage title) {
        String id = author.upload(JOURNAL, fileName, file);
        author.describe(id, title);
        author.nameContributors(id, title.authors());
        author.handIn(id);
        stage.event("ManuscriptSubmitted", id, 1);
        return id;
    }

    String numberOf(String id) {
        return stage.event("ManuscriptSubmitted", id, 1).text("number");
    }

    private void submit(Author author) {
        author.signIn();
        stage.mail.faults().refuseMessages(1, ".*", 451);
        console.act(author.person.name(), "uploads the manuscript and reads its intake report");
        article = handIn(author, "manuscript.docx", file(1), manuscripts.titlePage(1));
        number = numberOf(article);
        stage.call(article, number);
        stage.deliverAgain(stage.event("ManuscriptSubmitted", article, 1));
        console.act(author.person.name(), "has handed it in under the number " + number);
        for (TitlePage.Author contributor : manuscripts.titlePage(1).authors()) {
            stage.mailTo(contributor.person().email(), number, 1);
        }
    }

    private byte[] file(int version) {
        return uploaded == null ? manuscripts.article(version) : uploaded;
    }

    void screenAndAssign(String id, String its) {
        stage.untilTrue(
                "the managing editor's dashboard shows " + its,
                () -> managingEditor.dashboard().says(its));
        managingEditor.passScreening(its, administrator.accountOf(people.handlingEditor()));
        stage.event("ScreeningPassed", id, 1);
    }

    private void screen() {
        screenAndAssign(article, number);
        console.act(
                people.managingEditor().name(),
                "passes it on to " + people.handlingEditor().name());
    }

    void seated(String id) {
        stage.untilTrue(
                "reviewers can be chosen",
                () -> stage.events.about(id).stream()
                        .anyMatch(event -> event.name().equals("ManuscriptMoved")
                                && event.text("step").equals("choosing-reviewers")));
    }

    private void firstInvitations() {
        seated(article);
        handlingEditor.chooseReviewers(
                number, people.reviewers().subList(0, 3), people.reviewers().subList(3, 5));
        console.act(people.handlingEditor().name(), "invites three reviewers and names two alternates");
        Reviewer accepts = reviewer(0);
        accepts.accept(invitation(0));
        console.act(accepts.person.name(), "accepts by the link");
        stage.event("InvitationAccepted", article, 1);
        Reviewer declines = reviewer(1);
        declines.decline(invitation(1), words.declineReason());
        console.act(declines.person.name(), "declines");
        stage.event("InvitationDeclined", article, 1);
        Reviewer alternate = reviewer(3);
        MailMessage asked = invitation(3);
        alternate.accept(asked);
        console.act(alternate.person.name(), "was invited in that place by the process, and accepts");
        stage.event("InvitationAccepted", article, 2);

        console.act(people.reviewers().get(2).name(), "doesn't answer: seven days go by");
        stage.letGoBy(Duration.ofDays(7).plusMinutes(1));
        stage.mailTo(people.reviewers().get(2).email(), "eminder", 1);
        console.act("The process", "has sent a reminder; seven more days go by");
        stage.letGoBy(Duration.ofDays(7));
        stage.event("InvitationExpired", article, 1);
        invitation(4);
        console.act("The process", "lets the invitation expire and invites the next alternate");
    }

    private Reviewer reviewer(int which) {
        return new Reviewer(people.reviewers().get(which), stage);
    }

    MailMessage invitation(int which) {
        return stage.invitation(
                people.reviewers().get(which).email(), manuscripts.titlePage(1).title());
    }

    private void firstReviews() {
        reviewer(0).review(invitation(0), words.firstRound().get(0));
        console.act(people.reviewers().get(0).name(), "sends a review");
        reviewer(3).review(invitation(3), words.firstRound().get(1));
        console.act(people.reviewers().get(3).name(), "sends a review");
        stage.event("ReviewSubmitted", article, 2);
        stage.event("InvitationRevoked", article, 1);
        console.act("The process", "has its two reviews and takes the last invitation back, with a mail");
    }

    private void decide(String its, String id, String kind, String letter, int nth) {
        stage.soon("a decision on " + its + " can be taken", () -> {
            handlingEditor.decide(its, kind, letter);
            return Boolean.TRUE;
        });
        // until the letter leaves, the decision can be recalled
        stage.letGoBy(Duration.ofMinutes(31));
        stage.event(kind.equals("accept") ? "ManuscriptAccepted" : "RevisionRequested", id, nth);
    }

    private void majorRevision() {
        decide(number, article, "major", words.majorRevision(), 1);
        console.act(people.handlingEditor().name(), "asks for a major revision; the letter quotes the reviews");
        stage.mailTo(people.correspondingAuthor().email(), "evision", 1);
    }

    private void revise(Author author) {
        stage.letGoBy(Duration.ofDays(20));
        stage.untilTrue(
                "the author sees the letter", () -> author.manuscript(article).says("Major revision"));
        author.attach(article, "manuscript-revised.docx", file(2));
        author.respond(article, manuscripts.responseToReviewersText());
        author.describe(article, manuscripts.titlePage(2));
        author.nameContributors(article, manuscripts.titlePage(2).authors());
        author.handIn(article);
        stage.event("ManuscriptRevised", article, 1);
        console.act(author.person.name(), "hands in the revision with a response to the reviewers");
    }

    private void secondRound() {
        stage.untilTrue(
                "reviewers of the second round can be chosen",
                () -> stage.events.about(article).stream()
                                .filter(event -> event.name().equals("ManuscriptMoved")
                                        && event.text("step").equals("choosing-reviewers"))
                                .count()
                        >= 2);
        List<People.Person> again =
                List.of(people.reviewers().get(0), people.reviewers().get(3));
        handlingEditor.chooseReviewers(number, again, List.of());
        for (int at = 0; at < again.size(); at++) {
            Reviewer reviewer = new Reviewer(again.get(at), stage);
            MailMessage invitation = secondInvitation(reviewer);
            reviewer.accept(invitation);
            reviewer.review(invitation, words.secondRound().get(at));
            console.act(reviewer.person.name(), "reads the revision and recommends it");
        }
        stage.event("ReviewSubmitted", article, 4);
    }

    // the latest mail to the reviewer whose link isn't the first round's
    private MailMessage secondInvitation(Reviewer reviewer) {
        String first = Reviewer.link(stage.invitation(
                reviewer.person.email(), manuscripts.titlePage(1).title()));
        return stage.soon(
                "a second invitation to " + reviewer.person.name(),
                () -> stage.mail.messagesTo(reviewer.person.email()).stream()
                        .filter(mail -> mail.links().stream().anyMatch(link -> link.contains("/review/")))
                        .filter(mail -> !Reviewer.link(mail).equals(first))
                        .filter(mail -> reviewer.open(Reviewer.link(mail))
                                .hasForm(URI.create(Reviewer.link(mail)).getPath()))
                        .findFirst()
                        .orElse(null));
    }

    private void accept() {
        decide(number, article, "accept", words.acceptance(), 1);
        console.act(people.handlingEditor().name(), "accepts it");
        stage.mailTo(people.correspondingAuthor().email(), "ccept", 1);
    }

    private void produce(String id, String its, Author author) {
        stage.soon("production of " + its + " can begin", () -> {
            productionEditor.step(its, "start-production");
            return Boolean.TRUE;
        });
        console.act(people.productionEditor().name(), "starts production of " + its);
        EventSeen ready = stage.event("ProofReady", id, 1);
        console.act("The process", "has a proof of " + ready.data().get("pages").asInt() + " pages");
        productionEditor.proof(ready.text("proof"));
        author.approve(ready.text("proof"));
        stage.event("ProofApproved", id, 1);
        console.act(author.person.name(), "approves the proof");
    }

    private void place() {
        EventSeen scheduled = stage.event("ArticleScheduled", article, 1);
        EventSeen pages = stage.event("PagesAllocated", article, 1);
        console.act(
                "The process",
                "has placed it as article %02d on pages %d–%d"
                        .formatted(
                                scheduled.data().get("articleNumber").asInt(),
                                pages.data().get("firstPage").asInt(),
                                pages.data().get("lastPage").asInt()));
    }

    // no clock is moved while an answer is on its way: the process would ask again
    private void waitsForItsIssue(String id) {
        stage.untilTrue(
                "it waits for its issue to be closed",
                () -> stage.events.about(id).stream()
                        .filter(event -> event.name().equals("ManuscriptMoved"))
                        .reduce((earlier, later) -> later)
                        .filter(event -> event.text("step").equals("issue-closing"))
                        .isPresent());
    }

    private void publish() {
        waitsForItsIssue(article);
        stage.letGoBy(Duration.ofDays(85));
        stage.agency.faults().unavailable(2);
        productionEditor.closeIssue(issue);
        console.act(people.productionEditor().name(), "closes the issue");
        stage.event("PagesFixed", article, 1);
        EventSeen registered = stage.event("DoiRegistered", article, 1);
        console.act("The DOI agency", "holds " + registered.text("doi"));
        stage.event("ArticlePublished", article, 1);
        stage.event("IssuePublished", issue, 1);
        console.act("The journal", "has published the issue");
        stage.untilTrue(
                "the portal shows the article as published",
                () -> new Author(people.correspondingAuthor(), stage)
                        .signedIn()
                        .open("/author")
                        .says("Published"));
    }
}
