package org.imprimatur.review.manuscript.jdbc;

import org.imprimatur.review.manuscript.PeopleOfManuscripts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeopleOfManuscripts implements PeopleOfManuscripts {

    private final JdbcClient jdbc;

    JdbcPeopleOfManuscripts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String goOver(String account, String into) {
        // what it went into may have gone into a third already
        String person = jdbc.sql("""
                insert into account_alias (id, account)
                values (:account, coalesce((select account from account_alias where id = :into), :into))
                on conflict (id) do update set account = excluded.account
                returning account""")
                .param("account", account)
                .param("into", into)
                .query(String.class)
                .single();
        for (String change : new String[] {
            "update account_alias set account = :person where account = :account",
            """
            insert into author (manuscript, account, corresponding)
            select manuscript, :person, corresponding from author where account = :account
            on conflict (manuscript, account)
                do update set corresponding = author.corresponding or excluded.corresponding""",
            "delete from author where account = :account and account <> :person",
            "update manuscript set handling_editor = :person where handling_editor = :account",
            "update standing set account = :person where account = :account"
        }) {
            jdbc.sql(change).param("account", account).param("person", person).update();
        }
        return person;
    }
}
