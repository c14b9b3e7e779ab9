package org.imprimatur.messaging.health;

import org.springframework.boot.health.contributor.Status;

/** It serves, but something waits for a person or for another part: between up and down. */
public final class Degraded {

    public static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}
}
