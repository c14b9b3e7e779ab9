package org.imprimatur.benchmarks.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limit: INSERT and commit, produce with acks=all, consume, INSERT and commit, on plain clients. It loses an event
 * when it dies between commit and send, and does one twice when it dies between commit and offset.
 */
final class Bare implements Way {

    /** As our topics have. */
    private static final int PARTITIONS = 12;

    private static final String DEED = "INSERT INTO deed (number, text) VALUES (?, ?)";
    private static final String EFFECT = "INSERT INTO effect (number, text) VALUES (?, ?)";

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaProducer<String, byte[]> producer;
    private final BlockingQueue<Statement> free;
    private final List<Ear> ears = new ArrayList<>();
    private final String topic = "benchmarks.bare." + UUID.randomUUID();
    private volatile Journeys journeys;

    /**
     * @param mouths connections where deeds are done
     * @param ears connections, each with its consumer, where they take effect
     * @param batched whether the records of a poll take effect in one transaction
     */
    Bare(String kafka, String databaseHere, String databaseThere, int mouths, int ears, boolean batched)
            throws SQLException, ExecutionException, InterruptedException {
        free = new ArrayBlockingQueue<>(mouths);
        for (int i = 0; i < mouths; i++) {
            free.add(new Statement(databaseHere, DEED));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        for (int i = 0; i < ears; i++) {
            this.ears.add(new Ear(kafka, new Statement(databaseThere, EFFECT), batched));
        }
    }

    @Override
    public void note(Journeys notes) {
        journeys = notes;
    }

    @Override
    public void go(Said said) throws SQLException, InterruptedException {
        Statement statement = free.take();
        try {
            statement.insert(said);
            statement.commit();
        } finally {
            free.add(statement);
        }
        journeys.said(said.number());
        producer.send(new ProducerRecord<>(topic, said.subject(), json.writeValueAsBytes(said)));
    }

    @Override
    public void close() {
        producer.close();
        ears.forEach(Ear::close);
        free.forEach(Statement::close);
    }

    private record Statement(Connection connection, PreparedStatement statement) {

        private Statement(String database, String sql) throws SQLException {
            this(open(database), sql);
        }

        private Statement(Connection connection, String sql) throws SQLException {
            this(connection, connection.prepareStatement(sql));
        }

        private static Connection open(String database) throws SQLException {
            Connection connection = DriverManager.getConnection(database);
            connection.setAutoCommit(false);
            return connection;
        }

        private void insert(Said said) throws SQLException {
            statement.setLong(1, said.number());
            statement.setString(2, said.text());
            statement.executeUpdate();
        }

        private void commit() throws SQLException {
            connection.commit();
        }

        private void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final class Ear {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Statement statement;
        private final boolean batched;
        private final Thread thread;

        private Ear(String kafka, Statement statement, boolean batched) {
            this.statement = statement;
            this.batched = batched;
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            kafka,
                            "group.id",
                            topic,
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            consumer.subscribe(List.of(topic));
            thread = new Thread(this::listen, "bare-ear");
            thread.start();
        }

        private void listen() {
            try {
                while (true) {
                    ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                    if (!records.isEmpty()) {
                        takeEffect(records);
                        consumer.commitSync();
                    }
                }
            } catch (WakeupException e) {
                consumer.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void takeEffect(ConsumerRecords<String, byte[]> records) throws SQLException {
            List<Long> open = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> came : records) {
                Said said = json.readValue(came.value(), Said.class);
                journeys.came(said.number());
                statement.insert(said);
                open.add(said.number());
                if (!batched) {
                    commit(open);
                }
            }
            commit(open);
        }

        private void commit(List<Long> open) throws SQLException {
            if (!open.isEmpty()) {
                statement.commit();
                open.forEach(journeys::done);
                open.clear();
            }
        }

        private void close() {
            consumer.wakeup();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            statement.close();
        }
    }
}
