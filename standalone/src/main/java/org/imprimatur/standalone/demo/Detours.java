package org.imprimatur.standalone.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.standalone.browser.Browser;
import org.imprimatur.standalone.browser.Form;
import org.imprimatur.standalone.browser.NotAsExpected;
import org.imprimatur.standalone.browser.Page;
import org.imprimatur.standalone.demonstration.Correspondence;
import org.imprimatur.standalone.demonstration.DemonstrationManuscripts;
import org.imprimatur.standalone.demonstration.Facts;
import org.imprimatur.standalone.demonstration.People.Person;

/**
 * Goes, after the story, to the pages that it doesn't come by and to the states in which it doesn't find them: refused,
 * empty, over, not theirs, gone wrong. Each chapter stands by itself.
 */
final class Detours {

    private static final String EMPTY = "sjr";
    private static final List<Integer> STATUSES = List.of(400, 403, 409, 410, 413, 429, 500, 503);

    private final Stage stage;
    private final Story story;
    private final DemonstrationManuscripts manuscripts = new DemonstrationManuscripts();
    private final Correspondence words = Correspondence.read();
    private final List<String> notReached = new ArrayList<>();
    // an article of its own for whoever goes here twice
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Person newcomer = person("Nadia", "Rahman");
    private String held;

    Detours(Stage stage, Story story) {
        this.stage = stage;
        this.story = story;
    }

    private Person person(String given, String family) {
        return new Person(
                given.toLowerCase(java.util.Locale.ROOT),
                "",
                given,
                family,
                "",
                "Sample University",
                (given + "." + family + "." + mark).toLowerCase(java.util.Locale.ROOT) + "@example.org");
    }

    /** @return what could not be reached, each with the cause */
    List<String> go() {
        chapter("An account is made", this::signingUp);
        chapter("Where nothing is yet", this::nothingYet);
        chapter("One's own account", this::account);
        chapter("Accounts and journals are looked after", this::administration);
        chapter("A manuscript is decided, and its letter is held", this::decided);
        chapter("The letter has left", this::late);
        chapter("Two more are handed in", this::ended);
        chapter("The dashboard in other states", this::dashboard);
        chapter("A reviewer has an account", this::reviewer);
        chapter("What can't be handled waits for a person", this::parked);
        chapter("The journal's other pages", this::journal);
        chapter("What goes wrong", this::wrong);
        chapter("All parts", this::parts);
        return notReached;
    }

    private void chapter(String name, Runnable way) {
        stage.onlooker.begins(name);
        try {
            way.run();
        } catch (NotAsExpected e) {
            notReached.add(name + ": " + e.getMessage());
        }
    }

    // a page is looked at once in each state: this is another
    private void now(String state) {
        stage.onlooker.begins(state);
    }

    private Browser browser(String who) {
        return new Browser(stage.home(), who, stage.onlooker);
    }

