package org.imprimatur.review.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.imprimatur.messaging.documents.DocumentTransport;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.testing.TestInfrastructure;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.ReviewApplication;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.manuscript.HandedIn;
import org.imprimatur.review.manuscript.Noticing;
import org.imprimatur.review.manuscript.ReceivingManuscripts;
import org.imprimatur.review.manuscript.ReceivingManuscripts.Arrival;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.reviewers.OwnAddresses;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.way.ProcessSteps;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.Recognising;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.acting.Verdict;
import org.imprimatur.web.live.Changes;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * The whole service on a real PostgreSQL and a real Kafka. Only the process is a stand-in that waits for what a test
 * says, and the two peers that are asked over HTTP.
 */
@SpringBootTest(
        classes = {ReviewApplication.class, ReviewServiceTest.StandIns.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=review-service",
            "imprimatur.assertion.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "imprimatur.link.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "imprimatur.public-url=https://journal.example.org",
            "imprimatur.peers.gateway=http://127.0.0.1:1",
            "imprimatur.documents.folder=target/test-documents",
            "imprimatur.mail.domain=journal.example.org",
            "imprimatur.mail.from=editors@journal.example.org",
            "imprimatur.banner=Demonstration text",
            "imprimatur.design-page=true",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=1",
            "imprimatur.test.database=review_pages",
            "imprimatur.test.topics=imprimatur.review,imprimatur.submission,imprimatur.publication,"
                    + "imprimatur.accounts,imprimatur.operations,imprimatur.review.commands,imprimatur.publication.commands"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestInfrastructure.class)
public abstract class ReviewServiceTest {

    /** A browser's cookie that says who acts, as {@code account/name/journal/role}, in the gateway's place. */
    public static final String TEST_PERSON = "test-person";

    public static final SignedIn FARAH = signedIn("farah", "Farah Siddiqui", "managing-editor");
    public static final SignedIn SANA = signedIn("sana", "Sana Akhtar", "handling-editor");
    public static final SignedIn BILAL = signedIn("bilal", "Bilal Hashmi", "production-editor");
    public static final SignedIn AUTHOR = signedIn("ghulam", "Ghulam Mustafari");
    public static final List<String> AUTHORS_NAMES = List.of(
            "Khanbari",
            "Mustafari",
            "Qamar Zaman",
            "University of Nowhere",
            "Institute of Somewhere",
            "Ada Suggested",
            "Ben Opposed");

    /** An account whose holder has chosen Urdu. */
    protected static final String READS_URDU = "zahra";

    /** Which addresses the gateway would say an account has, by account. */
    protected static final Map<String, Set<String>> CONFIRMED = new ConcurrentHashMap<>();

    @Autowired
    protected MockMvc mvc;

    /** None where the real process runs. */
    @Autowired(required = false)
    protected FakeProcess process;

    @Autowired
    protected ProcessSteps steps;

    @Autowired
    protected Documents documents;

    @Autowired
    protected DomainClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private Assertions assertions;

    @Autowired
    protected ReceivingManuscripts receiving;

    @Autowired
    protected Changes changes;

    @Autowired
    protected Noticing noticing;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private MailComposer composer;

    @TestConfiguration(proxyBeanMethods = false)
    static class StandIns {

        @Bean
        @Primary
        @ConditionalOnProperty(name = "imprimatur.test.real-process", havingValue = "false", matchIfMissing = true)
        FakeProcess standInProcess() {
            return new FakeProcess();
        }

        @Bean
        @Primary
        People standInPeople() {
            Map<String, String> names = Map.of(
                    "farah",
                    "Farah Siddiqui",
                    "sana",
                    "Sana Akhtar",
                    "bilal",
                    "Bilal Hashmi",
                    "ghulam",
                    "Ghulam Mustafari",
                    READS_URDU,
                    "Zahra Batool");
            // some tests have people of their own, called like these
            return account -> Optional.ofNullable(names.get(account.replaceFirst("-.*", "")))
                    .map(name -> new People.Addressee(
                            name,
                            account + "@example.org",
                            Optional.of("ur").filter(language -> account.equals(READS_URDU))));
        }

        @Bean
        @Primary
        OwnAddresses standInAddresses() {
            return account -> CONFIRMED.getOrDefault(account, Set.of());
        }

        @Bean
        Recognising standInGateway(Assertions assertions) {
            return request -> {
                String header = request.getHeader(Assertions.PERSON_HEADER);
                if (header != null) {
                    return assertions.verifyPerson(header) instanceof Verdict.Person verified
                            ? Optional.of(verified.person())
                            : Optional.empty();
                }
                return Optional.ofNullable(WebUtils.getCookie(request, TEST_PERSON))
                        .map(cookie -> URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8)
                                .split("/"))
                        .map(said -> new SignedIn(said[0], said[1], Set.of(new Held(said[2], said[3]))));
            };
        }

        @Bean
        DocumentTransport standInSubmission() {
            Map<String, byte[]> none = new ConcurrentHashMap<>();
            return (peer, sha256) -> Optional.ofNullable(none.get(sha256));
        }

        @Bean
        TransactionTemplate testTransaction(org.springframework.transaction.PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }

    @BeforeEach
    void a_journal_with_its_people() {
        if (process != null) {
            process.reset();
        }
        jdbc.sql("insert into journal (id, title, abbreviation, version) values ('sam', 'Sample Review', 'SAM', 1)"
                        + " on conflict do nothing")
                .update();
        for (SignedIn person : List.of(FARAH, SANA, BILAL)) {
            for (Held held : person.roles()) {
                jdbc.sql("insert into role_held (account, journal, role) values (?, ?, ?) on conflict do nothing")
                        .params(person.account(), held.journal(), held.role())
                        .update();
            }
        }
    }

    public static SignedIn signedIn(String account, String name, String... roles) {
        return new SignedIn(
                account,
                name,
                Arrays.stream(roles).map(role -> new Held("sam", role)).collect(Collectors.toSet()));
    }

    /** A manuscript came in; gives its id. Its number is {@code SAM-<id>}. */
    protected String submitted() {
        String id = UUID.randomUUID().toString();
        String file = documents.keep(WordFile.manuscript());
        String report = documents.keep(
                "{\"citations\":3,\"references\":2,\"findings\":[{\"severity\":\"error\",\"message\":\"Carry, 2022 is not in the list\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> receiving.submitted(
                new Arrival(
                        id,
                        "SAM-" + id,
                        "sam",
                        "International relations",
                        "research-article",
                        "ghulam",
                        Set.of("ghulam")),
                new Version(1, metadata(), file, Optional.empty(), report, 1, 0, clock.instant()),
                new HandedIn(
                        "Gas and Diplomacy",
                        "The article looks at gas & diplomacy.",
                        List.of("gas", "diplomacy"),
                        "en",
                        Samples.byLine())));
        if (process != null) {
            stands(id, "screening", "managing-editor");
        }
        return id;
    }

    private String metadata() {
        return documents.keep("""
                {"title": "Gas and Diplomacy", "contributors": [],
                  "suggestedReviewers": [{"name": "Ada Suggested", "email": "ada@example.org", "institution": null,
                    "why": "She knows gas."}],
                  "opposedReviewers": [{"name": "Ben Opposed", "email": null, "institution": "Elsewhere",
                    "why": "We disagree in print."}]}""".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The process says where the manuscript stands. */
    protected void stands(String id, String step, String whose) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                status -> steps.moved(id, step, whose, now, now.plusSeconds(7 * 86_400), null, null));
    }

    /** A manuscript of Sana's with its first round open. */
    protected String underReview() {
        String id = submitted();
        jdbc.sql("update manuscript set handling_editor = 'sana' where id = ?")
                .param(id)
                .update();
        transaction.executeWithoutResult(status -> steps.openRound(id, 1));
        stands(id, "choosing-reviewers", "handling-editor");
        return id;
    }

    protected String reviewer(String name) {
        String id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> reviewers.add(
                new Reviewer(id, name, id + "@example.org", "University of Elsewhere", "gas"), clock.instant()));
        return id;
    }

    /** Somebody is invited at this manuscript; gives the invitation's id. */
    protected String invited(String manuscript, String... names) {
        List<String> chosen = Arrays.stream(names).map(this::reviewer).toList();
        process.waitsFor(org.imprimatur.review.way.EditorialProcess.PersonsStep.CHOOSE_REVIEWERS);
        post(SANA, "/editor/manuscripts/SAM-" + manuscript + "/reviewers", "chosen", String.join(",", chosen));
        Instant answerBy = clock.instant().plusSeconds(14 * 86_400);
        String first = null;
        for (int seat = 0; seat < names.length; seat++) {
            int at = seat;
            String id = transaction.execute(
                    status -> steps.inviteNext(manuscript, 1, at, answerBy).orElseThrow());
            first = first == null ? id : first;
        }
        return first;
    }

    /** The address that an invitation went to. */
    protected String addressOf(String invitation) {
        return jdbc.sql("select r.address from reviewer r join invitation i on i.reviewer = r.id where i.id = ?")
                .param(invitation)
                .query(String.class)
                .single();
    }

    /** The path behind the link of an invitation's mail, as it leaves. */
    protected String link(String invitation) {
        return "/review/" + token(invitation);
    }

    protected String token(String invitation) {
        MailComposer.Letter letter = letter(invitation, "invitation", 1);
        return letter.text().replaceAll("(?s).*https://journal.example.org/review/(\\S+).*", "$1");
    }

    protected MailComposer.Letter letter(String invitation, String kind, int ordinal) {
        String reviewer = jdbc.sql("select reviewer from invitation where id = ?")
                .param(invitation)
                .query(String.class)
                .single();
        return ((MailComposer.Ready) compose(new MailOrder(
                        "test/" + invitation + kind,
                        "about",
                        "reviewer/" + reviewer,
                        kind,
                        Map.of("invitation", invitation, "ordinal", Integer.toString(ordinal)))))
                .letter();
    }

    protected MailComposer.Composition compose(MailOrder order) {
        return transaction.execute(status -> composer.compose(UUID.randomUUID(), order));
    }

    protected MvcResult get(SignedIn person, String path) {
        return perform(person, org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path));
    }

    /** @param parameters name, value, name, value …; a value with commas stands for several */
    protected MvcResult post(SignedIn person, String path, String... parameters) {
        MockHttpServletRequestBuilder request =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                        .with(csrf());
        for (int n = 0; n < parameters.length; n += 2) {
            boolean several = parameters[n].equals("chosen")
                    || parameters[n].equals("alternate")
                    || parameters[n].equals("m")
                    || parameters[n].equals("quoted");
            request.param(parameters[n], several ? parameters[n + 1].split(",") : new String[] {parameters[n + 1]});
        }
        return perform(person, request);
    }

    private MvcResult perform(SignedIn person, MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(person == null ? request : request.header(Assertions.PERSON_HEADER, assertion(person)))
                    .andReturn();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** What the gateway would send with a request of this person. */
    protected String assertion(SignedIn person) {
        return assertions.forPerson(person);
    }

    protected static String body(MvcResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    protected static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    /** Messages that were said about a manuscript, by their wire type without version, oldest first. */
    protected List<String> said(String manuscript) {
        return jdbc.sql("select type from outbox where subject = ? order by position")
                .param(manuscript)
                .query(String.class)
                .list();
    }
}
