package org.imprimatur.review.reviewing.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.reviewing.Certificate;
import org.imprimatur.review.reviewing.Certificate.Line;
import org.imprimatur.review.reviewing.Certificates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCertificates implements Certificates {

    private static final String ALL = """
            select c.*, l.journal, l.reviews, l.first_month, l.last_month
            from certificate c join certificate_line l on l.certificate = c.id
            where c.taken_back_at is null and\s""";
    private static final String THEIRS =
            "c.account in (select :account union select id from account_alias where account = :account)";
    private static final String ORDER = " order by c.issued_at desc, c.id, l.place";

    private final JdbcClient jdbc;

    JdbcCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Certificate certificate, String about, String tokenHash) {
        int added = jdbc.sql("""
                insert into certificate (id, account, token_hash, about, name, year, issued_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        certificate.id(),
                        certificate.account(),
                        tokenHash,
                        about,
                        certificate.name(),
                        certificate.year().orElse(null),
                        certificate.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
        for (int place = 0; added == 1 && place < certificate.lines().size(); place++) {
            Line line = certificate.lines().get(place);
            jdbc.sql("""
                    insert into certificate_line (certificate, place, journal, reviews, first_month, last_month)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(
                            certificate.id(),
                            place,
                            line.journal(),
                            line.reviews(),
                            line.first().atDay(1),
                            line.last().atDay(1))
                    .update();
        }
        return added == 1;
    }

    @Override
    public List<Certificate> of(String account) {
        return together(jdbc.sql(ALL + THEIRS + ORDER)
                .param("account", account)
                .query(JdbcCertificates::row)
                .list());
    }

    @Override
    public Optional<Certificate> find(String account, String id) {
        return together(jdbc.sql(ALL + THEIRS + " and c.id = :id" + ORDER)
                        .param("account", account)
                        .param("id", id)
                        .query(JdbcCertificates::row)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Certificate> byToken(String tokenHash) {
        return together(jdbc.sql(ALL + "c.token_hash = :hash" + ORDER)
                        .param("hash", tokenHash)
                        .query(JdbcCertificates::row)
                        .list())
                .stream()
                .findFirst();
    }

    // a certificate with one of its lines
    private static Certificate row(ResultSet row, int n) throws SQLException {
        return new Certificate(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("year", Integer.class)),
                List.of(new Line(
                        row.getString("journal"),
                        row.getInt("reviews"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class)))),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }

    private static List<Certificate> together(List<Certificate> rows) {
        Map<String, Certificate> all = new LinkedHashMap<>();
        for (Certificate row : rows) {
            all.merge(row.id(), row, (known, more) -> {
                List<Line> lines = new ArrayList<>(known.lines());
                lines.addAll(more.lines());
                return new Certificate(
                        known.id(), known.account(), known.name(), known.year(), lines, known.issuedAt());
            });
        }
        return List.copyOf(all.values());
    }

    @Override
    public void forget(String account) {
        jdbc.sql("delete from certificate_line l using certificate c where c.id = l.certificate and " + THEIRS)
                .param("account", account)
                .update();
        jdbc.sql("delete from certificate c where " + THEIRS)
                .param("account", account)
                .update();
    }

    @Override
    public void takeBack(String account, String id, Instant at) {
        jdbc.sql("update certificate c set taken_back_at = :at where c.id = :id and c.taken_back_at is null and "
                        + THEIRS)
                .param("account", account)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
