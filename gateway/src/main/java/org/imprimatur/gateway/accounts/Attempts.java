package org.imprimatur.gateway.accounts;

import java.time.Instant;

/** Remembers failed attempts to sign in for as long as they count. */
public interface Attempts {
    /** Failures since then at this address from this client. */
    int at(String address, String client, Instant since);

    /** Failures since then at this address from anywhere. */
    int at(String address, Instant since);

    /** Failures since then from this client at any address. */
    int from(String client, Instant since);

    void failed(String address, String client, Instant at);

    /** A success from this client: its failures at this address no longer count. */
    void succeeded(String address, String client);
}
