package org.imprimatur.publication.issue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.bibliographic.Season;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.Slot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIssues implements Issues {
    private final JdbcClient jdbc;

    JdbcIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Issue> find(UUID id) {
        return jdbc.sql("select * from issue where id = :id")
                .param("id", id)
                .query(this::issue)
                .optional()
                .map(Supplier::get);
    }

    // the row is locked first and its articles are read after that, or they could be those of before the wait
    @Override
    public Optional<Issue> lock(UUID id) {
        jdbc.sql("select id from issue where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    @Override
    public Optional<Issue> find(String journal, int volume, int number) {
        return jdbc.sql("select * from issue where journal = :journal and volume = :volume and number = :number")
                .param("journal", journal)
                .param("volume", volume)
                .param("number", number)
                .query(this::issue)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public Optional<Issue> holding(String manuscript) {
        return jdbc.sql("select issue.* from issue join slot on slot.issue = issue.id where manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(this::issue)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public List<Issue> of(String journal) {
        return jdbc
                .sql("select * from issue where journal = :journal order by volume desc, number desc")
                .param("journal", journal)
                .query(this::issue)
                .list()
                .stream()
                .map(Supplier::get)
                .toList();
    }

    /** What the row holds at once; the rest is read when the row is done with, or it would take a second connection. */
    private Supplier<Issue> issue(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String journal = row.getString("journal");
        IssueDesignation designation = new IssueDesignation(
                row.getInt("volume"),
                row.getString("volume_label"),
                row.getInt("number"),
                row.getString("label"),
                Optional.ofNullable(row.getString("season")).map(Season::valueOf),
                Optional.ofNullable(row.getObject("month", Integer.class)).map(Month::of),
                row.getInt("year"));
        Issue.State state = Issue.State.valueOf(row.getString("state"));
        int firstPage = row.getInt("first_page");
        int lastNumber = row.getInt("last_number");
        Optional<Integer> journalVersion = Optional.ofNullable(row.getObject("journal_version", Integer.class));
        long version = row.getLong("version");
        Instant opened = row.getTimestamp("opened_at").toInstant();
        Optional<Instant> closed =
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant);
        Optional<Instant> published =
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant);
        return () -> new Issue(
                id,
                journal,
                designation,
                state,
                firstPage,
                lastNumber,
                slots(id),
                journalVersion,
                version,
                opened,
                closed,
                published);
    }

    private List<Slot> slots(UUID issue) {
        return jdbc.sql("select * from slot where issue = :issue order by position")
                .param("issue", issue)
                .query((row, index) -> new Slot(
                        row.getString("manuscript"),
                        new ArticleNumber(row.getInt("number")),
                        row.getInt("page_count"),
                        row.getString("pages") != null,
                        fixed(row),
                        row.getBoolean("withdrawn"),
                        row.getBoolean("released")))
                .list();
    }

    private static Optional<Slot.Fixed> fixed(ResultSet row) throws SQLException {
        String doi = row.getString("doi");
        return doi == null ? Optional.empty() : Optional.of(new Slot.Fixed(Doi.of(doi), row.getString("pdf")));
    }

    @Override
    public boolean add(Issue issue) {
        IssueDesignation designation = issue.designation();
        return jdbc.sql("""
                        insert into issue (id, journal, volume, volume_label, number, label, season, month, year, state,
                            first_page, last_number, version, opened_at)
                        values (:id, :journal, :volume, :volumeLabel, :number, :label, :season, :month, :year, 'OPEN',
                            :firstPage, :lastNumber, :version, :openedAt)
                        on conflict (journal, volume, number) do nothing""")
                        .param("id", issue.id())
                        .param("journal", issue.journal())
                        .param("volume", designation.volume())
                        .param("volumeLabel", designation.volumeLabel())
                        .param("number", designation.issue())
                        .param("label", designation.issueLabel())
                        .param("season", designation.season().map(Season::name).orElse(null))
                        .param("month", designation.month().map(Month::getValue).orElse(null))
                        .param("year", designation.year())
                        .param("firstPage", issue.firstPage())
                        .param("lastNumber", issue.lastNumber())
                        .param("version", issue.version())
                        .param("openedAt", Timestamp.from(issue.openedAt()))
                        .update()
                == 1;
    }

    @Override
    public void save(Issue issue) {
        jdbc.sql("""
                        update issue set state = :state, last_number = :lastNumber, journal_version = :journalVersion,
                            version = :version, closed_at = :closedAt, published_at = :publishedAt
                        where id = :id""")
                .param("id", issue.id())
                .param("state", issue.state().name())
                .param("lastNumber", issue.lastNumber())
                .param("journalVersion", issue.journalVersion().orElse(null))
                .param("version", issue.version())
                .param("closedAt", issue.closedAt().map(Timestamp::from).orElse(null))
                .param("publishedAt", issue.publishedAt().map(Timestamp::from).orElse(null))
                .update();
        jdbc.sql("delete from slot where issue = :issue")
                .param("issue", issue.id())
                .update();
        Map<String, PageRange> pages = issue.pages();
        for (int i = 0; i < issue.slots().size(); i++) {
            Slot slot = issue.slots().get(i);
            PageRange range = pages.get(slot.manuscript());
            jdbc.sql("""
                            insert into slot (issue, manuscript, number, position, page_count, pages, doi, pdf,
                                withdrawn, released)
                            values (:issue, :manuscript, :number, :position, :pageCount, cast(:pages as int4range),
                                :doi, :pdf, :withdrawn, :released)""")
                    .param("issue", issue.id())
                    .param("manuscript", slot.manuscript())
                    .param("number", slot.number().value())
                    .param("position", i + 1)
                    .param("pageCount", slot.pageCount())
                    .param("pages", range == null ? null : "[" + range.first() + "," + range.last() + "]")
                    .param("doi", slot.fixed().map(fixed -> fixed.doi().value()).orElse(null))
                    .param("pdf", slot.fixed().map(Slot.Fixed::pdf).orElse(null))
                    .param("withdrawn", slot.withdrawn())
                    .param("released", slot.released())
                    .update();
        }
    }

    @Override
    public Optional<UUID> chosenFor(String manuscript) {
        return jdbc.sql("select issue from chosen_issue where manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(UUID.class)
                .optional();
    }

    @Override
    public void choose(String manuscript, UUID issue) {
        jdbc.sql("""
                        insert into chosen_issue values (:manuscript, :issue)
                        on conflict (manuscript) do update set issue = excluded.issue""").param("manuscript", manuscript).param("issue", issue).update();
    }
}
