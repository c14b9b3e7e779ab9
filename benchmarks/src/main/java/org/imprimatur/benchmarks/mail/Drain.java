package org.imprimatur.benchmarks.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.imprimatur.benchmarks.Rates;
import org.imprimatur.messaging.autoconfigure.MailQueueAutoConfiguration;
import org.imprimatur.messaging.mail.MailComposer;
import org.imprimatur.messaging.mail.MailListener;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.sandbox.mail.MailMessage;
import org.imprimatur.sandbox.mail.MailServer;
import org.imprimatur.sandbox.mail.Settings;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many mails a second leave the queue, beside Jakarta Mail sending the same bytes over one kept connection to the
 * same server. Arguments: a folder for the data, how many mails, how many rounds.
 */
public final class Drain {

    private Drain() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int mails = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Files.createDirectories(folder);
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        try (PostgresNode postgres = PostgresNode.start(folder.resolve("postgres"), folder.resolve("unpacked"));
                MailServer server = MailServer.start(Settings.settings());
                ConfigurableApplicationContext service = service(postgres.database("mails"), server.smtpPort())) {
            for (int round = -1; round < rounds; round++) {
                int before = server.messages().size();
                double rate = queue(service, mails, "round " + round);
                List<MailMessage> sent = server.messages().subList(before, before + mails);
                double limit = plain(server.smtpPort(), sent);
                if (round >= 0) { // the first one warms
                    ours[round] = rate;
                    bare[round] = limit;
                }
            }
        }
        System.out.printf("%nMails a second, %d rounds of %d.%n", rounds, mails);
        Rates queue = Rates.of(ours);
        Rates limit = Rates.of(bare);
        System.out.println("the queue          " + queue);
        System.out.println("bare Jakarta Mail  " + limit);
        System.out.printf("ratio of the medians %.2f%n", queue.median() / limit.median());
    }

    private static ConfigurableApplicationContext service(String database, int port) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name", "none",
                        "spring.main.banner-mode", "off",
                        "spring.flyway.locations", "classpath:db/messaging",
                        "spring.datasource.url", database,
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", port,
                        "imprimatur.mail.domain", "mail.example.org",
                        "imprimatur.mail.from", "journal@example.org"))
                .run();
    }

    private static double queue(ConfigurableApplicationContext service, int mails, String round)
            throws InterruptedException {
        CountDownLatch left = new CountDownLatch(mails);
        service.getBean(Counter.class).left.set(left);
        MailQueue queue = service.getBean(MailQueue.class);
        new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            for (int i = 0; i < mails; i++) {
                queue.queue(new MailOrder(round + " mail " + i, "manuscript-" + i, "reader-" + i, "letter", Map.of()));
            }
        });
        long begun = System.nanoTime();
        if (!left.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(left.getCount() + " mails have not left");
        }
        return mails / ((System.nanoTime() - begun) / 1e9);
    }

    private static double plain(int port, List<MailMessage> mails) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        long begun = System.nanoTime();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (MailMessage mail : mails) {
                MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail.raw()));
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return mails.size() / ((System.nanoTime() - begun) / 1e9);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        MailQueueAutoConfiguration.class
    })
    static class Service {

        @Bean
        MailComposer composer() {
            String text = "We thank you for your manuscript. ".repeat(40);
            return (mail, order) -> new MailComposer.Ready(new MailComposer.Letter(
                    "A Reader",
                    order.recipient() + "@example.org",
                    "A Journal",
                    "Your manuscript",
                    text,
                    "<p>" + text + "</p>",
                    Map.of("Auto-Submitted", "auto-generated"),
                    List.of()));
        }

        @Bean
        Counter counter() {
            return new Counter();
        }
    }

    /** Counts what has left and is known to have. */
    private static final class Counter implements MailListener {

        private final AtomicReference<CountDownLatch> left = new AtomicReference<>();

        @Override
        public void changed(MailState state) {
            if (state.state() == MailState.State.HANDED_OVER) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        left.get().countDown();
                    }
                });
            }
        }
    }
}