    private String linkTo(String address, String holds) {
        return stage.soon(
                "a mail to " + address + " with a link to " + holds,
                () -> stage.mail.messagesTo(address).stream()
                        .flatMap(mail -> mail.links().stream())
                        .filter(link -> link.contains(holds))
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    private void signingUp() {
        signUp(newcomer);
        Browser browser = browser("Somebody who forgot");
        browser.open("/password/forgotten")
                .form("/password/forgotten")
                .fill("address", newcomer.email())
                .send();
        Page choose = browser.open(linkTo(newcomer.email(), "/password/choose"));
        choose.form("/password/choose").fill("password", "password1").send();
        choose.form("/password/choose").fill("password", Hand.PASSWORD).send();
        browser.open(linkTo(newcomer.email(), "/password/choose"));
    }

    private void signUp(Person whom) {
        Browser browser = browser("Somebody new");
        Page page = browser.open("/sign-up")
                .form("/sign-up")
                .fill("name", whom.name())
                .fill("address", whom.email())
                .fill("password", "passwordpassword")
                .send();
        page.form("/sign-up").fill("password", Hand.PASSWORD).send();
        String link = linkTo(whom.email(), "/sign-up/confirm");
        browser.open(link).form("/sign-up/confirm").send();
        browser.open(link);
    }

    private Hand newcomer() {
        return new Hand(newcomer, stage).signIn();
    }

    private void nothingYet() {
        Hand hand = newcomer();
        for (String path : List.of("/author", "/author/submit", "/reviewer", "/reviewer/certificates", "/notices")) {
            hand.open(path);
        }
        hand.browser.open("/editor");
    }

    private void account() {
        Hand hand = newcomer();
        for (String path :
                List.of("/account", "/account/sessions", "/account/passkeys", "/account/notices", "/account/orcid")) {
            hand.open(path);
        }
        String second = "second." + newcomer.email();
        hand.open("/account/addresses")
                .form("/account/addresses")
                .fill("address", second)
                .send();
        hand.open(linkTo(second, "/account/addresses/confirm"))
                .form("/account/addresses/confirm")
                .send();
        Page link = hand.open("/sign-in/orcid?next=/account/orcid").follow("Noor Fatima");
        link.form("/account/orcid").send();

        Person twice = person("N.", "Rahman");
        story.administrator().openAccount(twice);
        Page merge = hand.open("/account/merge");
        merge.form("/account/merge")
                .fill("address", twice.email())
                .fill("password", "not the right one")
                .send();
        merge.form("/account/merge")
                .fill("address", twice.email())
                .fill("password", Hand.PASSWORD)
                .send()
                .form("/account/merge/confirm")
                .send();
        Browser stranger = browser("Somebody new");
        stranger.open("/sign-in/orcid").follow("Josiah Carberry");

        // a session ends while a form is open
        Hand elsewhere = newcomer();
        Form typed = elsewhere.open("/author/submit").form("/author/submit");
        hand.open("/account/sessions").form("/end-others").send();
        Page asked = typed.send();
        Page kept = asked.form("/sign-in")
                .fill("address", newcomer.email())
                .fill("password", Hand.PASSWORD)
                .send();
        kept.form("/account/kept").send();
    }

    private void administration() {
        Administrator administrator = story.administrator();
        administrator.open("/admin/accounts");
        administrator.open("/admin/accounts?q=" + newcomer.family());
        administrator.open("/admin/accounts?q=otters");
        administrator.open("/admin/accounts/new").form("/admin/accounts").send();
        administrator.open("/admin/operations");
        Facts.Journal own = story.facts().journal();
        administrator
                .open("/production/journals/new")
                .form("/production/journals")
                .send();
        administrator.setUp(
                EMPTY,
                new Facts.Journal(
                        "Sample Journal of Rivers",
                        "SJR",
                        "",
                        "",
                        "",
                        own.homepage().replaceFirst("\\w+/?$", EMPTY),
                        "",
                        own.publisher(),
                        own.doiPatterns()));
        administrator.grant(story.people().managingEditor(), EMPTY, "managing-editor");
        stage.untilTrue(
                "the dashboard knows the empty journal",
                () -> story.managingEditor()
                                .browser
                                .open("/editor/" + EMPTY + "/pulse")
                                .status()
                        == 200);
        browser("A reader").open("/" + EMPTY);
    }

    private String handedIn(int robot) {
        Person author = story.people().robotAuthors().get(robot - 1);
        Author hand = new Author(author, stage).signedIn();
        return story.handIn(
                hand, "manuscript.docx", manuscripts.robotArticle(robot), manuscripts.robotTitlePage(robot));
    }

    private void decided() {
        String id = handedIn(1);
        held = story.numberOf(id);
        Editor editor = story.handlingEditor();
        stage.untilTrue(
                "the managing editor's dashboard shows " + held,
                () -> story.managingEditor().dashboard().says(held));
        story.managingEditor()
                .open("/editor/manuscripts/" + held + "/screening")
                .form("/screening")
                .send();
        story.screenAndAssign(id, held);
        story.seated(id);
        Page choosing = editor.open("/editor/manuscripts/" + held + "/reviewers");
        choosing.form("/reviewers").clear("chosen").send();
        List<Person> reviewers = story.people().reviewers().subList(5, 7);
        editor.chooseReviewers(held, reviewers, List.of());
        for (int at = 0; at < reviewers.size(); at++) {
            Reviewer reviewer = new Reviewer(reviewers.get(at), stage);
            MailMessage invitation = invitation(reviewer);
            Page asked = reviewer.open(Reviewer.link(invitation));
            asked.form(URI.create(Reviewer.link(invitation)).getPath()).send();
            Page report = reviewer.accept(invitation);
            report.form("/report/look").send();
            reviewer.review(invitation, words.robots().reviews().get(at));
            reviewer.open(Reviewer.link(invitation));
        }
        Page page = editor.manuscript(held);
        page = page.form("/notes")
                .fill("note", "Both are for it. I would take it.")
                .send();
        page.follow("Change");
        stage.soon("a decision on " + held + " can be taken", () -> {
            Page decision = editor.open("/editor/manuscripts/" + held + "/decision?kind=minor");
            decision.form("/decision").fill("kind", "minor").fill("letter", "").send();
            editor.decide(held, "minor", words.majorRevision());
            return Boolean.TRUE;
        });
        now("Its letter is held");
        editor.manuscript(held);
        editor.open("/editor/manuscripts/" + held + "/decision");
    }

    private MailMessage invitation(Reviewer reviewer) {
        return stage.soon(
                "an invitation to " + reviewer.person.email(),
                () -> stage.mail.messagesTo(reviewer.person.email()).stream()
                        .filter(mail -> mail.links().stream().anyMatch(link -> link.contains("/review/")))
                        .filter(mail -> mail.text().orElse("").contains(held)
                                || mail.subject().contains(held))
                        .findFirst()
                        .orElse(null));
    }

    private void late() {
        String id = stage.events.all().stream()
                .filter(event -> event.name().equals("ManuscriptSubmitted"))
                .filter(event -> event.text("number").equals(held))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("there is no decided manuscript"))
                .subject();
        stage.letGoBy(Duration.ofMinutes(31));
        stage.event("RevisionRequested", id, 1);
        Author author = new Author(story.people().robotAuthors().get(0), stage).signedIn();
        stage.untilTrue(
                "the author sees the letter", () -> author.manuscript(id).says("Minor revision"));
        now("A revision is asked for");
        author.manuscript(id);
        author.open("/author");
        for (String step : List.of("file", "about", "contributors", "reviewers", "look")) {
            author.browser.open("/author/manuscripts/" + id + "/" + step);
        }
        Page letters = story.handlingEditor().manuscript(held);
        letters.html().select("#letters ~ ul a[href]").eachAttr("href").stream()
                .limit(1)
                .forEach(story.handlingEditor()::open);
        for (int months = 0; months < 8; months++) {
            stage.letGoBy(Duration.ofDays(31));
            Page page = story.handlingEditor().manuscript(held);
            if (!page.html().select("a[href$=/revision]").isEmpty()) {
                now("A revision is late");
                story.handlingEditor().manuscript(held);
                author.open("/author");
                story.handlingEditor()
                        .open("/editor/manuscripts/" + held + "/revision")
                        .form("/revision")
                        .send();
                return;
            }
        }
        throw new NotAsExpected("the revision of " + held + " is never late");
    }

    private void ended() {
        Person author = story.people().robotAuthors().get(1);
        String id = handedIn(2);
        String number = story.numberOf(id);
        stage.untilTrue(
                "the managing editor's dashboard shows " + number,
                () -> story.managingEditor().dashboard().says(number));
        Author hand = new Author(author, stage).signedIn();
        now("A manuscript is taken back");
        hand.withdraw(id, "The data turned out to be another team’s.");
        hand.manuscript(id);
        hand.open("/author");
        stage.untilTrue(
                "it is withdrawn",
                () -> story.managingEditor().manuscript(number).says("another team"));
        now("It is withdrawn");
        story.managingEditor().manuscript(number);
        hand.manuscript(id);
        String second = handedIn(2);
        String its = story.numberOf(second);
        stage.untilTrue(
                "the managing editor's dashboard shows " + its,
                () -> story.managingEditor().dashboard().says(its));
        now("Another is rejected at the desk");
        story.managingEditor().rejectAtDesk(its, "Dear author, the journal doesn’t publish on this subject.");
        story.managingEditor().manuscript(its);
    }

    private void dashboard() {
        Editor editor = story.managingEditor();
        for (String path : List.of(
                "/editor",
                "/editor?move=any",
                "/editor?q=otters",
                "/editor?queue=mail-bounced",
                "/editor?queue=withdrawn",
                "/editor?step=decision",
                "/editor/views",
                "/editor/troubles",
                "/editor/" + Story.JOURNAL + "/pulse",
                "/editor/" + Story.JOURNAL + "/policy",
                "/editor/" + Story.JOURNAL + "/reviewers",
                "/editor/manuscripts/" + story.number() + "/versions/1/intake")) {
            editor.open(path);
        }
        Page list = editor.open("/editor?move=any");
        list.form("/editor/acts")
                .tick("m", list.html().selectFirst("input[name=m]").val())
                .press("act", "remind");
        editor.open("/editor?queue=withdrawn")
                .form("/editor/views")
                .fill("name", "Taken back")
                .send();
        Page history = editor.open("/editor/manuscripts/" + story.number() + "/history");
        String older = history.html().select("a[rel=next]").attr("href");
        if (!older.isEmpty()) {
            editor.open(older);
        }
        editor.open("/editor/manuscripts/" + story.number() + "/history?q=otters");
        story.handlingEditor().open("/notices");
        story.handlingEditor().open("/notices?show=all");
        story.handlingEditor().open("/account/notices?journal=" + Story.JOURNAL);
        Page unsubscribe = unsubscribe();
        unsubscribe.form("/unsubscribe");
    }

    private Page unsubscribe() {
        String link = stage.soon(
                "a mail that one can end",
                () -> stage.mail.messages().stream()
                        .flatMap(mail -> mail.links().stream())
                        .filter(one -> one.contains("/notices/unsubscribe"))
                        .findFirst()
                        .orElse(null));
        return browser("Whoever has the mail").open(link).expect(200);
    }

    private void reviewer() {
        Person reviewer = story.people().reviewers().get(5);
        signUp(reviewer);
        Hand hand = new Hand(reviewer, stage).signIn();
        Page own = hand.open("/reviewer");
        own.html().select("main a[href^=/reviewer/reviews]").eachAttr("href").stream()
                .limit(1)
                .forEach(hand::open);
        Page profile = hand.open("/reviewer/profile");
        profile.form("/away").fill("until", "2099-01-01").send();
        profile.form("/away")
                .fill(
                        "until",
                        stage.installation
                                .now()
                                .plus(Duration.ofDays(9))
                                .toString()
                                .substring(0, 10))
                .fill("note", "Short reviews are possible.")
                .send();
        Page certificates =
                hand.open("/reviewer/certificates").form("/certificates/year").send();
        String pdf = certificates.html().select("a[href$=/pdf]").attr("href");
        stage.onlooker.seesPdf(reviewer.name(), "A certificate", hand.browser.download(pdf));
        String token = certificates.html().select("a[href*=/certificates/]:not([href$=/pdf])").eachAttr("href").stream()
                .map(link -> URI.create(link).getPath())
                .filter(path -> path.startsWith("/certificates/"))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("no page confirms the certificate"));
        browser("Whoever checks it").open(token).expect(200);
        browser("Whoever checks it").open(token.replaceFirst("....$", "abcd"));
    }

