package org.imprimatur.submission.manuscript.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.imprimatur.submission.manuscript.ArticleType;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.submission.manuscript.ManuscriptFile;
import org.imprimatur.submission.manuscript.Manuscripts;
import org.imprimatur.submission.manuscript.Metadata;
import org.imprimatur.submission.manuscript.Reopening;
import org.imprimatur.submission.manuscript.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcManuscripts implements Manuscripts {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcManuscripts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Manuscript> find(String id) {
        if (!isId(id)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from manuscript where id = :id")
                .param("id", UUID.fromString(id))
                .query(this::row)
                .optional()
                .map(row -> row.with(versions(List.of(row.id)).getOrDefault(row.id, List.of())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Manuscript> of(String owner, int limit, int offset) {
        return whole(jdbc.sql("""
                select * from manuscript where owner = :owner
                order by stage not in ('REOPENED', 'ACCEPTED'), changed_at desc, id limit :limit offset :offset""")
                .param("owner", owner)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::row)
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Manuscript> naming(String address, String account, int limit) {
        return whole(jdbc.sql("""
                select * from manuscript where number is not null and owner <> :account
                  and contributors_addresses(metadata) @> array[lower(:address)]
                order by changed_at desc, id limit :limit""")
                .param("address", address)
                .param("account", account)
                .param("limit", limit)
                .query(this::row)
                .list());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Manuscript> handedInAfter(String id, int limit) {
        return whole(jdbc.sql("""
                select * from manuscript where number is not null and (:id = '' or id > cast(nullif(:id, '') as uuid))
                order by id limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query(this::row)
                .list());
    }

    private List<Manuscript> whole(List<Row> rows) {
        Map<UUID, List<Version>> versions = versions(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(versions.getOrDefault(row.id, List.of())))
                .toList();
    }

    @Override
    @Transactional
    public Optional<Manuscript> store(Manuscript manuscript) {
        UUID id = UUID.fromString(manuscript.id());
        int stored = jdbc.sql("""
                insert into manuscript (id, owner, journal, section, type, number, stage, metadata, file, attachments, response,
                  reopening, withdrawal, changed_at, revision)
                values (:id, coalesce((select account from account_alias where id = :owner), :owner), :journal, :section,
                    :type, :number, :stage, :metadata::jsonb, :file::jsonb, :attachments::jsonb, :response, :reopening::jsonb, :withdrawal, :changed_at, :revision + 1)
                on conflict (id) do update set number = excluded.number,
                  stage = excluded.stage, metadata = excluded.metadata, file = excluded.file,
                  attachments = excluded.attachments, response = excluded.response, reopening = excluded.reopening, withdrawal = excluded.withdrawal,
                  changed_at = excluded.changed_at,
                  revision = excluded.revision
                where manuscript.revision = :revision""")
                .param("id", id)
                .param("owner", manuscript.owner())
                .param("journal", manuscript.journal())
                .param("section", manuscript.section())
                .param("type", manuscript.type().jats())
                .param("number", manuscript.number().orElse(null))
                .param("stage", manuscript.stage().name())
                .param("metadata", json.writeValueAsString(manuscript.metadata()))
                .param("file", manuscript.file().map(json::writeValueAsString).orElse(null))
                .param("attachments", json.writeValueAsString(manuscript.attachments()))
                .param("response", manuscript.response())
                .param(
                        "reopening",
                        manuscript.reopening().map(json::writeValueAsString).orElse(null))
                .param("withdrawal", manuscript.withdrawal().orElse(null))
                .param("changed_at", Timestamp.from(manuscript.changedAt()))
                .param("revision", manuscript.revision())
                .update();
        if (stored == 0) {
            return Optional.empty();
        }
        manuscript.versions().forEach(version -> keep(id, version));
        return Optional.of(manuscript.storedOnceMore());
    }

    private void keep(UUID manuscript, Version version) {
        jdbc.sql("""
                insert into manuscript_version (manuscript, number, metadata, file, attachments, response, submitted_at,
                  submitted_by)
                values (:manuscript, :number, :metadata, :file::jsonb, :attachments::jsonb, :response, :submitted_at,
                  :submitted_by)
                on conflict do nothing""")
                .param("manuscript", manuscript)
                .param("number", version.number())
                .param("metadata", version.metadata())
                .param("file", json.writeValueAsString(version.file()))
                .param("attachments", json.writeValueAsString(version.attachments()))
                .param("response", version.response().orElse(null))
                .param("submitted_at", Timestamp.from(version.submittedAt()))
                .param("submitted_by", version.by())
                .update();
    }

    @Override
    @Transactional
    public void discard(String id) {
        jdbc.sql("delete from manuscript where id = :id and stage = 'DRAFT'")
                .param("id", UUID.fromString(id))
                .update();
    }

    @Override
    @Transactional
    public String nextNumber(String journal, String abbreviation, int year) {
        int next = jdbc.sql("""
                insert into manuscript_number (journal, year, last) values (:journal, :year, 1)
                on conflict (journal, year) do update set last = manuscript_number.last + 1
                returning last""")
                .param("journal", journal)
                .param("year", year)
                .query(Integer.class)
                .single();
        return "%s-%d-%03d".formatted(abbreviation.toUpperCase(Locale.ROOT), year, next);
    }

    private Map<UUID, List<Version>> versions(List<UUID> manuscripts) {
        if (manuscripts.isEmpty()) {
            return Map.of();
        }
        record OfManuscript(UUID manuscript, Version version) {}
        return jdbc
                .sql("select * from manuscript_version where manuscript in (:manuscripts) order by number")
                .param("manuscripts", manuscripts)
                .query((row, at) -> new OfManuscript(
                        row.getObject("manuscript", UUID.class),
                        new Version(
                                row.getInt("number"),
                                row.getString("metadata"),
                                json.readValue(row.getString("file"), ManuscriptFile.class),
                                attachments(row),
                                Optional.ofNullable(row.getString("response")),
                                row.getTimestamp("submitted_at").toInstant(),
                                row.getString("submitted_by"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfManuscript::manuscript, Collectors.mapping(OfManuscript::version, Collectors.toList())));
    }

    private List<Attachment> attachments(ResultSet row) throws SQLException {
        return json.readValue(row.getString("attachments"), new TypeReference<List<Attachment>>() {});
    }

    private Row row(ResultSet row, int at) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("journal"),
                row.getString("section"),
                ArticleType.of(row.getString("type")).orElseThrow(),
                Optional.ofNullable(row.getString("number")),
                Manuscript.Stage.valueOf(row.getString("stage")),
                json.readValue(row.getString("metadata"), Metadata.class),
                Optional.ofNullable(row.getString("file")).map(text -> json.readValue(text, ManuscriptFile.class)),
                attachments(row),
                row.getString("response"),
                Optional.ofNullable(row.getString("reopening")).map(text -> json.readValue(text, Reopening.class)),
                Optional.ofNullable(row.getString("withdrawal")),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("revision"));
    }

    private record Row(
            UUID id,
            String owner,
            String journal,
            String section,
            ArticleType type,
            Optional<String> number,
            Manuscript.Stage stage,
            Metadata metadata,
            Optional<ManuscriptFile> file,
            List<Attachment> attachments,
            String response,
            Optional<Reopening> reopening,
            Optional<String> withdrawal,
            Instant changedAt,
            long revision) {

        Manuscript with(List<Version> versions) {
            return new Manuscript(
                    id.toString(),
                    owner,
                    journal,
                    section,
                    type,
                    number,
                    stage,
                    metadata,
                    file,
                    attachments,
                    response,
                    versions,
                    reopening,
                    withdrawal,
                    changedAt,
                    revision);
        }
    }
}
