package org.imprimatur.review.desk.jdbc;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.review.desk.MailTrail;
import org.imprimatur.review.manuscript.Noticing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailTrail implements MailTrail {

    private final JdbcClient jdbc;
    private final Noticing noticing;

    JdbcMailTrail(JdbcClient jdbc, Noticing noticing) {
        this.jdbc = jdbc;
        this.noticing = noticing;
    }

    @Override
    public void note(String manuscript, Mail mail, Change change) {
        jdbc.sql("""
                insert into mail_change (service, mail, manuscript, recipient, kind, state, answer, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        mail.service(),
                        mail.id(),
                        manuscript,
                        mail.recipient(),
                        mail.kind(),
                        change.state(),
                        change.answer(),
                        change.at().atOffset(ZoneOffset.UTC))
                .update();
        noticing.changed(manuscript);
    }

    @Override
    public List<Trail> of(String manuscript) {
        Map<Mail, List<Change>> trails = new LinkedHashMap<>();
        jdbc.sql("select * from mail_change where manuscript = ? order by id")
                .param(manuscript)
                .query(row -> {
                    Mail mail = new Mail(
                            row.getString("service"),
                            row.getString("mail"),
                            row.getString("recipient"),
                            row.getString("kind"));
                    trails.computeIfAbsent(mail, one -> new ArrayList<>())
                            .add(new Change(
                                    row.getString("state"),
                                    row.getString("answer"),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return trails.entrySet().stream()
                .map(one -> new Trail(one.getKey(), one.getValue()))
                .toList();
    }
}
