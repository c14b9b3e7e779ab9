package org.imprimatur.publication.production.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.GalleyOrder;
import org.imprimatur.publication.production.Galleys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcGalleys implements Galleys {
    private final JdbcClient jdbc;

    JdbcGalleys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Galley> find(UUID id) {
        return jdbc.sql("select * from galley where id = :id")
                .param("id", id)
                .query(this::galley)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public Optional<Galley> lock(UUID id) {
        return jdbc.sql("select * from galley where id = :id for update")
                .param("id", id)
                .query(this::galley)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public List<Galley> of(String manuscript) {
        return jdbc
                .sql("select * from galley where manuscript = :manuscript order by ordinal desc")
                .param("manuscript", manuscript)
                .query(this::galley)
                .list()
                .stream()
                .map(Supplier::get)
                .toList();
    }

    @Override
    public Optional<Galley> newest(String manuscript) {
        return jdbc.sql("select * from galley where manuscript = :manuscript order by ordinal desc limit 1")
                .param("manuscript", manuscript)
                .query(this::galley)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public Optional<Galley> approved(String manuscript) {
        return jdbc.sql("""
                        select * from galley where manuscript = :manuscript and state = 'APPROVED'
                        order by ordinal desc limit 1""")
                .param("manuscript", manuscript)
                .query(this::galley)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public List<Galley> newestOf(String journal) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (manuscript) * from galley where journal = :journal
                            order by manuscript, ordinal desc) newest
                        order by ordinal""").param("journal", journal).query(this::galley).list().stream()
                .map(Supplier::get)
                .toList();
    }

    /** What the row holds at once; the rest is read when the row is done with, or it would take a second connection. */
    private Supplier<Galley> galley(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        GalleyOrder order = new GalleyOrder(
                row.getString("manuscript"),
                row.getString("number"),
                row.getString("journal"),
                row.getString("section"),
                row.getString("article_type"),
                row.getInt("version"),
                row.getString("metadata"),
                row.getString("file"),
                row.getString("corresponding"),
                row.getTimestamp("submitted_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revised_at")).map(Timestamp::toInstant),
                row.getTimestamp("accepted_at").toInstant(),
                Optional.ofNullable(row.getString("corrected")));
        int journalVersion = row.getInt("journal_version");
        Instant ordered = row.getTimestamp("ordered_at").toInstant();
        Supplier<Galley.State> state = state(row, id);
        Optional<Instant> answered =
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant);
        return () -> new Galley(id, order, journalVersion, ordered, state.get(), answered);
    }

    private Supplier<Galley.State> state(ResultSet row, UUID id) throws SQLException {
        String state = row.getString("state");
        String reason = row.getString("reason");
        Supplier<Galley.Sheet> sheet = sheet(row, id);
        return () -> switch (state) {
            case "ORDERED" -> new Galley.Ordered();
            case "FAILED" -> new Galley.Failed(reason);
            case "PROOF" -> new Galley.Proof(sheet.get());
            case "APPROVED" -> new Galley.Approved(sheet.get());
            default ->
                new Galley.ToCorrect(
                        sheet.get(),
                        jdbc.sql("select text from proof_correction where galley = :id order by position")
                                .param("id", id)
                                .query(String.class)
                                .list());
        };
    }

    private Supplier<Galley.Sheet> sheet(ResultSet row, UUID id) throws SQLException {
        String pdf = row.getString("pdf");
        int pages = row.getInt("pages");
        String title = row.getString("title");
        String byLine = row.getString("by_line");
        return () -> new Galley.Sheet(
                pdf,
                pages,
                title,
                byLine,
                Set.copyOf(jdbc.sql("select account from galley_reader where galley = :id")
                        .param("id", id)
                        .query(String.class)
                        .list()));
    }

    @Override
    public void add(Galley galley) {
        GalleyOrder order = galley.order();
        jdbc.sql("""
                        insert into galley (id, manuscript, number, journal, section, article_type, version, metadata,
                            file, corresponding, submitted_at, revised_at, accepted_at, corrected, journal_version,
                            ordered_at, state)
                        values (:id, :manuscript, :number, :journal, :section, :articleType, :version, :metadata,
                            :file, :corresponding, :submittedAt, :revisedAt, :acceptedAt, :corrected, :journalVersion,
                            :orderedAt, 'ORDERED')""")
                .param("id", galley.id())
                .param("manuscript", order.manuscript())
                .param("number", order.number())
                .param("journal", order.journal())
                .param("section", order.section())
                .param("articleType", order.articleType())
                .param("version", order.version())
                .param("metadata", order.metadata())
                .param("file", order.file())
                .param("corresponding", order.correspondingAccount())
                .param("submittedAt", Timestamp.from(order.submittedAt()))
                .param("revisedAt", order.revisedAt().map(Timestamp::from).orElse(null))
                .param("acceptedAt", Timestamp.from(order.acceptedAt()))
                .param("corrected", order.corrected().orElse(null))
                .param("journalVersion", galley.journalVersion())
                .param("orderedAt", Timestamp.from(galley.orderedAt()))
                .update();
        save(galley);
    }

    @Override
    public void save(Galley galley) {
        Optional<Galley.Sheet> sheet = galley.sheet();
        jdbc.sql("""
                        update galley set state = :state, reason = :reason, pdf = :pdf, pages = :pages, title = :title,
                            by_line = :byLine, answered_at = :answeredAt
                        where id = :id""")
                .param("id", galley.id())
                .param("state", name(galley.state()))
                .param("reason", galley.state() instanceof Galley.Failed failed ? failed.reason() : null)
                .param("pdf", sheet.map(Galley.Sheet::pdf).orElse(null))
                .param("pages", sheet.map(Galley.Sheet::pages).orElse(null))
                .param("title", sheet.map(Galley.Sheet::title).orElse(null))
                .param("byLine", sheet.map(Galley.Sheet::byLine).orElse(null))
                .param("answeredAt", galley.answeredAt().map(Timestamp::from).orElse(null))
                .update();
        for (String account : sheet.map(Galley.Sheet::readers).orElse(Set.of())) {
            jdbc.sql("""
                    insert into galley_reader values (:galley,
                        coalesce((select account from account_alias where id = :account), :account))
                    on conflict do nothing""").param("galley", galley.id()).param("account", account).update();
        }
        if (galley.state() instanceof Galley.ToCorrect toCorrect) {
            for (int i = 0; i < toCorrect.corrections().size(); i++) {
                jdbc.sql("insert into proof_correction values (:galley, :position, :text) on conflict do nothing")
                        .param("galley", galley.id())
                        .param("position", i + 1)
                        .param("text", toCorrect.corrections().get(i))
                        .update();
            }
        }
    }

    @Override
    public void giveReader(String account, String said) {
        // what it went into may have gone into a third already
        String into = jdbc.sql("""
                        insert into account_alias (id, account)
                        values (:account, coalesce((select account from account_alias where id = :into), :into))
                        on conflict (id) do update set account = excluded.account
                        returning account""")
                .param("account", account)
                .param("into", said)
                .query(String.class)
                .single();
        jdbc.sql("update account_alias set account = :into where account = :account")
                .param("account", account)
                .param("into", into)
                .update();
        jdbc.sql("insert into galley_reader (galley, account)"
                        + " select galley, :into from galley_reader where account = :account on conflict do nothing")
                .param("account", account)
                .param("into", into)
                .update();
        jdbc.sql("delete from galley_reader where account = :account and account <> :into")
                .param("account", account)
                .param("into", into)
                .update();
        jdbc.sql("update galley set corresponding = :into where corresponding = :account")
                .param("account", account)
                .param("into", into)
                .update();
    }

    @Override
    public void forgetReader(String account) {
        jdbc.sql("delete from account_alias where id = :account or account = :account")
                .param("account", account)
                .update();
        jdbc.sql("delete from galley_reader where account = :account")
                .param("account", account)
                .update();
        jdbc.sql("update galley set corresponding = 'erased' where corresponding = :account")
                .param("account", account)
                .update();
    }

    private static String name(Galley.State state) {
        return state instanceof Galley.Ordered
                ? "ORDERED"
                : state instanceof Galley.Failed
                        ? "FAILED"
                        : state instanceof Galley.Proof
                                ? "PROOF"
                                : state instanceof Galley.Approved ? "APPROVED" : "TO_CORRECT";
    }
}
