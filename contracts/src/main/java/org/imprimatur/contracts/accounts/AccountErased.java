package org.imprimatur.contracts.accounts;

import java.util.List;
import org.imprimatur.contracts.Fact;
import org.imprimatur.contracts.Wire;

/**
 * A person was erased. Whoever keeps what they said of themselves, or their addresses, drops it; what belongs to a
 * journal's record stays under the account's id, which leads to nobody any more.
 *
 * @param addresses each address that was theirs, sealed (HMAC-SHA256 under a key that only our services have, in
 *     hexadecimal), so that a service finds it among what it keeps and nobody reads it here; null in facts of earlier
 *     releases
 */
@Wire(type = "imprimatur.accounts.account-erased.v1", topic = "imprimatur.accounts")
public record AccountErased(String account, List<String> addresses) implements Fact {

    @Override
    public String subject() {
        return account;
    }

    @Override
    public String aggregate() {
        return "account/" + account;
    }
}
