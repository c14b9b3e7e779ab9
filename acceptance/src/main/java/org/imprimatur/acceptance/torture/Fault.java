package org.imprimatur.acceptance.torture;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.imprimatur.sandbox.agency.Fault.On;
import org.imprimatur.sandbox.mail.Faults.Phase;
import org.imprimatur.standalone.Surroundings;
import org.imprimatur.standalone.cluster.Cluster;
import org.imprimatur.standalone.cluster.Part;
import org.imprimatur.standalone.demo.Stage;

/** What can break, and how it heals. */
enum Fault {
    A_PROCESS_IS_KILLED {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            String service = oneOf(Surroundings.SERVICES, random);
            int instance = random.nextInt(cluster.parts(service).size());
            Part part = cluster.parts(service).get(instance);
            part.kill();
            Trying.pause(Duration.ofMillis(random.nextInt(4_000)));
            part.start();
            cluster.awaitReady(service, instance);
            return part.name() + " killed";
        }
    },
    A_PROCESS_STANDS_STILL {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            Part part = oneOf(cluster.parts(oneOf(Surroundings.SERVICES, random)), random);
            int seconds = 8 + random.nextInt(8);
            part.freeze();
            Trying.pause(Duration.ofSeconds(seconds));
            part.thaw();
            return part.name() + " stood still for " + seconds + " s";
        }
    },
    A_BROKER_NODE_IS_LOST {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            Part node = oneOf(cluster.brokers(), random);
            node.kill();
            Trying.pause(Duration.ofSeconds(2 + random.nextInt(6)));
            node.start();
            return node.name() + " killed";
        }
    },
    ALL_BROKERS_ARE_AWAY {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            cluster.brokers().forEach(Part::kill);
            Trying.pause(Duration.ofSeconds(3 + random.nextInt(8)));
            cluster.brokers().forEach(Part::start);
            return "all brokers killed";
        }
    },
    POSTGRES_IS_RESTARTED {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            cluster.restartPostgres();
            return "PostgreSQL restarted, all connections cut";
        }
    },
    MAIL_IS_REFUSED {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.mail.faults().refuseMessages(1 + random.nextInt(3), ".*", 451);
            return "the mail server refuses";
        }
    },
    MAIL_STALLS {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.mail.faults().stall(1, oneOf(List.of(Phase.values()), random), Duration.ofSeconds(5));
            return "the mail server stalls";
        }
    },
    MAIL_IS_CUT_AFTER_DATA {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.mail.faults().cutAfterData(1, random.nextBoolean());
            return "the mail server cuts the line after the text";
        }
    },
    THE_AGENCY_IS_DOWN {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.agency.faults().down(Duration.ofSeconds(3 + random.nextInt(10)));
            return "the agency is down";
        }
    },
    THE_AGENCY_ANSWERS_NONSENSE {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.agency.faults().garbage(oneOf(List.of(On.values()), random), 1);
            return "the agency answers nonsense";
        }
    },
    THE_AGENCY_LOSES_AN_ANSWER {
        @Override
        String happen(Cluster cluster, Stage stage, Random random) {
            stage.agency.faults().loseAnswer(1);
            return "the agency takes a deposit and loses its answer";
        }
    };

    /** Breaks something, and mends it again where it doesn't heal by itself. @return what happened, in words */
    abstract String happen(Cluster cluster, Stage stage, Random random);

    private static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
