package org.imprimatur.review.correspondence.messaging;

import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.contracts.publication.JournalConfigured;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.review.correspondence.Journals;
import org.imprimatur.review.correspondence.RoleHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a journal is called, and who is what there, as other services say it. */
final class JournalFacts {

    private JournalFacts() {}

    @Component
    static class JdbcJournals implements Journals, MessageHandler<JournalConfigured> {

        private final JdbcClient jdbc;

        JdbcJournals(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Class<JournalConfigured> message() {
            return JournalConfigured.class;
        }

        @Override
        public Handling handle(JournalConfigured journal, Received received) {
            jdbc.sql("""
                    insert into journal (id, title, abbreviation, version) values (?, ?, ?, ?)
                    on conflict (id) do update set title = excluded.title, abbreviation = excluded.abbreviation,
                        version = excluded.version
                    where journal.version <= excluded.version""")
                    .params(journal.journal(), journal.title(), journal.abbreviation(), journal.version())
                    .update();
            int known = jdbc.sql("select version from journal where id = ?")
                    .param(journal.journal())
                    .query(Integer.class)
                    .single();
            if (known == journal.version()) {
                journal.sections()
                        .forEach(section -> jdbc.sql("""
                            insert into journal_section (journal, key, title) values (?, ?, ?)
                            on conflict (journal, key) do update set title = excluded.title""")
                                .params(journal.journal(), section.key(), section.title())
                                .update());
            }
            return Handling.done();
        }

        @Override
        public String title(String journal) {
            return jdbc.sql("select title from journal where id = ?")
                    .param(journal)
                    .query(String.class)
                    .optional()
                    .orElse(journal);
        }

        @Override
        public String section(String journal, String key) {
            return jdbc.sql("select title from journal_section where journal = ? and key = ?")
                    .params(journal, key)
                    .query(String.class)
                    .optional()
                    .orElse(key);
        }
    }

    @Component
    static class Granted implements MessageHandler<RoleGranted>, RoleHolders {

        private final JdbcClient jdbc;

        Granted(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Class<RoleGranted> message() {
            return RoleGranted.class;
        }

        @Override
        public Handling handle(RoleGranted granted, Received received) {
            jdbc.sql("insert into role_held (account, journal, role) values (?, ?, ?) on conflict do nothing")
                    .params(granted.account(), granted.journal(), granted.role())
                    .update();
            return Handling.done();
        }

        @Override
        public java.util.List<String> of(String journal, String role) {
            return jdbc.sql("select account from role_held where journal = ? and role = ? order by account")
                    .params(journal, role)
                    .query(String.class)
                    .list();
        }
    }

    @Component
    static class Revoked implements MessageHandler<RoleRevoked> {

        private final JdbcClient jdbc;

        Revoked(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Class<RoleRevoked> message() {
            return RoleRevoked.class;
        }

        @Override
        public Handling handle(RoleRevoked revoked, Received received) {
            jdbc.sql("delete from role_held where account = ? and journal = ? and role = ?")
                    .params(revoked.account(), revoked.journal(), revoked.role())
                    .update();
            return Handling.done();
        }
    }
}
