package org.imprimatur.benchmarks.editorial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.imprimatur.benchmarks.editorial.Load.Measured;
import org.imprimatur.standalone.embedded.EmbeddedKafka;
import org.imprimatur.standalone.embedded.PostgresNode;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Our office and the bare engine in turn, on one PostgreSQL. Arguments: an empty folder; {@code --rounds}, {@code
 * --manuscripts}, {@code --on-the-way} with a number; {@code --no-mail}; {@code --statements} counts statements (and makes
 * both slower); {@code --only ours|bare}.
 */
public final class EditorialBenchmark {

    private static final int STATEMENTS_SHOWN = 45;

    private EditorialBenchmark() {}

    public static void main(String... arguments) throws Exception {
        List<String> options = List.of(arguments);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        int measured = number(options, "--manuscripts", 48);
        int onTheWay = number(options, "--on-the-way", 16);
        boolean mails = !options.contains("--no-mail");
        boolean counting = options.contains("--statements");
        Statements asked = new Statements();
        UnaryOperator<DataSource> watched = counting ? asked::watch : UnaryOperator.identity();
        List<Measured> ours = new ArrayList<>();
        List<Measured> bare = new ArrayList<>();
        try (PostgresNode postgres = PostgresNode.start(folder.resolve("postgres"), folder.resolve("unpacked"));
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                Office engine = new BareOffice(postgres.database("bare"), 200, 2_000, watched);
                Office service =
                        new RealOffice(kafka.bootstrapServers(), postgres.database("review"), folder, mails, watched)) {
            System.out.printf(
                    "%d manuscripts on their way, %d robots, %s%n",
                    onTheWay, Office.PEOPLE, mails ? "mails handed over" : "mails left in their queue");
            Load ourLoad = new Load(service, onTheWay);
            Load bareLoad = new Load(engine, onTheWay);
            boolean both = !options.contains("--only");
            for (int round = 0; round <= number(options, "--rounds", 2); round++) {
                if (both || options.contains("ours")) {
                    take("ours", ourLoad, measured, round, ours, counting ? asked : null);
                }
                if (both || options.contains("bare")) {
                    take("bare engine", bareLoad, measured, round, bare, counting ? asked : null);
                }
            }
            if (both) {
                System.out.printf(
                        "ours %.2f a second, bare engine %.2f a second: %.2f of it; %.0f ms and %.0f ms of a core"
                                + " each%n",
                        perSecond(ours),
                        perSecond(bare),
                        perSecond(ours) / perSecond(bare),
                        processorEach(ours),
                        processorEach(bare));
            }
        }
    }

    private static void take(String who, Load load, int measured, int round, List<Measured> kept, Statements asked)
            throws InterruptedException {
        if (asked != null) {
            asked.forget();
        }
        Measured taken = load.run(measured);
        System.out.printf(
                "%s, %s: %d manuscripts in %.1f s = %.2f a second, %.0f ms of a core each; from handing in to"
                        + " publication %s%n",
                round == 0 ? "warming up" : "round " + round,
                who,
                taken.published(),
                taken.seconds(),
                taken.perSecond(),
                taken.processorEach(),
                taken.way());
        if (asked != null && round > 0) {
            System.out.println(asked.perManuscript(taken.inAll(), STATEMENTS_SHOWN));
        }
        if (round > 0) {
            kept.add(taken);
        }
    }

    private static double perSecond(List<Measured> taken) {
        return taken.stream().mapToInt(Measured::published).sum()
                / taken.stream().mapToDouble(Measured::seconds).sum();
    }

    private static double processorEach(List<Measured> taken) {
        return taken.stream().mapToDouble(Measured::processor).sum()
                * 1000
                / taken.stream().mapToInt(Measured::inAll).sum();
    }

    private static int number(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(options.get(at + 1));
    }
}
