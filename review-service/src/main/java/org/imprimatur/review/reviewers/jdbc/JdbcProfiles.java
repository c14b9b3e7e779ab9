package org.imprimatur.review.reviewers.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewers.Profile;
import org.imprimatur.review.reviewers.Profile.Away;
import org.imprimatur.review.reviewers.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProfiles implements Profiles {

    private static final int PROPOSED = 40;

    private final JdbcClient jdbc;

    JdbcProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Profile of(String account) {
        return jdbc.sql("select * from reviewer_profile where account = ?")
                .param(account)
                .query((row, n) -> profile(row))
                .optional()
                .orElse(Profile.NONE);
    }

    /** From a row of the profiles, or of a join that found none. */
    static Profile profile(ResultSet row) throws SQLException {
        if (row.getArray("keywords") == null) {
            return Profile.NONE;
        }
        LocalDate until = row.getObject("away_until", LocalDate.class);
        return new Profile(
                until == null ? Optional.empty() : Optional.of(new Away(until, row.getString("away_note"))),
                words(row, "keywords"),
                words(row, "subjects"),
                words(row, "languages"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @Override
    public void keep(String account, Profile profile, Instant now) {
        jdbc.sql("""
                insert into reviewer_profile (account, away_until, away_note, keywords, subjects, languages, changed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (account) do update set away_until = excluded.away_until, away_note = excluded.away_note,
                    keywords = excluded.keywords, subjects = excluded.subjects, languages = excluded.languages,
                    changed_at = excluded.changed_at""")
                .params(
                        account,
                        profile.away().map(Away::until).orElse(null),
                        profile.away().map(Away::note).orElse(""),
                        profile.keywords().toArray(String[]::new),
                        profile.subjects().toArray(String[]::new),
                        profile.languages().toArray(String[]::new),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void follow(Oneself oneself) {
        String[] addresses = oneself.addresses().toArray(String[]::new);
        jdbc.sql("""
                update reviewer set account = null
                where account = :account and lower(address) not in (select lower(one) from unnest(:addresses) one)""")
                .param("account", oneself.account())
                .param("addresses", addresses)
                .update();
        jdbc.sql("""
                update reviewer set account = :account
                where lower(address) in (select lower(one) from unnest(:addresses) one)
                  and account is distinct from :account""")
                .param("account", oneself.account())
                .param("addresses", addresses)
                .update();
    }

    @Override
    public void goOver(String account, String into) {
        // what it went into may have gone into a third already
        String person = jdbc.sql("select account from account_alias where id = ?")
                .param(into)
                .query(String.class)
                .optional()
                .orElse(into);
        for (String change : new String[] {
            """
            insert into reviewer_profile (account, away_until, away_note, keywords, subjects, languages, changed_at)
            select :person, away_until, away_note, keywords, subjects, languages, changed_at
            from reviewer_profile where account = :account
            on conflict (account) do nothing""",
            "delete from reviewer_profile where account = :account and account <> :person",
            "update reviewer set account = :person where account = :account"
        }) {
            jdbc.sql(change).param("account", account).param("person", person).update();
        }
    }

    @Override
    public void forget(String account) {
        jdbc.sql("delete from reviewer_profile where account = ?")
                .param(account)
                .update();
        jdbc.sql("update reviewer set account = null where account = ?")
                .param(account)
                .update();
    }

    @Override
    public Proposals proposals(Oneself oneself) {
        List<String> keywords = jdbc.sql("""
                select min(word) from (
                    select unnest(keywords) as word from manuscript where accepted_at is not null
                    union all
                    (select min(said) from (select unnest(keywords) as said from reviewer_profile) profiles
                     group by lower(said) having count(*) > 1)
                    union all
                    select unnest(m.keywords) from manuscript_for_reviewers m where m.id in (
                        select i.manuscript from invitation i join reviewer r on r.id = i.reviewer
                        where lower(r.address) in (select lower(one) from unnest(:addresses) one))
                ) used
                group by lower(word) order by count(*) desc, lower(word) limit :most""")
                .param("addresses", oneself.addresses().toArray(String[]::new))
                .param("most", PROPOSED)
                .query(String.class)
                .list();
        List<String> subjects = jdbc.sql("select distinct title from journal_section order by title")
                .query(String.class)
                .list();
        List<String> languages = jdbc.sql("select distinct language from manuscript where language ~ '^[a-z]{2}$'")
                .query(String.class)
                .list();
        return new Proposals(keywords, subjects, languages);
    }
}
