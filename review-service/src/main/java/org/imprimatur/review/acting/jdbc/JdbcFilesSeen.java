package org.imprimatur.review.acting.jdbc;

import java.time.ZoneOffset;
import org.imprimatur.review.acting.FilesSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFilesSeen implements FilesSeen {

    private final JdbcClient jdbc;

    JdbcFilesSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void note(Seen seen) {
        jdbc.sql("insert into file_seen (manuscript, at, actor, kind, version, file) values (?, ?, ?, ?, ?, ?)")
                .params(
                        seen.manuscript(),
                        seen.at().atOffset(ZoneOffset.UTC),
                        seen.actor(),
                        seen.kind(),
                        seen.version(),
                        seen.file())
                .update();
    }
}
