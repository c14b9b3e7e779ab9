package org.imprimatur.review.round.jdbc;

import java.util.List;
import java.util.Optional;
import org.imprimatur.review.round.WhatReviewersSee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads nothing but the view that is made for reviewers, and their own invitation. */
@Repository
class JdbcWhatReviewersSee implements WhatReviewersSee {

    private final JdbcClient jdbc;

    JdbcWhatReviewersSee(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Seen> at(String invitation) {
        return jdbc.sql("""
                select i.*, r.name, r.address, m.number, m.journal, coalesce(j.title, m.journal) as journal_title,
                       coalesce(n.title, m.section) as section, m.title, m.abstract, m.keywords, m.language, m.version, m.file
                from invitation i
                join reviewer r on r.id = i.reviewer
                join review_round o on o.manuscript = i.manuscript and o.round = i.round
                join manuscript_for_reviewers m on m.id = i.manuscript and m.version = o.version
                left join journal j on j.id = m.journal
                left join journal_section n on n.journal = m.journal and n.key = m.section
                where i.id = ?""")
                .param(invitation)
                .query((row, n) -> new Seen(
                        JdbcRounds.invitation(row, n),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("number"),
                        row.getString("journal"),
                        row.getString("journal_title"),
                        row.getString("section"),
                        row.getString("title"),
                        row.getString("abstract"),
                        List.of((String[]) row.getArray("keywords").getArray()),
                        row.getString("language"),
                        row.getInt("version"),
                        row.getString("file")))
                .optional();
    }
}
