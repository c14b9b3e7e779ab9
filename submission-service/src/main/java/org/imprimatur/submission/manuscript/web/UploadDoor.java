package org.imprimatur.submission.manuscript.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.Outcome;
import org.imprimatur.submission.manuscript.Upload;
import org.imprimatur.submission.manuscript.Uploading;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Files in pieces, by the tus resumable upload protocol 1.0.0: its core with the extensions creation, expiration and
 * termination. A refusal's body is a sentence for the author.
 */
@Controller
@RequestMapping("/author/manuscripts/{id}/uploads")
class UploadDoor {

    private static final String VERSION = "1.0.0";
    private static final int LARGEST_PIECE = 8 * 1024 * 1024;
    private static final MediaType PIECE = MediaType.parseMediaType("application/offset+octet-stream");
    private static final MediaType SENTENCE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Uploading uploading;
    private final Wizard wizard;
    private final Words words;
    private final TransactionTemplate transaction;

    UploadDoor(Uploading uploading, Wizard wizard, Words words, TransactionTemplate transaction) {
        this.uploading = uploading;
        this.wizard = wizard;
        this.words = words;
        this.transaction = transaction;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> capabilities() {
        return answer(HttpStatus.NO_CONTENT)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", String.valueOf(Attachment.LARGEST))
                .build();
    }

    @PostMapping
    ResponseEntity<String> begin(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @RequestHeader(name = "Tus-Resumable", defaultValue = "") String version,
            @RequestHeader(name = "Upload-Length", defaultValue = "") String length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata) {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        if (!length.matches("\\d{1,15}")) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        Map<String, String> about = about(metadata);
        Uploading.Begun begun = transaction.execute(status -> uploading.begin(
                Wizard.actor(person),
                id,
                Attachment.Kind.of(about.getOrDefault("kind", "")),
                FileNames.plain(about.getOrDefault("filename", "")),
                Long.parseLong(length),
                UUID.randomUUID().toString(),
                wizard.now()));
        if (begun instanceof Uploading.Open open) {
            return answer(HttpStatus.CREATED)
                    .header(
                            HttpHeaders.LOCATION,
                            "/author/manuscripts/" + id + "/uploads/"
                                    + open.upload().id())
                    .header("Upload-Expires", expires(open.upload()))
                    .build();
        }
        if (begun instanceof Uploading.Refused refused) {
            return answer(
                            Long.parseLong(length) > Attachment.LARGEST
                                    ? HttpStatus.CONTENT_TOO_LARGE
                                    : HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(SENTENCE)
                    .body(words.say(refused.problem()));
        }
        throw new NotYours("manuscript");
    }

    // "filename bWFudXNjcmlwdC5kb2N4,kind ZmlndXJl"; a pair that isn't one is none
    private static Map<String, String> about(String metadata) {
        return Arrays.stream(metadata.split(","))
                .map(pair -> pair.strip().split(" ", 2))
                .filter(pair ->
                        pair.length == 2 && pair[1].matches("[A-Za-z0-9+/]*={0,2}") && pair[1].length() % 4 == 0)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> new String(Base64.getDecoder().decode(pair[1]), StandardCharsets.UTF_8),
                        (first, second) -> first));
    }

    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String upload) {
        return uploading
                .find(Wizard.actor(person), id, upload)
                .map(found -> answer(HttpStatus.OK)
                        .header("Upload-Offset", String.valueOf(found.offset()))
                        .header("Upload-Length", String.valueOf(found.length()))
                        .header("Upload-Expires", expires(found))
                        .<Void>build())
                .orElseGet(() -> answer(HttpStatus.NOT_FOUND).build());
    }

    @PatchMapping("/{upload}")
    ResponseEntity<String> take(
            @AuthenticationPrincipal SignedIn person,
            @PathVariable String id,
            @PathVariable String upload,
            @RequestHeader(name = "Tus-Resumable", defaultValue = "") String version,
            @RequestHeader(name = "Upload-Offset", defaultValue = "") String offset,
            HttpServletRequest request)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        if (request.getContentType() == null
                || !PIECE.equalsTypeAndSubtype(MediaType.parseMediaType(request.getContentType()))) {
            return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        if (!offset.matches("\\d{1,15}")) {
            return answer(HttpStatus.BAD_REQUEST).build();
        }
        byte[] piece = request.getInputStream().readNBytes(LARGEST_PIECE + 1);
        if (piece.length > LARGEST_PIECE) {
            return answer(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Uploading.Taken taken = transaction.execute(status ->
                uploading.take(Wizard.actor(person), id, upload, Long.parseLong(offset), piece, wizard.now()));
        if (taken instanceof Uploading.Kept kept) {
            return answer(HttpStatus.NO_CONTENT)
                    .header("Upload-Offset", String.valueOf(kept.offset()))
                    .build();
        }
        if (taken instanceof Uploading.Elsewhere elsewhere) {
            return answer(HttpStatus.CONFLICT)
                    .header("Upload-Offset", String.valueOf(elsewhere.offset()))
                    .build();
        }
        if (taken instanceof Uploading.Whole whole) {
            return judged(whole);
        }
        return answer(HttpStatus.NOT_FOUND).build();
    }

    private ResponseEntity<String> judged(Uploading.Whole whole) {
        Optional<String> refusal = Optional.empty();
        if (whole.outcome() instanceof Outcome.Wrong wrong) {
            refusal = Optional.of(words.say(wrong.problems().get(0)));
        } else if (whole.outcome() instanceof Outcome.NotNow notNow) {
            refusal = Optional.of(words.say(notNow.reason()));
        } else if (!(whole.outcome() instanceof Outcome.Done)) {
            refusal = Optional.of(words.say("not-now.changed"));
        }
        return refusal.map(reason -> answer(HttpStatus.UNPROCESSABLE_CONTENT)
                        .contentType(SENTENCE)
                        .body(reason))
                .orElseGet(() -> answer(HttpStatus.NO_CONTENT)
                        .header("Upload-Offset", String.valueOf(whole.upload().length()))
                        .build());
    }

    @DeleteMapping("/{upload}")
    ResponseEntity<Void> giveUp(
            @AuthenticationPrincipal SignedIn person, @PathVariable String id, @PathVariable String upload) {
        boolean there = transaction.execute(status -> uploading.giveUp(Wizard.actor(person), id, upload));
        return answer(there ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND).build();
    }

    private static ResponseEntity<String> otherVersion() {
        return answer(HttpStatus.PRECONDITION_FAILED)
                .header("Tus-Version", VERSION)
                .build();
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .header("Tus-Resumable", VERSION)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static String expires(Upload upload) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(upload.expires().atOffset(ZoneOffset.UTC));
    }
}
