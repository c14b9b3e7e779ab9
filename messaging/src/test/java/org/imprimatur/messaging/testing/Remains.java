package org.imprimatur.messaging.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for what is left of a person in a whole database: in every column that can hold a text, whatever its table. */
public final class Remains {

    private Remains() {}

    /** Columns that hold these words anywhere, whatever their case, as {@code table.column}. */
    public static List<String> of(String words, JdbcClient jdbc) {
        record Column(String table, String name, String type) {}
        return jdbc
                .sql("""
                select c.table_schema || '.' || c.table_name as "table", c.column_name, c.udt_name
                from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                  and c.udt_name in ('text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'xml', '_text', '_varchar',
                    'tsvector', 'bytea')""")
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(column -> jdbc.sql("select exists (select from %s where strpos(lower(%s), lower(:words)) > 0)"
                                .formatted(
                                        column.table(),
                                        column.type().equals("bytea")
                                                ? "encode(\"" + column.name() + "\", 'escape')"
                                                : "\"" + column.name() + "\"::text"))
                        .param("words", words)
                        .query(Boolean.class)
                        .single())
                .map(column -> column.table() + "." + column.name())
                .sorted()
                .toList();
    }
}
