package org.imprimatur.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Upload;
import org.imprimatur.submission.manuscript.Uploading;
import org.imprimatur.submission.manuscript.Uploads;
import org.imprimatur.submission.testing.Author;
import org.imprimatur.submission.testing.RunningService;
import org.imprimatur.submission.testing.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tus resumable upload protocol 1.0.0 at the author's door, with good and with bad intent. */
class FilesInPiecesTest {

    private static final RunningService SERVICE = RunningService.get();

    private final Author author = new Author();
    private final String draft = author.draft();
    private final String uploads = "/author/manuscripts/" + draft + "/uploads";

    private static Manuscript stored(String id) {
        return SERVICE.bean(Manuscripts.class).find(id).orElseThrow();
    }

    private HttpResponse<byte[]> begin(long length, String name, String kind) {
        return author.browser()
                .ask(
                        "POST",
                        uploads,
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        String.valueOf(length),
                        "Upload-Metadata",
                        "filename " + base64(name) + (kind.isEmpty() ? "" : ",kind " + base64(kind)));
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
    }

    private String begun(long length, String name, String kind) {
        HttpResponse<byte[]> answer = begin(length, name, kind);
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<byte[]> piece(Author who, String upload, long offset, byte[] bytes) {
        return who.browser()
                .ask(
                        "PATCH",
                        upload,
                        BodyPublishers.ofByteArray(bytes),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        String.valueOf(offset),
                        "Content-Type",
                        "application/offset+octet-stream");
    }

    private String offset(Author who, String upload) {
        HttpResponse<byte[]> answer =
                who.browser().ask("HEAD", upload, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0");
        return answer.statusCode() == 200
                ? answer.headers().firstValue("Upload-Offset").orElseThrow()
                : "status " + answer.statusCode();
    }

    @Test
    void a_file_in_pieces_broken_off_and_taken_up_again_is_the_file() {
        byte[] file = WordFiles.manuscript("In Pieces");
        String upload = begun(file.length, "pieces.docx", "");
        Random random = new Random(7);
        int at = 0;
        while (at < file.length) {
            byte[] next = Arrays.copyOfRange(file, at, Math.min(file.length, at + 1 + random.nextInt(4_000)));
            HttpResponse<byte[]> answer = piece(author, upload, at, next);
            assertThat(answer.statusCode()).isEqualTo(204);
            at += next.length;
            assertThat(answer.headers().firstValue("Upload-Offset")).contains(String.valueOf(at));
            assertThat(piece(author, upload, 0, new byte[1]).statusCode())
                    .as("a piece that is there already")
                    .isEqualTo(409);
            assertThat(offset(author, upload)).isEqualTo(String.valueOf(at));
        }

        assertThat(stored(draft).file().orElseThrow().name()).isEqualTo("pieces.docx");
        assertThat(stored(draft).metadata().title()).isEqualTo("In Pieces");
        assertThat(author.page(
                                draft,
                                "files/" + stored(draft).file().orElseThrow().sha256())
                        .response()
                        .body())
                .isEqualTo(file);
    }

    @Test
    void the_whole_is_judged_by_what_it_holds() {
        String upload = begun(5, "map.png", "figure");

        HttpResponse<byte[]> answer = piece(author, upload, 0, "words".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(new String(answer.body(), UTF_8)).contains("“map.png” is no picture");
        assertThat(stored(draft).attachments()).isEmpty();
    }

    @Test
    void a_file_beside_the_manuscript_comes_in_pieces_too() {
        String upload = begun(10, "notes.txt", "supplementary");
        piece(author, upload, 0, "first".getBytes(UTF_8));
        piece(author, upload, 5, "then.".getBytes(UTF_8));

        assertThat(stored(draft).attachments())
                .extracting(Attachment::name, Attachment::kind)
                .containsExactly(tuple("notes.txt", Attachment.Kind.SUPPLEMENTARY));
    }

    @Test
    void nobody_else_sees_adds_to_or_ends_an_upload() {
        String upload = begun(10, "notes.txt", "supplementary");
        Author somebodyElse = new Author();

        assertThat(offset(somebodyElse, upload)).isEqualTo("status 404");
        assertThat(piece(somebodyElse, upload, 0, new byte[5]).statusCode()).isEqualTo(404);
        assertThat(somebodyElse
                        .browser()
                        .ask("DELETE", upload, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
        assertThat(somebodyElse
                        .browser()
                        .ask("POST", uploads, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0", "Upload-Length", "5")
                        .statusCode())
                .isEqualTo(404);
        assertThat(offset(author, upload)).isEqualTo("0");
    }

    @Test
    void of_two_that_send_the_same_piece_at_once_one_is_taken() {
        String upload = begun(10, "notes.txt", "supplementary");
        ExecutorService hands = Executors.newFixedThreadPool(2);

        List<Integer> answers;
        try {
            answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> piece(author, upload, 0, "first".getBytes(UTF_8))
                                    .statusCode(),
                            hands))
                    .limit(2)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            hands.shutdownNow();
        }

        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(offset(author, upload)).isEqualTo("5");
    }

    @Test
    void what_is_unfinished_after_a_day_is_gone() {
        String upload = begun(10, "notes.txt", "supplementary");
        Uploads uploads = SERVICE.bean(Uploads.class);
        Upload kept = uploads.find(upload.replaceFirst(".*/", "")).orElseThrow();

        uploads.discardExpired(kept.expires());
        assertThat(offset(author, upload)).isEqualTo("0");
        uploads.discardExpired(kept.expires().plusMillis(1));

        assertThat(offset(author, upload)).isEqualTo("status 404");
    }

    @Test
    void nobody_fills_the_house_with_unfinished_uploads() {
        IntStream.range(0, Uploading.MOST).forEach(at -> begun(10, "notes.txt", "supplementary"));

        assertThat(begin(10, "notes.txt", "supplementary").statusCode()).isEqualTo(422);
    }

    @Test
    void an_upload_of_one_manuscript_is_none_of_another() {
        String upload = begun(10, "notes.txt", "supplementary");
        String other = author.draft();

        assertThat(offset(author, upload.replace(draft, other))).isEqualTo("status 404");
    }

    @Test
    void more_than_a_file_may_be_is_refused_before_it_is_sent() {
        HttpResponse<byte[]> answer = begin(31L * 1024 * 1024, "film.mp4", "supplementary");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(new String(answer.body(), UTF_8)).contains("larger than 30 MB");
    }

    @Test
    void more_than_was_announced_is_not_taken() {
        String upload = begun(3, "notes.txt", "supplementary");

        assertThat(piece(author, upload, 0, new byte[4]).statusCode()).isEqualTo(409);
        assertThat(offset(author, upload)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "99999999999999999999"})
    void a_length_that_is_none_begins_nothing(String length) {
        assertThat(author.browser()
                        .ask(
                                "POST",
                                uploads,
                                BodyPublishers.noBody(),
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                length)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_protocols_own_refusals_are_kept() {
        String upload = begun(3, "notes.txt", "supplementary");

        HttpResponse<byte[]> otherVersion = author.browser()
                .ask(
                        "PATCH",
                        upload,
                        BodyPublishers.ofByteArray(new byte[3]),
                        "Tus-Resumable",
                        "0.2.2",
                        "Upload-Offset",
                        "0",
                        "Content-Type",
                        "application/offset+octet-stream");
        HttpResponse<byte[]> otherType = author.browser()
                .ask(
                        "PATCH",
                        upload,
                        BodyPublishers.ofByteArray(new byte[3]),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        "0",
                        "Content-Type",
                        "text/plain");
        HttpResponse<byte[]> options = author.browser().ask("OPTIONS", uploads, BodyPublishers.noBody());

        assertThat(otherVersion.statusCode()).isEqualTo(412);
        assertThat(otherVersion.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(otherType.statusCode()).isEqualTo(415);
        assertThat(options.headers().firstValue("Tus-Extension")).contains("creation,expiration,termination");
        assertThat(author.browser()
                        .ask("DELETE", upload, BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(204);
        assertThat(offset(author, upload)).isEqualTo("status 404");
    }

    @Test
    void a_request_without_the_pages_seal_is_refused() {
        String upload = begun(3, "notes.txt", "supplementary");

        assertThat(author.browser()
                        .askUnsealed(
                                "PATCH",
                                upload,
                                BodyPublishers.ofByteArray(new byte[3]),
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Offset",
                                "0",
                                "Content-Type",
                                "application/offset+octet-stream")
                        .statusCode())
                .isEqualTo(403);
        assertThat(offset(author, upload)).isEqualTo("0");
    }
}
