package org.imprimatur.submission.manuscript.jdbc;

import org.imprimatur.submission.manuscript.Owners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcOwners implements Owners {

    private final JdbcClient jdbc;

    JdbcOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void goOver(String account, String into) {
        // what it went into may have gone into a third already
        jdbc.sql("""
                insert into account_alias (id, account)
                values (:account, coalesce((select account from account_alias where id = :into), :into))
                on conflict (id) do update set account = excluded.account""").param("account", account).param("into", into).update();
        jdbc.sql("""
                update account_alias set account = (select account from account_alias where id = :account)
                where account = :account""").param("account", account).update();
        jdbc.sql("""
                update manuscript set owner = (select account from account_alias where id = :account)
                where owner = :account""").param("account", account).update();
    }
}
