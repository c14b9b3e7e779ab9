package org.imprimatur.contracts.operations;

import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A gap in an aggregate's sequence: messages never came, and their owner has to say the present state again.
 *
 * @param service who misses them
 * @param source the CloudEvents source of those that came, {@code /imprimatur/…}
 * @param from the topic they travel on
 * @param of the aggregate whose sequence has the gap
 * @param expected the number that was next
 * @param came the number that came
 */
@Wire(type = "imprimatur.operations.messages-missing.v1", topic = "imprimatur.operations")
public record MessagesMissing(
        String service, String subject, String source, String from, String of, long expected, long came)
        implements Fact {

    @Override
    public String aggregate() {
        return "missing/" + service + "/" + of;
    }
}
