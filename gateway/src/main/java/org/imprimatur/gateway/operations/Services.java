package org.imprimatur.gateway.operations;

import java.util.List;
import org.imprimatur.gateway.accounts.Actor;

/** All services of the house, this one among them, asked on behalf of a person. */
public interface Services {

    /** Each of them, in the order in which a manuscript meets them; one that doesn't answer in seconds is away. */
    List<ServiceState> ask(Actor.Person person);

    /** Has a parked message tried again. */
    Outcome tryAgain(Actor.Person person, String service, String message);

    /** Has a parked message given up, for this reason. */
    Outcome skip(Actor.Person person, String service, String message, String reason);
}