    private void parked() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.installation.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("imprimatur.review.commands", "nobody-" + mark, new byte[] {1, 2, 3}));
        }
        Hand unseen = new Hand(story.people().administrator(), stage.home()).signIn();
        stage.untilTrue(
                "what can't be read waits for a person",
                () -> unseen.open("/admin/operations").hasForm("/operations/skip"));
        Page operations = story.administrator().open("/admin/operations");
        story.managingEditor().open("/editor/troubles");
        operations.form("/operations/skip").send();
        operations
                .form("/operations/skip")
                .fill("reason", "It was no message: sent by hand to look at this page.")
                .send();
    }

    private void journal() {
        ProductionEditor editor = story.productionEditor();
        Facts.Issue last = story.facts().issue();
        String issue = editor.openIssue(
                Story.JOURNAL, new Facts.Issue(last.volume() + 1, "X", 1, "I", "WINTER", 3, last.year() + 1));
        editor.board(issue);
        editor.open("/production/issues/" + issue + "/closing");
        editor.open("/production/journals/" + Story.JOURNAL + "/issues/new")
                .form("/issues")
                .send();
        editor.open("/production/articles/" + story.article());
        Browser reader = browser("A reader");
        reader.open("/");
        reader.open("/" + Story.JOURNAL + "/issues/" + last.volume());
        reader.open("/" + Story.JOURNAL + "/issues");
    }

    private void wrong() {
        Browser reader = browser("Somebody");
        reader.open("/sign-in")
                .form("/sign-in")
                .clear("_csrf")
                .fill("address", newcomer.email())
                .fill("password", Hand.PASSWORD)
                .send();
        reader.open("/nothing/here");
        reader.open("/setup?token=used");
        Hand hand = newcomer();
        hand.browser.open("/editor/manuscripts/" + story.number());
        for (int status : STATUSES) {
            hand.browser.open("/design/errors/" + status);
        }
    }

    private void parts() {
        Hand hand = story.managingEditor();
        for (String path : List.of("/design", "/author/design", "/editor/design", "/account/design")) {
            hand.open(path);
        }
    }
}
