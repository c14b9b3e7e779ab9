package org.imprimatur.publication.journal.jdbc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.imprimatur.publication.article.Licence;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.bibliographic.DoiPattern;
import org.imprimatur.publication.bibliographic.Issn;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.journal.DoiPatterns;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalSection;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.journal.NumberStyle;
import org.imprimatur.publication.journal.PageStart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJournals implements Journals {
    private final JdbcClient jdbc;

    JdbcJournals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Journal> find(String key) {
        return jdbc.sql("select * from journal where key = :key order by version desc limit 1")
                .param("key", key)
                .query(this::journal)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public Optional<Journal> find(String key, int version) {
        return jdbc.sql("select * from journal where key = :key and version = :version")
                .param("key", key)
                .param("version", version)
                .query(this::journal)
                .optional()
                .map(Supplier::get);
    }

    @Override
    public List<Journal> all() {
        return jdbc.sql("""
                        select * from (select distinct on (key) * from journal order by key, version desc) present
                        order by title, key""").query(this::journal).list().stream()
                .map(Supplier::get)
                .toList();
    }

    /** What the row holds at once; the rest is read when the row is done with, or it would take a second connection. */
    private Supplier<Journal> journal(ResultSet row, int index) throws SQLException {
        String key = row.getString("key");
        int version = row.getInt("version");
        JournalIdentity identity = new JournalIdentity(
                row.getString("title"),
                row.getString("abbreviation"),
                Optional.ofNullable(row.getString("issn_print")).map(Issn::of),
                Optional.ofNullable(row.getString("issn_online")).map(Issn::of),
                row.getString("publisher"),
                URI.create(row.getString("homepage")),
                Doi.of(row.getString("doi")),
                Optional.ofNullable(row.getString("recognition")),
                Locale.forLanguageTag(row.getString("language")));
        NumberStyle volumes = NumberStyle.valueOf(row.getString("volume_style"));
        NumberStyle issues = NumberStyle.valueOf(row.getString("issue_style"));
        DoiPatterns patterns = new DoiPatterns(
                row.getString("doi_prefix"),
                new DoiPattern(DoiLevel.JOURNAL, row.getString("journal_pattern")),
                new DoiPattern(DoiLevel.VOLUME, row.getString("volume_pattern")),
                new DoiPattern(DoiLevel.ISSUE, row.getString("issue_pattern")),
                new DoiPattern(DoiLevel.ARTICLE, row.getString("article_pattern")));
        PageStart start = PageStart.valueOf(row.getString("page_start"));
        Optional<Licence> licence = licence(row);
        return () ->
                new Journal(key, version, identity, sections(key, version), volumes, issues, patterns, start, licence);
    }

    private static Optional<Licence> licence(ResultSet row) throws SQLException {
        String name = row.getString("licence_name");
        return name == null
                ? Optional.empty()
                : Optional.of(new Licence(name, URI.create(row.getString("licence_uri"))));
    }

    private List<JournalSection> sections(String key, int version) {
        return jdbc.sql("""
                        select key, title from journal_section
                        where journal = :journal and version = :version order by position""")
                .param("journal", key)
                .param("version", version)
                .query((row, index) -> new JournalSection(row.getString("key"), row.getString("title")))
                .list();
    }

    @Override
    public boolean add(Journal journal, Instant at, String actor) {
        JournalIdentity identity = journal.identity();
        DoiPatterns patterns = journal.patterns();
        int added = jdbc.sql("""
                        insert into journal (key, version, title, abbreviation, issn_print, issn_online, publisher,
                            homepage, doi, recognition, language, volume_style, issue_style, doi_prefix, journal_pattern,
                            volume_pattern, issue_pattern, article_pattern, page_start, licence_name, licence_uri,
                            configured_at, configured_by)
                        values (:key, :version, :title, :abbreviation, :issnPrint, :issnOnline, :publisher, :homepage,
                            :doi, :recognition, :language, :volumeStyle, :issueStyle, :doiPrefix, :journalPattern,
                            :volumePattern, :issuePattern, :articlePattern, :pageStart, :licenceName, :licenceUri,
                            :at, :by)
                        on conflict do nothing""")
                .param("key", journal.key())
                .param("version", journal.version())
                .param("title", identity.title())
                .param("abbreviation", identity.abbreviation())
                .param("issnPrint", identity.issnPrint().map(Issn::value).orElse(null))
                .param("issnOnline", identity.issnOnline().map(Issn::value).orElse(null))
                .param("publisher", identity.publisher())
                .param("homepage", identity.homepage().toString())
                .param("doi", identity.doi().value())
                .param("recognition", identity.recognition().orElse(null))
                .param("language", identity.language().toLanguageTag())
                .param("volumeStyle", journal.volumeStyle().name())
                .param("issueStyle", journal.issueStyle().name())
                .param("doiPrefix", patterns.prefix())
                .param("journalPattern", patterns.journal().template())
                .param("volumePattern", patterns.volume().template())
                .param("issuePattern", patterns.issue().template())
                .param("articlePattern", patterns.article().template())
                .param("pageStart", journal.pageStart().name())
                .param("licenceName", journal.licence().map(Licence::name).orElse(null))
                .param(
                        "licenceUri",
                        journal.licence()
                                .map(licence -> licence.uri().toString())
                                .orElse(null))
                .param("at", Timestamp.from(at))
                .param("by", actor)
                .update();
        if (added == 1) {
            for (int i = 0; i < journal.sections().size(); i++) {
                jdbc.sql("insert into journal_section values (:journal, :version, :position, :key, :title)")
                        .param("journal", journal.key())
                        .param("version", journal.version())
                        .param("position", i + 1)
                        .param("key", journal.sections().get(i).key())
                        .param("title", journal.sections().get(i).title())
                        .update();
            }
        }
        return added == 1;
    }
}
