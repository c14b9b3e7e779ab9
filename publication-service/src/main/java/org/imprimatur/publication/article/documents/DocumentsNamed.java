package org.imprimatur.publication.article.documents;

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
        return jdbc.sql("""
                with asked as (select unnest(?::text[]) as name)
                select name from asked where exists (
                    select from galley g where name in (g.metadata, g.file, g.corrected, g.pdf))
                or exists (select from slot s where s.pdf = name)
                or exists (select from verification v where v.pdf = name)
                or exists (select from corrected_manuscript c where name in (c.file, c.corrects))
                or exists (select from deposit d where name in (d.xml, d.diagnostic))""")
                .param(sha256s.toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
