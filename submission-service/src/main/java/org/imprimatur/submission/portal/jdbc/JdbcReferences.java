package org.imprimatur.submission.portal.jdbc;

import java.util.Set;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents manuscripts, versions and letters name; others are swept. */
@Repository
class JdbcReferences implements DocumentReferences {

    private final JdbcClient jdbc;

    JdbcReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> referencedAmong(Set<String> sha256s) {
        return sha256s.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select sha256 from document_reference where sha256 in (:sha256s)
                        union select named from manuscript, unnest(attached_documents(attachments)) named
                          where attached_documents(attachments) && array[:sha256s]::text[] and named in (:sha256s)
                        union select named from manuscript_version, unnest(attached_documents(attachments)) named
                          where attached_documents(attachments) && array[:sha256s]::text[] and named in (:sha256s)""").param("sha256s", sha256s).query(String.class).set();
    }
}
