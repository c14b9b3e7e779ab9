package org.imprimatur.messaging.sample;

import io.cloudevents.CloudEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Watches what the process asks of the database and of Kafka, and holds the thread that comes to the chosen point. */
final class Checkpoints {

    /** The beginnings of statements before which there is a point. */
    private static final Map<String, Point> STATEMENTS = Map.of(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(", Point.BEFORE_HANDLE,
            "UPDATE inbox SET state = 'DONE'", Point.BEFORE_MARK,
            "UPDATE mail SET changed_at", Point.BEFORE_ANSWER);

    private static Point chosen;
    private static int passes;
    private static CountDownLatch held = new CountDownLatch(1);

    private Checkpoints() {}

    /** Whoever comes to it as the n-th from now is held. */
    static synchronized void choose(Point point, int nth) {
        chosen = point;
        passes = nth;
    }

    static synchronized void release() {
        held.countDown();
        held = new CountDownLatch(1);
    }

    private static void pass(Point point) {
        CountDownLatch here;
        synchronized (Checkpoints.class) {
            if (point != chosen || --passes > 0) {
                return;
            }
            chosen = null;
            here = held;
        }
        SampleMain.say("at " + point);
        try {
            here.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Between the relay and Kafka. */
    public static final class Sending implements ProducerInterceptor<String, CloudEvent> {

        @Override
        public ProducerRecord<String, CloudEvent> onSend(ProducerRecord<String, CloudEvent> message) {
            pass(Point.BEFORE_SEND);
            return message;
        }

        @Override
        public void onAcknowledgement(RecordMetadata metadata, Exception fault) {
            if (fault == null) {
                pass(Point.AFTER_SEND);
            }
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }

    /** Between everybody and the database. */
    static final class Watched extends DelegatingDataSource {

        Watched(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            boolean[] storing = new boolean[1];
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            String statement = ((String) arguments[0]).stripLeading();
                            storing[0] |= statement.startsWith("INSERT INTO inbox (");
                            STATEMENTS.forEach((beginning, point) -> {
                                if (statement.startsWith(beginning)) {
                                    pass(point);
                                }
                            });
                        }
                        boolean stores = method.getName().equals("commit") && storing[0];
                        if (stores) {
                            storing[0] = false;
                            pass(Point.BEFORE_STORE);
                        }
                        try {
                            Object result = method.invoke(connection, arguments);
                            if (stores) {
                                pass(Point.AFTER_STORE);
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
