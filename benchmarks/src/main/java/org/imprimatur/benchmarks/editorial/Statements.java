package org.imprimatur.benchmarks.editorial;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Counts what a service asks its database, and how long that takes. */
final class Statements {

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(LongAdder times, LongAdder nanoseconds) {}

    /** The same database, watched. */
    DataSource watch(DataSource database) {
        return proxy(DataSource.class, database, null);
    }

    void forget() {
        asked.clear();
    }

    /** @param manuscripts by which everything is divided */
    String perManuscript(int manuscripts, int most) {
        StringBuilder table = new StringBuilder();
        long times = asked.values().stream().mapToLong(one -> one.times().sum()).sum();
        long time = asked.values().stream()
                .mapToLong(one -> one.nanoseconds().sum())
                .sum();
        table.append("%7.1f  %8.2f ms  in all%n".formatted((double) times / manuscripts, time / 1e6 / manuscripts));
        asked.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Asked> one) ->
                        -one.getValue().nanoseconds().sum()))
                .limit(most)
                .forEach(one -> table.append("%7.1f  %8.2f ms  %s%n"
                        .formatted(
                                (double) one.getValue().times().sum() / manuscripts,
                                one.getValue().nanoseconds().sum() / 1e6 / manuscripts,
                                one.getKey())));
        return table.toString();
    }

    private <T> T proxy(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    long begun = System.nanoTime();
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    String name = method.getName();
                    if (sql != null && name.startsWith("execute")) {
                        note(sql, begun);
                    } else if (type == Connection.class && (name.equals("commit") || name.equals("rollback"))) {
                        note(name, begun);
                    }
                    if (result instanceof Connection connection && type == DataSource.class) {
                        return proxy(Connection.class, connection, null);
                    }
                    if (name.equals("prepareStatement")) {
                        return proxy(PreparedStatement.class, (PreparedStatement) result, (String) arguments[0]);
                    }
                    return result;
                }));
    }

    private void note(String sql, long begun) {
        String brief = sql.replaceAll("\\s+", " ").strip();
        Asked one = asked.computeIfAbsent(
                brief.substring(0, Math.min(brief.length(), 150)), key -> new Asked(new LongAdder(), new LongAdder()));
        one.times().increment();
        one.nanoseconds().add(System.nanoTime() - begun);
    }
}
