package org.imprimatur.publication;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.imprimatur.contracts.Wire;
import org.imprimatur.contracts.documents.ManuscriptMetadata;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.contracts.publication.ProofReady;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.journal.Drafts;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.Held;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What tests do with the running service: people use its pages, the process says commands and hears answers. */
@TestComponent
public class Service {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2024-05-06T10:00:00Z");

    @Autowired
    MockMvc mvc;

    @Autowired
    Assertions assertions;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    public JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    ServiceWorld.SubmissionDocuments submission;

    @Autowired
    public FakeRendering rendering;

    public static SignedIn administrator() {
        return new SignedIn("root", "Rita Root", Set.of(new Held("*", "administrator")));
    }

    public static SignedIn editor(String journal) {
        return new SignedIn("hina", "Hina Yousaf", Set.of(new Held(journal, "production-editor")));
    }

    public static SignedIn person(String account) {
        return new SignedIn(account, "Somebody", Set.of());
    }

    public String headerOf(SignedIn who) {
        return assertions.forPerson(who);
    }

    public MvcResult visit(SignedIn who, String path) throws Exception {
        return mvc.perform(as(who, get(path))).andReturn();
    }

    /** Sends a form with its token. */
    public MvcResult send(SignedIn who, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(as(who, request)).andReturn();
    }

    /** Uploads a file in a form with its token. */
    public MvcResult upload(SignedIn who, String path, String name, byte[] content) throws Exception {
        return mvc.perform(as(
                        who,
                        multipart(path)
                                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                                .with(csrf())))
                .andReturn();
    }

    public MockMvc mvc() {
        return mvc;
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B as(SignedIn who, B request) {
        return who == null ? request : request.header(Assertions.PERSON_HEADER, assertions.forPerson(who));
    }

    public String journal() throws Exception {
        String key = "pol" + COUNTER.incrementAndGet();
        send(administrator(), "/production/journals", fields(Drafts.of(key).with("abbreviation", key)));
        return key;
    }

    public static String[] fields(Drafts draft) {
        return draft.fields().entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** Opens volume IX, issue II and gives its id. */
    public String issue(String journal) throws Exception {
        String location = send(
                        editor(journal),
                        "/production/journals/" + journal + "/issues",
                        "volume",
                        "9",
                        "number",
                        "2",
                        "season",
                        "SPRING",
                        "month",
                        "6",
                        "year",
                        "2024",
                        "firstPage",
                        "")
                .getResponse()
                .getRedirectedUrl();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Lets the process say a command. */
    public void command(Object command) {
        transaction.executeWithoutResult(status -> outbox.say(command, "process"));
    }

    /** An accepted manuscript, as a command to typeset it. */
    public ProduceGalley accepted(String journal, int pages) {
        String manuscript = UUID.randomUUID().toString();
        rendering.setPages(manuscript, pages);
        byte[] metadata = json.writeValueAsBytes(new ManuscriptMetadata(
                "Gas & <Diplomacy> in Example " + COUNTER.incrementAndGet(),
                "The article looks at examples.\n\nIt ends with recommendations.",
                List.of("examples", "gas"),
                "en",
                List.of(
                        contributor("Ada", "Paper", "ada-" + manuscript, false),
                        contributor("Ben", "Inkwell", "ben-" + manuscript, true)),
                List.of(),
                List.of(),
                List.of()));
        return new ProduceGalley(
                manuscript,
                "POL-2024-" + COUNTER.get(),
                journal,
                "articles",
                "research-article",
                2,
                kept(metadata),
                kept(docx("It was shown.")),
                "ben-" + manuscript,
                NOW.minus(Duration.ofDays(90)),
                NOW.minus(Duration.ofDays(30)),
                NOW);
    }

    private static ManuscriptMetadata.Contributor contributor(
            String given, String family, String account, boolean corresponding) {
        return new ManuscriptMetadata.Contributor(
                given,
                family,
                family.toLowerCase(Locale.ROOT) + "@example.org",
                account,
                corresponding ? "0000-0002-1825-0097" : null,
                corresponding,
                "Lecturer",
                List.of(new ManuscriptMetadata.Affiliation("Department of Examples, University of Nowhere", null)),
                List.of("Conceptualization"),
                corresponding);
    }

    private String kept(byte[] content) {
        try {
            String name = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            submission.keep(name, content);
            return name;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A manuscript that ends with this sentence. */
    public static byte[] docx(String conclusion) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            paragraph(document, "Title", "Gas and Diplomacy");
            paragraph(document, "Heading1", "Introduction");
            paragraph(document, null, "Something is to be shown by examples.");
            paragraph(document, "Heading1", "Conclusion");
            paragraph(document, null, conclusion);
            document.write(out);
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    /** Waits for what the service said about a subject, and gives the newest of that type as JSON. */
    public String heard(Class<?> type, String subject) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> said(type, subject), all -> !all.isEmpty())
                .get(0);
    }

    /** What the service has said so far, newest first. */
    public List<String> said(Class<?> type, String subject) {
        String name = type.getAnnotation(Wire.class).type();
        return jdbc.sql("select body from outbox where type = :type and subject = :subject order by position desc")
                .param("type", name)
                .param("subject", subject)
                .query((row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
    }

    /** The id of the manuscript's newest proof. */
    public String proof(String manuscript) {
        return json.readTree(heard(ProofReady.class, manuscript)).get("proof").asString();
    }

    /** An article whose author has approved the proof; gives the manuscript's id. */
    public String approved(String journal, int pages) throws Exception {
        ProduceGalley order = accepted(journal, pages);
        command(order);
        send(person(order.correspondingAccount()), "/production/proofs/" + proof(order.manuscript()) + "/approval");
        return order.manuscript();
    }
}
