package org.imprimatur.review.desk.messaging;

import java.util.HashSet;
import java.util.Set;
import org.imprimatur.messaging.documents.DocumentReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents that our tables name, so that nothing of them is swept. */
@Component
class DocumentsNamed implements DocumentReferences {

    private final JdbcClient jdbc;

    DocumentsNamed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> referencedAmong(Set<String> sha256s) {
        return new HashSet<>(jdbc.sql("""
                with asked as (select unnest(?::text[]) as name)
                select name from asked where exists (
                    select from manuscript_version v where name in (v.metadata, v.file, v.response, v.intake_report))
                or exists (select from screening s where s.document = name)
                or exists (select from decision d where d.document = name)""")
                .param(sha256s.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
