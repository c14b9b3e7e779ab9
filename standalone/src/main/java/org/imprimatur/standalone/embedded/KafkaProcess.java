package org.imprimatur.standalone.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imprimatur.standalone.embedded.EmbeddedKafka.Quorum;

/** A Kafka node as a process of its own. */
public final class KafkaProcess {

    private KafkaProcess() {}

    /** The arguments that make {@link #main} this node. */
    public static List<String> arguments(Path folder, Quorum quorum, int node) {
        return List.of(
                folder.toString(),
                String.valueOf(node),
                quorum.id(),
                listed(quorum.ports()),
                listed(quorum.controllerPorts()));
    }

    public static void main(String[] arguments) {
        Quorum quorum = new Quorum(arguments[2], numbers(arguments[3]), numbers(arguments[4]));
        EmbeddedKafka node = EmbeddedKafka.start(Path.of(arguments[0]), quorum, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close, "end"));
    }

    private static String listed(List<Integer> ports) {
        return String.join(",", ports.stream().map(String::valueOf).toList());
    }

    private static List<Integer> numbers(String listed) {
        return Arrays.stream(listed.split(",")).map(Integer::valueOf).toList();
    }
}
