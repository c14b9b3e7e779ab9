package org.imprimatur.review.desk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.desk.Needed;
import org.imprimatur.review.desk.Needed.Lateness;
import org.imprimatur.review.desk.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the dashboard's table. A list is put together from branches, one for each journal or reason why a row is shown:
 * each is read from an index in the order asked for and stops when it has filled a page, so that no list costs more than
 * what it shows.
 */
@Repository
class JdbcQueue implements Queue {

    /** The same rule as that of the permissions, for a list: a test compares the two. */
    private static final String NOT_THEIR_OWN = " and not (:me = any (d.authors))";

    private static final String MINE = """
        ((d.account = :me
            or d.account is null and d.whose = 'managing-editor' and d.journal = any (:managing)
            or d.account is null and d.whose = 'production-editor' and d.journal = any (:producing)) is true)\
        """;
    private static final String MAIL_LOST =
            "(d.mail_lost or d.reviewers_mail_lost and (d.journal = any (:reviewing) or d.handling_editor = :me))";
    // in the index's own words, or it isn't used
    private static final String TROUBLED = " and (d.mail_lost or d.reviewers_mail_lost or d.deposit_failed)";
    private static final String COLUMNS =
            "d.manuscript, d.number, d.title, d.by_line, d.journal, d.section, d.round, d.step, d.need, d.whose,"
                    + " d.account, d.handling_editor, d.submitted_at, d.since, d.until, d.next_what, d.next_at,"
                    + " d.mail_lost, d.reviewers_mail_lost, d.deposit_failed";
    private static final int SHORTEST_BEGINNING = 3;

    private final JdbcClient jdbc;

    JdbcQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Row> rows(Actor.Person person, Asked asked, Instant now, int limit) {
        Map<String, Object> parameters = who(person, now);
        Search search = Search.of(asked.words());
        List<String> branches = branches(person, asked, search, parameters);
        if (branches.isEmpty()) {
            return List.of();
        }
        parameters.put("limit", limit);
        boolean falling = asked.order() == Order.NEWEST;
        String order = " order by d.rank, d.place" + (falling ? " desc, d.manuscript desc" : ", d.manuscript");
        return jdbc.sql("select d.*, coalesce(n.title, d.section) as section_title, " + MINE + " as mine, " + MAIL_LOST
                        + " as lost from (select * from ("
                        + String.join(" union all ", branches)
                        + ") as d" + order + " limit :limit) d"
                        + " left join journal_section n on n.journal = d.journal and n.key = d.section" + order)
                .params(parameters)
                .query((row, n) -> row(row, asked.order()))
                .list();
    }

    private static List<String> branches(
            Actor.Person person, Asked asked, Search search, Map<String, Object> parameters) {
        if (search.isHopeless()) {
            return List.of();
        }
        String key = switch (asked.order()) {
            case OLDEST, NEWEST -> "d.since";
            case DUE -> "d.due";
            case NUMBER -> "d.number";
        };
        String order =
                " order by " + key + (asked.order() == Order.NEWEST ? " desc, d.manuscript desc" : ", d.manuscript");
        String filters = filters(asked, search, parameters);
        List<String> branches = new ArrayList<>();
        for (int rank : ranks(asked, search)) {
            boolean capped = rank == 1;
            String active = asked.needed().filter(Needed::isTrouble).isPresent()
                    ? TROUBLED
                    : rank == 0 && !ended(asked) ? " and d.active" : " and not d.active";
            String place = place(asked, rank, key, parameters);
            if (place == null) {
                continue;
            }
            for (String visible :
                    asked.move() == Move.MINE ? moves(person, parameters) : visible(person, asked, parameters)) {
                String of = "from desk_row d where " + visible + active + NOT_THEIR_OWN + filters;
                String from = capped ? "from (select d.* " + of + " limit " + MOST_ENDED_FOUND + ") d where true" : of;
                branches.add("(select " + COLUMNS + ", " + rank + " as rank, " + key + " as place " + from + place
                        + order + " limit :limit)");
            }
        }
        return branches;
    }

    // a search goes on where what is under way ends
    private static List<Integer> ranks(Asked asked, Search search) {
        boolean both = search.isAsked()
                && asked.needed().isEmpty()
                && asked.step().isEmpty()
                && asked.move() == Move.ANY
                && !asked.late();
        return both ? List.of(0, 1) : List.of(0);
    }

    private static boolean ended(Asked asked) {
        return asked.needed().filter(Needed::isEnded).isPresent()
                || asked.step().filter(JdbcQueue::isEnd).isPresent();
    }

