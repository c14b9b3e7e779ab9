package org.imprimatur.messaging.sample;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A running sample service, and what tests ask of it. */
public final class Running implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    public Running(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Who hears what is told. */
    @SuppressWarnings("unchecked")
    public Ear<Words.Told> ear() {
        return (Ear<Words.Told>) context.getBean("told");
    }

    /** Where its web server listens. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    public void rolledBack(Runnable work) {
        new TransactionTemplate(get(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** What took effect for a subject, in order. */
    public List<String> effects(String subject) {
        return jdbc().sql("SELECT text FROM effect WHERE subject = :subject ORDER BY number")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /** What the service's listeners were told about, in order. */
    public List<String> news(String containing) {
        return jdbc().sql("SELECT text FROM news WHERE position(:part IN text) > 0 ORDER BY number")
                .param("part", containing)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
