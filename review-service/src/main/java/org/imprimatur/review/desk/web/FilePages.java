package org.imprimatur.review.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.documents.Documents;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.FilesSeen;
import org.imprimatur.review.acting.Permissions.Act;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.decision.Decision.InEffect;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.SeeingManuscripts;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.manuscript.VersionContents;
import org.imprimatur.review.manuscript.VersionContents.Attached;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.screening.Screenings;
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
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A manuscript's files, for its editors. Whoever looks at one stands in the history before its bytes leave. */
@Controller
class FilePages {

    private static final String SUBMISSION = "submission";

    private final SeeingManuscripts seeing;
    private final Manuscripts manuscripts;
    private final VersionContents contents;
    private final Decisions decisions;
    private final Screenings screenings;
    private final Letters letters;
    private final Documents documents;
    private final FilesSeen seen;
    private final Words words;
    private final JsonMapper json;
    private final DomainClock clock;

    FilePages(
            SeeingManuscripts seeing,
            Manuscripts manuscripts,
            VersionContents contents,
            Decisions decisions,
            Screenings screenings,
            Letters letters,
            Documents documents,
            FilesSeen seen,
            Words words,
            JsonMapper json,
            DomainClock clock) {
        this.seeing = seeing;
        this.manuscripts = manuscripts;
        this.contents = contents;
        this.decisions = decisions;
        this.screenings = screenings;
        this.letters = letters;
        this.documents = documents;
        this.seen = seen;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    /** A version's own file, as the author handed it in, with a name that says nothing but the number. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String number, @PathVariable int version, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = find(number, person);
        byte[] file = documents.fetch(version(manuscript, version).file(), SUBMISSION);
        String name = number + "-v" + version + ".docx";
        note(manuscript, person, "manuscript", version, name);
        return attachment(name, file);
    }

    /** What the author attached to a version. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/attachments/{sha256}")
    ResponseEntity<byte[]> attached(
            @PathVariable String number,
            @PathVariable int version,
            @PathVariable String sha256,
            @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = find(number, person);
        Attached attached = contents.of(version(manuscript, version)).stream()
                .flatMap(all -> all.files().stream())
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new NotYours("file " + sha256 + " of " + number));
        byte[] file = documents.fetch(sha256, SUBMISSION);
        note(manuscript, person, "attachment", version, attached.name());
        return attachment(attached.name(), file);
    }

    /** What the intake found in a version. */
    @GetMapping("/editor/manuscripts/{number}/versions/{version}/intake")
    ModelAndView intake(
            @PathVariable String number, @PathVariable int version, @AuthenticationPrincipal SignedIn person) {
        Manuscript manuscript = find(number, person);
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
        note(manuscript, person, "intake-report", version, "");
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
        Manuscript manuscript = find(number, person);
        String response = version(manuscript, version)
                .response()
                .orElseThrow(() -> new NotYours("no response with version " + version));
        JsonNode kept = json.readTree(documents.fetch(response, SUBMISSION));
        note(manuscript, person, "response", version, "");
        return new ModelAndView(
                "review/letter",
                Map.of(
                        "manuscript",
                        manuscript,
                        "subject",
                        words.of("file.response-to-reviewers", version),
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
        note(manuscript, person, "letter", 0, kept.subject());
        return new ModelAndView(
                "review/letter", Map.of("manuscript", manuscript, "subject", kept.subject(), "body", kept.body()));
    }

    private Manuscript find(String number, SignedIn person) {
        return seeing.see(Acts.actor(person), number).orElseThrow(() -> new NotYours("manuscript " + number));
    }

    private Version version(Manuscript manuscript, int number) {
        return manuscripts.versions(manuscript.id()).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> new NotYours("version " + number + " of " + manuscript.number()));
    }

    private void note(Manuscript manuscript, SignedIn person, String kind, int version, String file) {
        seen.note(new FilesSeen.Seen(manuscript.id(), clock.instant(), person.account(), kind, version, file));
    }

    private static ResponseEntity<byte[]> attachment(String name, byte[] file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
