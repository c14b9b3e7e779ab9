package org.imprimatur.review.desk.jdbc;

import java.util.List;
import org.imprimatur.review.desk.SavedView;
import org.imprimatur.review.desk.SavedViews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedViews implements SavedViews {

    private final JdbcClient jdbc;

    JdbcSavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SavedView> of(String account) {
        return jdbc.sql("select id, account, name, asked from saved_view where account = ? order by lower(name), id")
                .param(account)
                .query((row, n) -> new SavedView(
                        row.getString("id"), row.getString("account"), row.getString("name"), row.getString("asked")))
                .list();
    }

    @Override
    public void keep(SavedView view) {
        jdbc.sql("""
            insert into saved_view (id, account, name, asked) values (?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, asked = excluded.asked\
            """)
                .params(view.id(), view.account(), view.name(), view.asked())
                .update();
    }

    @Override
    public void delete(String account, String id) {
        jdbc.sql("delete from saved_view where account = ? and id = ?")
                .params(account, id)
                .update();
    }

    @Override
    public void goOver(String account, String into) {
        jdbc.sql("""
                delete from saved_view v using saved_view o
                where v.account = :account and o.account = :into and v.account <> o.account
                  and o.name = v.name and o.asked = v.asked""").param("account", account).param("into", into).update();
        jdbc.sql("""
                update saved_view v set account = :into, name = case when exists (
                    select from saved_view o where o.account = :into and o.name = v.name)
                  then v.name || ' (' || left(v.id, 4) || ')' else v.name end
                where v.account = :account and :account <> :into""").param("account", account).param("into", into).update();
    }

    @Override
    public void forget(String account) {
        jdbc.sql("delete from saved_view where account = ?").param(account).update();
    }
}
