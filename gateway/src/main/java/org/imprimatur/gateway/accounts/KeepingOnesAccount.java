package org.imprimatur.gateway.accounts;

import java.util.List;
import java.util.Optional;

/** What people do with their own account. */
public final class KeepingOnesAccount {
    private final Accounts accounts;
    private final Passwords passwords;

    public KeepingOnesAccount(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Changes name and affiliation; gives what is wrong with them, or nothing. */
    public List<Flaw> rename(String account, String name, String affiliation) {
        String newName = name.strip();
        String institution = affiliation.strip();
        List<Flaw> flaws = Application.flawsOfPerson(newName, institution);
        if (flaws.isEmpty()) {
            accounts.rename(account, newName, Optional.of(institution).filter(words -> !words.isEmpty()));
        }
        return flaws;
    }

    /** Changes the password of somebody who knows the present one. */
    public List<Flaw> changePassword(String account, String present, String wanted) {
        boolean knows = accounts.passwordHash(account)
                .filter(hash -> passwords.matches(present, hash))
                .isPresent();
        return knows ? choosePassword(account, wanted, "wanted") : List.of(new Flaw("present", "flaw.present"));
    }

    /** Sets the password of somebody who proved by mail that the account is theirs. */
    public List<Flaw> choosePassword(String account, String wanted) {
        return choosePassword(account, wanted, "password");
    }

    private List<Flaw> choosePassword(String account, String wanted, String field) {
        String address = accounts.byId(account).orElseThrow().address();
        List<Flaw> flaws = Application.flawsOfPassword(field, wanted, address);
        if (flaws.isEmpty()) {
            accounts.changePassword(account, passwords.hash(wanted));
        }
        return flaws;
    }
}
