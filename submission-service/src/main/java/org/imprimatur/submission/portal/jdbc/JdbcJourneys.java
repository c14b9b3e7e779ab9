package org.imprimatur.submission.portal.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.submission.portal.Journey;
import org.imprimatur.submission.portal.Journeys;
import org.imprimatur.submission.portal.Place;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcJourneys implements Journeys {

    private final JdbcClient jdbc;

    JdbcJourneys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Journey> of(Collection<String> manuscripts) {
        if (manuscripts.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = manuscripts.stream().map(UUID::fromString).toList();
        Map<String, List<Place>> places = grouped(
                "select * from place where manuscript in (:ids) order by sequence",
                ids,
                row -> new Place(
                        Place.Step.valueOf(row.getString("step")),
                        instant(row, "since").orElseThrow(),
                        instant(row, "until"),
                        Optional.ofNullable(row.getString("next_what")),
                        instant(row, "next_at")));
        Map<String, List<Journey.LetterKept>> letters = grouped(
                "select * from letter where manuscript in (:ids) order by received_at",
                ids,
                row -> new Journey.LetterKept(
                        row.getString("document"),
                        row.getString("kind"),
                        instant(row, "received_at").orElseThrow()));
        Map<String, List<Journey.ProofKnown>> proofs = grouped(
                "select * from proof where manuscript in (:ids) order by ready_at",
                ids,
                row -> new Journey.ProofKnown(
                        row.getString("proof"),
                        row.getInt("pages"),
                        instant(row, "ready_at").orElseThrow(),
                        Optional.ofNullable(row.getString("answered"))));
        Map<String, List<Journey.Publication>> published = grouped(
                "select * from published where manuscript in (:ids)",
                ids,
                row -> new Journey.Publication(
                        row.getString("doi"), instant(row, "published_at").orElseThrow()));
        Map<String, Journey> journeys = new HashMap<>();
        manuscripts.forEach(id -> journeys.put(
                id,
                new Journey(
                        places.getOrDefault(id, List.of()),
                        letters.getOrDefault(id, List.of()),
                        proofs.getOrDefault(id, List.of()),
                        published.getOrDefault(id, List.of()).stream().findFirst())));
        return journeys;
    }

    private interface Reads<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Of<T>(String manuscript, T what) {}

    private <T> Map<String, List<T>> grouped(String sql, List<UUID> ids, Reads<T> reads) {
        RowMapper<Of<T>> rows = (row, at) -> new Of<>(row.getString("manuscript"), reads.read(row));
        return jdbc.sql(sql).param("ids", ids).query(rows).list().stream()
                .collect(groupingBy(Of::manuscript, mapping(Of::what, toList())));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    @Override
    @Transactional
    public void moved(String manuscript, long sequence, Place place) {
        jdbc.sql("""
                insert into place (manuscript, sequence, step, since, until, next_what, next_at)
                values (:manuscript, :sequence, :step, :since, :until, :next_what, :next_at)
                on conflict do nothing""")
                .param("manuscript", UUID.fromString(manuscript))
                .param("sequence", sequence)
                .param("step", place.step().name())
                .param("since", Timestamp.from(place.since()))
                .param("until", place.until().map(Timestamp::from).orElse(null))
                .param("next_what", place.nextWhat().orElse(null))
                .param("next_at", place.nextAt().map(Timestamp::from).orElse(null))
                .update();
    }

    @Override
    @Transactional
    public void letter(String manuscript, Journey.LetterKept letter) {
        jdbc.sql("""
                insert into letter (manuscript, document, kind, received_at)
                values (:manuscript, :document, :kind, :received_at) on conflict do nothing""")
                .param("manuscript", UUID.fromString(manuscript))
                .param("document", letter.document())
                .param("kind", letter.kind())
                .param("received_at", Timestamp.from(letter.receivedAt()))
                .update();
    }

    @Override
    @Transactional
    public void proofReady(String manuscript, Journey.ProofKnown proof) {
        jdbc.sql("""
                insert into proof (manuscript, proof, pages, ready_at)
                values (:manuscript, :proof, :pages, :ready_at) on conflict do nothing""")
                .param("manuscript", UUID.fromString(manuscript))
                .param("proof", proof.proof())
                .param("pages", proof.pages())
                .param("ready_at", Timestamp.from(proof.readyAt()))
                .update();
    }

    @Override
    @Transactional
    public void proofAnswered(String manuscript, String proof, String answer) {
        jdbc.sql("update proof set answered = :answer where manuscript = :manuscript and proof = :proof")
                .param("manuscript", UUID.fromString(manuscript))
                .param("proof", proof)
                .param("answer", answer)
                .update();
    }

    @Override
    @Transactional
    public void published(String manuscript, Journey.Publication publication) {
        jdbc.sql("""
                insert into published (manuscript, doi, published_at) values (:manuscript, :doi, :published_at)
                on conflict (manuscript) do nothing""")
                .param("manuscript", UUID.fromString(manuscript))
                .param("doi", publication.doi())
                .param("published_at", Timestamp.from(publication.publishedAt()))
                .update();
    }
}
