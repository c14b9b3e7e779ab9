package org.imprimatur.review.screening.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.Screening.Verdict;
import org.imprimatur.review.screening.Screenings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScreenings implements Screenings {

    private final JdbcClient jdbc;

    JdbcScreenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Screening> find(String manuscript, int version) {
        return jdbc.sql("select * from screening where manuscript = ? and version = ?")
                .params(manuscript, version)
                .query(JdbcScreenings::screening)
                .optional();
    }

    @Override
    public List<Screening> of(String manuscript) {
        return jdbc.sql("select * from screening where manuscript = ? order by version")
                .param(manuscript)
                .query(JdbcScreenings::screening)
                .list();
    }

    private static Screening screening(ResultSet row, int n) throws SQLException {
        return new Screening(
                row.getString("manuscript"),
                row.getInt("version"),
                Verdict.of(row.getString("verdict")).orElseThrow(),
                row.getString("letter"),
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("document")));
    }

    @Override
    public void keep(Screening screening) {
        jdbc.sql("""
                insert into screening (manuscript, version, verdict, letter, by_account, at, document)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (manuscript, version) do update set verdict = excluded.verdict, letter = excluded.letter,
                    by_account = excluded.by_account, at = excluded.at, document = excluded.document""")
                .params(
                        screening.manuscript(),
                        screening.version(),
                        screening.verdict().word(),
                        screening.letter(),
                        screening.by(),
                        screening.at().atOffset(ZoneOffset.UTC),
                        screening.document().orElse(null))
                .update();
    }
}
