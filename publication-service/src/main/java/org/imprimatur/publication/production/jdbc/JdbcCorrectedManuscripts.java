package org.imprimatur.publication.production.jdbc;

import java.sql.Timestamp;
import java.util.List;
import org.imprimatur.publication.production.CorrectedManuscript;
import org.imprimatur.publication.production.CorrectedManuscripts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCorrectedManuscripts implements CorrectedManuscripts {
    private final JdbcClient jdbc;

    JdbcCorrectedManuscripts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CorrectedManuscript> of(String manuscript) {
        return jdbc.sql("select * from corrected_manuscript where manuscript = :manuscript order by version desc")
                .param("manuscript", manuscript)
                .query((row, index) -> new CorrectedManuscript(
                        row.getString("manuscript"),
                        row.getInt("version"),
                        row.getString("file"),
                        row.getString("corrects"),
                        row.getString("by_account"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public void add(CorrectedManuscript corrected) {
        jdbc.sql("insert into corrected_manuscript values (:manuscript, :version, :file, :of, :by, :at)")
                .param("manuscript", corrected.manuscript())
                .param("version", corrected.version())
                .param("file", corrected.file())
                .param("of", corrected.of())
                .param("by", corrected.by())
                .param("at", Timestamp.from(corrected.at()))
                .update();
    }
}
