package org.imprimatur.publication;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that counts the statements it was sent and the rows it gave. */
public final class CountedDatabase {
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger rows = new AtomicInteger();
    private final DataSource source;

    public CountedDatabase(DataSource database) {
        this.source = counting(DataSource.class, database);
    }

    public DataSource source() {
        return source;
    }

    public int statements() {
        return statements.get();
    }

    public int rows() {
        return rows.get();
    }

    private <T> T counting(Class<T> type, T counted) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, with) -> {
            try {
                Object result = method.invoke(counted, with);
                if (result instanceof Connection connection && method.getName().equals("getConnection")) {
                    return counting(Connection.class, connection);
                }
                if (result instanceof PreparedStatement statement) {
                    statements.incrementAndGet();
                    return counting(PreparedStatement.class, statement);
                }
                if (result instanceof ResultSet set) {
                    return counting(ResultSet.class, set);
                }
                if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                    rows.incrementAndGet();
                }
                return result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }
}
