package org.imprimatur.review.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.acting.FilesSeen.Seen;
import org.imprimatur.review.desk.MailTrail.Change;
import org.imprimatur.review.desk.MailTrail.Mail;
import org.imprimatur.review.desk.MailTrail.Trail;
import org.imprimatur.review.desk.Timeline;
import org.imprimatur.review.manuscript.History.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads three tables as one line; a page is found by the key of the line above it. */
@Repository
class JdbcTimeline implements Timeline {

    // each part stops by itself when it has enough: a long history costs no more than a page
    private static final String HAPPENED = """
        (select at, 'history' as source, id, actor, what, words, by_hand, trace,
                null::text[] as states, null::text[] as answers, null::text[] as moments
         from history
         where manuscript = :manuscript
           and (cast(:what as text[]) is null or what = any (:what))
           and (:notesToo or what not like 'note-%')
           and (:reviewsToo or (actor not like 'invitation/%'
                and not exists (select from unnest(words) word where word like 'reviewer/%')))
           and (cast(:byHand as boolean) is null or by_hand = :byHand)
           and (cast(:person as text) is null or actor = :person)
           and (at, 'history', id) < (:at, :source, :id)
         order by at desc, id desc limit :most)\
        """;

    private static final String MAILED = """
        (select max(at) as at, 'mail', max(id) as id, recipient, kind, array[service, mail], false, null::text,
                array_agg(state order by id), array_agg(answer order by id), array_agg(
                    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') order by id)
         from mail_change
         where manuscript = :manuscript
           and (:reviewsToo or recipient not like 'reviewer/%')
           and (cast(:person as text) is null or recipient = 'account/' || :person)
         group by service, mail, recipient, kind
         having (max(at), 'mail', max(id)) < (:at, :source, :id)
         order by at desc, id desc limit :most)\
        """;

    private static final String LOOKED = """
        (select at, 'seen', id, actor, kind, array[version::text, file], true,
                null::text, null::text[], null::text[], null::text[]
         from file_seen
         where manuscript = :manuscript
           and (:reviewsToo or actor not like 'invitation/%')
           and (cast(:person as text) is null or actor = :person)
           and (at, 'seen', id) < (:at, :source, :id)
         order by at desc, id desc limit :most)\
        """;

    private static final String LINE = """
        ) as line (at, source, id, actor, what, words, by_hand, trace, states, answers, moments)
        order by at desc, source desc, id desc limit :most\
        """;

    private static final String[] CHANGES = {"revised", "editor-assigned", "screening-passed", "note-rewritten"};
    private static final String[] NOTES = {"note-written", "note-rewritten", "note-withdrawn"};
    private static final Key NEWEST = new Key(Instant.parse("9999-12-31T00:00:00Z"), "", 0);

    private final JdbcClient jdbc;

    JdbcTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Moment> read(String manuscript, Asked asked, int most) {
        List<String> parts = new ArrayList<>();
        boolean all = asked.kind().isEmpty();
        if (!asked.kind()
                .filter(kind -> kind == Kind.MAILS || kind == Kind.FILES)
                .isPresent()) {
            parts.add(HAPPENED);
        }
        if ((all || asked.kind().get() == Kind.MAILS) && !asked.byHand().orElse(false)) {
            parts.add(MAILED);
        }
        if ((all || asked.kind().get() == Kind.FILES) && asked.byHand().orElse(true)) {
            parts.add(LOOKED);
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        Key before = asked.before().orElse(NEWEST);
        String sql = String.join("\nunion all\n", parts);
        return jdbc.sql("select * from (" + sql + LINE)
                .param("manuscript", manuscript)
                .param(
                        "what",
                        asked.kind()
                                .map(kind -> kind == Kind.CHANGES ? CHANGES : kind == Kind.NOTES ? NOTES : null)
                                .orElse(null))
                .param("notesToo", asked.notesToo())
                .param("reviewsToo", asked.reviewsToo())
                .param("byHand", asked.byHand().orElse(null))
                .param("person", asked.person().orElse(null))
                .param("at", before.at().atOffset(ZoneOffset.UTC))
                .param("source", before.source())
                .param("id", before.id())
                .param("most", most)
                .query((row, n) -> moment(manuscript, row))
                .list();
    }

    @Override
    public List<String> actors(String manuscript, boolean reviewsToo) {
        return jdbc.sql("""
            select actor from history
            where manuscript = :manuscript and (:reviewsToo or actor not like 'invitation/%')
            union
            select actor from file_seen
            where manuscript = :manuscript and (:reviewsToo or actor not like 'invitation/%')
            order by 1\
            """)
                .param("manuscript", manuscript)
                .param("reviewsToo", reviewsToo)
                .query(String.class)
                .list();
    }

    private static Moment moment(String manuscript, ResultSet row) throws SQLException {
        Key key = new Key(
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("source"), row.getLong("id"));
        List<String> words = strings(row, "words");
        String actor = row.getString("actor");
        String what = row.getString("what");
        return switch (key.source()) {
            case "mail" -> {
                List<String> states = strings(row, "states");
                List<String> answers = strings(row, "answers");
                List<String> moments = strings(row, "moments");
                List<Change> changes = new ArrayList<>();
                for (int n = 0; n < states.size(); n++) {
                    changes.add(new Change(states.get(n), answers.get(n), Instant.parse(moments.get(n))));
                }
                yield new Mailed(key, new Trail(new Mail(words.get(0), words.get(1), actor, what), changes));
            }
            case "seen" ->
                new Looked(
                        key, new Seen(manuscript, key.at(), actor, what, Integer.parseInt(words.get(0)), words.get(1)));
            default ->
                new Happened(
                        key,
                        new Entry(
                                manuscript,
                                key.at(),
                                actor,
                                what,
                                words,
                                row.getBoolean("by_hand"),
                                Optional.ofNullable(row.getString("trace"))));
        };
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
