package org.imprimatur.publication.site.jdbc;

import java.time.LocalDate;
import java.util.Locale;
import org.imprimatur.publication.site.Readings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReadings implements Readings {
    private final JdbcClient jdbc;

    JdbcReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(String manuscript, Kind kind, LocalDate day) {
        jdbc.sql("""
                insert into reading (manuscript, day, kind, times) values (?, ?, ?, 1)
                on conflict (manuscript, day, kind) do update set times = reading.times + 1""")
                .params(manuscript, day, kind.name().toLowerCase(Locale.ROOT))
                .update();
    }

    @Override
    public Count of(String manuscript) {
        return jdbc.sql("""
                select coalesce(sum(times) filter (where kind = 'page'), 0) as pages,
                       coalesce(sum(times) filter (where kind = 'pdf'), 0) as pdfs
                from reading where manuscript = ?""")
                .param(manuscript)
                .query((row, n) -> new Count(row.getLong("pages"), row.getLong("pdfs")))
                .single();
    }
}
