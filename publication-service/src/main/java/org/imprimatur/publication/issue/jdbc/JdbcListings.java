package org.imprimatur.publication.issue.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.issue.Listed;
import org.imprimatur.publication.issue.Listings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListings implements Listings {
    private static final String LISTED =
            " from issue join slot on slot.issue = issue.id where state = 'PUBLISHED' and not withdrawn";
    private static final String SELECTED =
            LISTED + " and published_at >= :from and published_at < :before and (:journal = '' or journal = :journal)";
    private static final String COLUMNS =
            "select journal, volume, issue.number as issue_number, slot.number as article_number, published_at";
    private static final String ORDER = "published_at, journal, volume, issue.number, slot.number";
    private final JdbcClient jdbc;

    JdbcListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Listed> page(Selection selection, Optional<Listed> after, int most) {
        String behind = after.isPresent() ? " and (" + ORDER + ") > (:at, :key, :volume, :issue, :number)" : "";
        JdbcClient.StatementSpec page =
                selected(COLUMNS + SELECTED + behind + " order by " + ORDER + " limit :most", selection);
        after.ifPresent(last -> page.param("at", Timestamp.from(last.publishedAt()))
                .param("key", last.journal())
                .param("volume", last.volume())
                .param("issue", last.issue())
                .param("number", last.number().value()));
        return page.param("most", most).query(JdbcListings::listed).list();
    }

    @Override
    public List<Listed> page(Selection selection, int skipped, int most) {
        return selected(COLUMNS + SELECTED + " order by " + ORDER + " offset :skipped limit :most", selection)
                .param("skipped", skipped)
                .param("most", most)
                .query(JdbcListings::listed)
                .list();
    }

    @Override
    public int count(Selection selection) {
        return selected("select count(*)" + SELECTED, selection)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Listed> find(String journal, int volume, int issue, ArticleNumber number) {
        return jdbc.sql(COLUMNS + LISTED
                        + " and journal = :journal and volume = :volume and issue.number = :issue"
                        + " and slot.number = :number")
                .param("journal", journal)
                .param("volume", volume)
                .param("issue", issue)
                .param("number", number.value())
                .query(JdbcListings::listed)
                .optional();
    }

    private JdbcClient.StatementSpec selected(String sql, Selection selection) {
        return jdbc.sql(sql)
                .param("from", Timestamp.from(selection.from()))
                .param("before", Timestamp.from(selection.before()))
                .param("journal", selection.journal().orElse(""));
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        return new Listed(
                row.getString("journal"),
                row.getInt("volume"),
                row.getInt("issue_number"),
                new ArticleNumber(row.getInt("article_number")),
                row.getTimestamp("published_at").toInstant());
    }
}
