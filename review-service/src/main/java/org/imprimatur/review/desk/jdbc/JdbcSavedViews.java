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
}