    private static boolean isEnd(String step) {
        return Arrays.stream(Needed.values())
                .anyMatch(needed -> needed.isEnded() && needed.need().equals(step));
    }

    // null: the page before ended behind all of these
    private static String place(Asked asked, int rank, String key, Map<String, Object> parameters) {
        After after = asked.after();
        if (after == null || after.rank() < rank) {
            return "";
        }
        if (after.rank() > rank) {
            return null;
        }
        parameters.put("afterKey", after.key());
        parameters.put("afterId", after.id());
        String type = asked.order() == Order.NUMBER ? "text" : "timestamptz";
        return " and (" + key + ", d.manuscript) " + (asked.order() == Order.NEWEST ? "<" : ">") + " (:afterKey::"
                + type + ", :afterId)";
    }

    private static String filters(Asked asked, Search search, Map<String, Object> parameters) {
        StringBuilder filters = new StringBuilder();
        asked.needed().ifPresent(needed -> {
            if (needed == Needed.MAIL) {
                filters.append(" and ").append(MAIL_LOST);
            } else if (needed == Needed.DEPOSIT) {
                filters.append(" and d.deposit_failed");
            } else {
                filters.append(needed.isEnded() ? " and d.step = :need" : " and d.need = :need");
                parameters.put("need", needed.need());
            }
            if (needed.lateness() != Lateness.EITHER) {
                filters.append(needed.lateness() == Lateness.LATE ? " and d.due < :now" : " and d.due >= :now");
            }
        });
        if (asked.move() == Move.OTHERS) {
            filters.append(" and not ").append(MINE);
        }
        if (asked.late()) {
            filters.append(" and d.due < :now");
        }
        asked.section().ifPresent(section -> {
            filters.append(" and d.section = :section");
            parameters.put("section", section);
        });
        asked.step().ifPresent(step -> {
            filters.append(" and d.step = :step");
            parameters.put("step", step);
        });
        asked.editor().ifPresent(editor -> {
            filters.append(" and d.handling_editor = :editor");
            parameters.put("editor", editor);
        });
        asked.journal().ifPresent(journal -> {
            filters.append(" and d.journal = :journal");
            parameters.put("journal", journal);
        });
        if (search.isAsked()) {
            filters.append(" and (d.words @@ to_tsquery('simple', :query) or lower(d.number) like :number)");
            parameters.put("query", search.query());
            parameters.put("number", search.number());
        }
        return filters.toString();
    }

    private static List<String> visible(Actor.Person person, Asked asked, Map<String, Object> parameters) {
        List<String> whole = Arrays.stream(whole(person))
                .filter(journal -> asked.journal().map(journal::equals).orElse(true))
                .toList();
        Stream<String> journals = IntStream.range(0, whole.size()).mapToObj(n -> {
            parameters.put("whole" + n, whole.get(n));
            return "d.journal = :whole" + n;
        });
        String[] own = Arrays.stream(journals(person.roles(), Role.HANDLING_EDITOR))
                .filter(journal -> !List.of(whole(person)).contains(journal))
                .toArray(String[]::new);
        parameters.put("own", own);
        return Stream.concat(
                        journals,
                        own.length == 0
                                ? Stream.empty()
                                : Stream.of("d.handling_editor = :me and d.journal = any (:own)"))
                .toList();
    }

    private static List<String> moves(Actor.Person person, Map<String, Object> parameters) {
        List<String> moves = new ArrayList<>();
        parameters.put("whole", whole(person));
        parameters.put("own", journals(person.roles(), Role.HANDLING_EDITOR));
        moves.add("d.account = :me and (d.journal = any (:whole)"
                + " or d.journal = any (:own) and d.handling_editor = :me)");
        for (Role role : List.of(Role.MANAGING_EDITOR, Role.PRODUCTION_EDITOR)) {
            String[] journals = journals(person.roles(), role);
            for (int n = 0; n < journals.length; n++) {
                String name = "of" + role.ordinal() + "x" + n;
                parameters.put(name, journals[n]);
                moves.add("d.account is null and d.whose = '" + role.key() + "' and d.journal = :" + name);
            }
        }
        return moves;
    }

