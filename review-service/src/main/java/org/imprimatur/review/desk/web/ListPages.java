package org.imprimatur.review.desk.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.desk.Queue;
import org.imprimatur.review.desk.Queue.Asked;
import org.imprimatur.review.desk.Queue.Row;
import org.imprimatur.web.acting.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A list of the dashboard as a file for a spreadsheet: all its pages, read and sent piece by piece. */
@Controller
class ListPages {

    private static final int PIECE = 500;
    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "authors",
            "journal",
            "section",
            "round",
            "needed",
            "whose",
            "editor",
            "submitted",
            "since",
            "until",
            "late");

    private final Queue queue;
    private final People people;
    private final Words words;
    private final DomainClock clock;

    ListPages(Queue queue, People people, Words words, DomainClock clock) {
        this.queue = queue;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/editor/list.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam Map<String, String> parameters, @AuthenticationPrincipal SignedIn person) {
        Actor.Person actor = DeskPages.editor(person);
        Asked asked = Asking.of(parameters).from(null);
        Instant now = clock.instant();
        String heads = Csv.line(
                COLUMNS.stream().map(column -> words.of("desk.csv." + column)).toList());
        List<Row> first = queue.rows(actor, asked, now, PIECE);
        StreamingResponseBody body = out -> {
            Writer file = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            // without it spreadsheets take UTF-8 for something else
            file.write('\ufeff');
            file.write(heads);
            List<Row> piece = first;
            while (!piece.isEmpty()) {
                write(file, piece, now);
                piece = piece.size() < PIECE
                        ? List.of()
                        : queue.rows(
                                actor, asked.from(piece.get(piece.size() - 1).place()), now, PIECE);
            }
            file.flush();
        };
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("manuscripts.csv")
                                .build()
                                .toString())
                .body(body);
    }

    private void write(Writer file, List<Row> rows, Instant now) throws IOException {
        for (Row row : rows) {
            file.write(Csv.line(Stream.of(
                            row.number(),
                            row.title(),
                            row.byLine(),
                            row.journal(),
                            row.section(),
                            Integer.toString(row.round()),
                            words.needed(row.needed(now)),
                            words.whose(row.whose(), row.account()),
                            row.handlingEditor().map(people::nameOf).orElse(""),
                            row.submittedAt().toString(),
                            row.since().toString(),
                            row.until().map(Instant::toString).orElse(""),
                            words.of(row.isLate(now) ? "desk.csv.yes" : "desk.csv.no"))
                    .map(value -> Optional.ofNullable(value).orElse(""))
                    .toList()));
        }
    }
}
