package org.imprimatur.messaging.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.messaging.mail.MailQueue;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.messaging.sample.Words.Told;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The sample service as a process: the arguments are its name, its Kafka and its settings; its standard input tells it
 * what to do, and when that ends, so does it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(SampleService.class)
public class SampleMain {

    /** How a line begins that is meant for {@link SampleProcess}. */
    static final String MARK = "@ ";

    @Bean
    static BeanPostProcessor watching() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new Checkpoints.Watched(dataSource) : bean;
            }
        };
    }

    public static void main(String[] arguments) throws IOException {
        Running service = new Running(SampleService.start(
                SampleMain.class,
                WebApplicationType.NONE,
                arguments[0],
                arguments[1],
                Arrays.copyOfRange(arguments, 2, arguments.length)));
        say("ready");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            obey(service, line.split(" "));
            say("done");
        }
        Runtime.getRuntime().halt(0);
    }

    static synchronized void say(String line) {
        System.out.println(MARK + line);
        System.out.flush();
    }

    private static void obey(Running service, String[] command) {
        switch (command[0]) {
            case "choose" -> Checkpoints.choose(Point.valueOf(command[1]), Integer.parseInt(command[2]));
            case "release" -> Checkpoints.release();
            case "mail" ->
                service.inTransaction(() -> service.get(MailQueue.class)
                        .queue(new MailOrder(command[1], command[1], command[1], "kind", Map.of())));
            case "tell" -> {
                for (int i = Integer.parseInt(command[2]); i <= Integer.parseInt(command[3]); i++) {
                    Told told = new Told(command[1], "thing/" + command[1], "n" + i);
                    service.inTransaction(() -> service.get(Outbox.class).say(told, "somebody"));
                }
            }
            default -> throw new IllegalArgumentException(command[0]);
        }
    }
}
