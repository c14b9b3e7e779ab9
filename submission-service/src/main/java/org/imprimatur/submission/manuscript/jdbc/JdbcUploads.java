package org.imprimatur.submission.manuscript.jdbc;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.submission.manuscript.Attachment;
import org.imprimatur.submission.manuscript.Upload;
import org.imprimatur.submission.manuscript.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** In the database, so that the next piece may reach another instance than the last one. */
@Repository
class JdbcUploads implements Uploads {

    private final JdbcClient jdbc;

    JdbcUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void begin(Upload upload) {
        jdbc.sql("""
                insert into upload (id, owner, manuscript, kind, name, length, arrived, expires_at)
                values (:id, :owner, :manuscript, :kind, :name, :length, :arrived, :expires_at)""")
                .param("id", UUID.fromString(upload.id()))
                .param("owner", upload.owner())
                .param("manuscript", UUID.fromString(upload.manuscript()))
                .param("kind", upload.kind().map(Attachment.Kind::name).orElse(null))
                .param("name", upload.name())
                .param("length", upload.length())
                .param("arrived", upload.offset())
                .param("expires_at", Timestamp.from(upload.expires()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Upload> find(String id) {
        return JdbcManuscripts.isId(id)
                ? jdbc.sql("select * from upload where id = :id")
                        .param("id", UUID.fromString(id))
                        .query(JdbcUploads::row)
                        .optional()
                : Optional.empty();
    }

    private static Upload row(ResultSet row, int at) throws SQLException {
        return new Upload(
                row.getString("id"),
                row.getString("owner"),
                row.getString("manuscript"),
                Optional.ofNullable(row.getString("kind")).map(Attachment.Kind::valueOf),
                row.getString("name"),
                row.getLong("length"),
                row.getLong("arrived"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")));
    }

    @Override
    @Transactional(readOnly = true)
    public int openOf(String account) {
        return jdbc.sql("select count(*) from upload where owner = :owner and outcome is null")
                .param("owner", account)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public boolean append(String id, long offset, byte[] piece) {
        boolean next = jdbc.sql("update upload set arrived = arrived + :more where id = :id and arrived = :offset")
                        .param("more", piece.length)
                        .param("id", UUID.fromString(id))
                        .param("offset", offset)
                        .update()
                == 1;
        if (next) {
            jdbc.sql("insert into upload_piece (upload, at, content) values (:upload, :at, :content)")
                    .param("upload", UUID.fromString(id))
                    .param("at", offset)
                    .param("content", piece)
                    .update();
        }
        return next;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(String id) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        jdbc.sql("select content from upload_piece where upload = :upload order by at")
                .param("upload", UUID.fromString(id))
                .query((row, at) -> row.getBytes("content"))
                .list()
                .forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    @Override
    @Transactional
    public void finish(String id, String outcome) {
        jdbc.sql("delete from upload_piece where upload = :upload")
                .param("upload", UUID.fromString(id))
                .update();
        jdbc.sql("update upload set outcome = :outcome where id = :id")
                .param("outcome", outcome)
                .param("id", UUID.fromString(id))
                .update();
    }

    @Override
    @Transactional
    public void discard(String id) {
        jdbc.sql("delete from upload where id = :id")
                .param("id", UUID.fromString(id))
                .update();
    }

    @Override
    @Transactional
    public void discardExpired(Instant now) {
        jdbc.sql("delete from upload where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
