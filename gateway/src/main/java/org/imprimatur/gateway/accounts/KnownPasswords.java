package org.imprimatur.gateway.accounts;

import java.util.Collection;

/** Passwords that others would try: common ones, those of known breaches, and what stands to reason. */
public interface KnownPasswords {
    /** @param expected what stands to reason in this person's case: their name, their addresses */
    boolean know(String password, Collection<String> expected);
}