    @Override
    public List<Count> counts(Actor.Person person, Instant now) {
        Map<String, Object> parameters = who(person, now);
        parameters.put("whole", whole(person));
        parameters.put("own", journals(person.roles(), Role.HANDLING_EDITOR));
        String visible =
                "(d.journal = any (:whole) or d.journal = any (:own) and d.handling_editor = :me)" + NOT_THEIR_OWN;
        List<Count> counts = new ArrayList<>(jdbc.sql("""
            select need, mine, late, count(*) as n, min(since) as oldest
            from (select d.need,\s\
            """ + MINE + """
            as mine, d.due < :now as late, d.since from desk_row d where d.active and\s\
            """ + visible + """
            ) d group by need, mine, late\
            """)
                .params(parameters)
                .query((row, n) -> {
                    boolean late = row.getBoolean("late");
                    return count(Needed.of(row.getString("need"), late), row.getBoolean("mine"), late, row);
                })
                .list());
        String troubled = " from desk_row d where " + visible + TROUBLED;
        counts.addAll(jdbc
                .sql("select 'MAIL' as what, count(*) as n, min(since) as oldest" + troubled + " and " + MAIL_LOST
                        + " union all select 'DEPOSIT', count(*), min(since)" + troubled + " and d.deposit_failed")
                .params(parameters)
                .query((row, n) ->
                        row.getInt("n") == 0 ? null : count(Needed.valueOf(row.getString("what")), false, true, row))
                .list()
                .stream()
                .flatMap(Stream::ofNullable)
                .toList());
        return counts;
    }

    private static Count count(Needed needed, boolean mine, boolean late, ResultSet row) throws SQLException {
        return new Count(
                needed, mine, late, row.getInt("n"), instant(row, "oldest").orElseThrow());
    }

    @Override
    public List<Section> sections(Actor.Person person) {
        return jdbc.sql("select journal, key, title from journal_section where journal = any (:journals) order by"
                        + " title, key")
                .param("journals", person.journals().toArray(String[]::new))
                .query((row, n) -> new Section(row.getString("journal"), row.getString("key"), row.getString("title")))
                .list();
    }

    private static Map<String, Object> who(Actor.Person person, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", person.account());
        parameters.put("now", now.atOffset(ZoneOffset.UTC));
        parameters.put("managing", journals(person.roles(), Role.MANAGING_EDITOR));
        parameters.put("producing", journals(person.roles(), Role.PRODUCTION_EDITOR));
        parameters.put("reviewing", journals(person.roles(), Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF));
        return parameters;
    }

    /** The journals of which this person sees all but their own manuscripts. */
    private static String[] whole(Actor.Person person) {
        return journals(
                person.roles(), Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.PRODUCTION_EDITOR, Role.ADMINISTRATOR);
    }

    private static String[] journals(Set<Held> roles, Role... wanted) {
        return roles.stream()
                .filter(held -> List.of(wanted).contains(held.role()))
                .map(Held::journal)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    /**
     * Words as the table has them: without accents, in small, cut at everything that is no letter and no figure.
     *
     * @param query for {@code to_tsquery}; empty when nothing was asked or nothing is left of it
     * @param number a pattern for what is the beginning of a number
     */
    private record Search(String asked, String query, String number) {

        static Search of(String typed) {
            String asked = typed.strip();
            String[] words = Stream.of(Normalizer.normalize(asked.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                            .replaceAll("[\\u0300-\\u036f]", "")
                            .split("[^\\p{L}\\p{N}\\p{M}]+"))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            String query = IntStream.range(0, words.length)
                    .mapToObj(n -> "'" + words[n] + "'"
                            + (n == words.length - 1 && words[n].length() >= SHORTEST_BEGINNING ? ":*" : ""))
                    .collect(Collectors.joining(" & "));
            return new Search(asked, query, asked.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }

        boolean isAsked() {
            return !asked.isEmpty();
        }

        /** Nothing but signs: they stand in no word. */
        boolean isHopeless() {
            return isAsked() && query.isEmpty();
        }
    }

    private static Row row(ResultSet row, Order order) throws SQLException {
        Instant since = instant(row, "since").orElseThrow();
        Optional<Instant> until = instant(row, "until");
        String key = switch (order) {
            case OLDEST, NEWEST -> since.toString();
            case DUE -> until.map(Instant::toString).orElse(Asked.NEVER);
            case NUMBER -> row.getString("number");
        };
        return new Row(
                row.getString("manuscript"),
                row.getString("number"),
                row.getString("title"),
                row.getString("by_line"),
                row.getString("journal"),
                row.getString("section_title"),
                row.getInt("round"),
                row.getString("step"),
                row.getString("need"),
                row.getString("whose"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getString("handling_editor")),
                instant(row, "submitted_at").orElseThrow(),
                since,
                until,
                Optional.ofNullable(row.getString("next_what")),
                instant(row, "next_at"),
                row.getBoolean("mine"),
                row.getBoolean("lost"),
                row.getBoolean("deposit_failed"),
                new After(row.getInt("rank"), key, row.getString("manuscript")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
