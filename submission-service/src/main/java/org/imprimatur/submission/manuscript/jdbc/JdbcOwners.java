package org.imprimatur.submission.manuscript.jdbc;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.imprimatur.submission.manuscript.Owners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Repository
class JdbcOwners implements Owners {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcOwners(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional
    public void goOver(String account, String into) {
        // what it went into may have gone into a third already
        jdbc.sql("""
                insert into account_alias (id, account)
                values (:account, coalesce((select account from account_alias where id = :into), :into))
                on conflict (id) do update set account = excluded.account""").param("account", account).param("into", into).update();
        jdbc.sql("""
                update account_alias set account = (select account from account_alias where id = :account)
                where account = :account""").param("account", account).update();
        jdbc.sql("""
                update manuscript set owner = (select account from account_alias where id = :account)
                where owner = :account""").param("account", account).update();
        String person = jdbc.sql("select account from account_alias where id = :account")
                .param("account", account)
                .query(String.class)
                .single();
        jdbc.sql("update upload set owner = :person where owner = :account")
                .param("person", person)
                .param("account", account)
                .update();
        linked(account, person);
    }

    /** Contributors that are linked to the account are linked to this one, or to none for "". */
    private void linked(String account, String person) {
        each("""
                select id from manuscript where metadata -> 'contributors' @> jsonb_build_array(jsonb_build_object(
                  'account', cast(:it as text)))""", account, metadata -> {
            for (JsonNode contributor : metadata.path("contributors")) {
                if (contributor.path("account").asString("").equals(account)) {
                    ((ObjectNode) contributor).put("account", person);
                }
            }
        });
    }

    @Override
    @Transactional
    public void forget(String account) {
        jdbc.sql("delete from manuscript where owner = :account and stage = 'DRAFT'")
                .param("account", account)
                .update();
        jdbc.sql("delete from upload where owner = :account")
                .param("account", account)
                .update();
        linked(account, "");
    }

    @Override
    @Transactional
    public void forgetAddresses(Predicate<String> which) {
        List<String> addresses =
                jdbc.sql("""
                select distinct address from manuscript, lateral (
                  select unnest(contributors_addresses(metadata)) as address
                  union select lower(r ->> 'email') from jsonb_array_elements(
                    coalesce(nullif(metadata -> 'reviewers', 'null'), '[]')) r
                  union select lower(c ->> 'email') from jsonb_array_elements(
                    coalesce(nullif(file -> 'proposal' -> 'contributors', 'null'), '[]')) c) said
                where address <> ''""").query(String.class).list().stream().filter(which).toList();
        for (String address : addresses) {
            each("select id from manuscript where strpos(lower(metadata::text), :it) > 0", address, metadata -> {
                without(metadata.path("contributors"), address);
                ArrayNode left = json.createArrayNode();
                for (JsonNode named : metadata.path("reviewers")) {
                    if (!named.path("email").asString("").equalsIgnoreCase(address)) {
                        left.add(named);
                    }
                }
                metadata.set("reviewers", left);
            });
            jdbc.sql("""
                    update manuscript set file = jsonb_set(file, '{proposal,contributors}', '[]')
                    where strpos(lower(file::text), :it) > 0""").param("it", address).update();
        }
    }

    private static void without(JsonNode contributors, String address) {
        for (JsonNode contributor : contributors) {
            if (contributor.path("email").asString("").equalsIgnoreCase(address)) {
                ((ObjectNode) contributor).put("email", "");
            }
        }
    }

    private void each(String select, String it, Consumer<ObjectNode> change) {
        jdbc.sql(select).param("it", it).query(UUID.class).list().forEach(id -> {
            String metadata = jdbc.sql("select metadata from manuscript where id = :id for update")
                    .param("id", id)
                    .query(String.class)
                    .single();
            ObjectNode changed = (ObjectNode) json.readTree(metadata);
            change.accept(changed);
            jdbc.sql("update manuscript set metadata = :metadata::jsonb, revision = revision + 1 where id = :id")
                    .param("metadata", json.writeValueAsString(changed))
                    .param("id", id)
                    .update();
        });
    }
}
