package org.imprimatur.gateway.accounts;

/** Keeps passwords as something from which they can't be read back. */
public interface Passwords {
    String hash(String password);

    boolean matches(String password, String hash);

    /** Whether the hash was made more weakly than it would be today. */
    boolean isWeak(String hash);
}
