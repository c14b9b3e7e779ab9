package org.imprimatur.gateway.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.gateway.accounts.LinkMails.Change;

/** What people do with their own account. */
public final class KeepingOnesAccount {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final LinkMails mails;

    public KeepingOnesAccount(Accounts accounts, Passwords passwords, PasswordRules rules, LinkMails mails) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.mails = mails;
    }

    /** What came of linking an ORCID iD. */
    public enum Linked {
        DONE,
        ALREADY,
        /** Another account has it. */
        TAKEN
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

    /**
     * Changes the password of somebody who knows the present one. Who has none yet chooses one by mail.
     *
     * @param change names this change, so that its holder is told once
     */
    public List<Flaw> changePassword(String account, String present, String wanted, UUID change) {
        boolean knows = accounts.passwordHash(account)
                .filter(hash -> passwords.matches(present, hash))
                .isPresent();
        return knows ? choosePassword(account, wanted, "wanted", change) : List.of(new Flaw("present", "flaw.present"));
    }

    /** Sets the password of somebody who proved by mail that the account is theirs. */
    public List<Flaw> choosePassword(String account, String wanted, UUID change) {
        return choosePassword(account, wanted, "password", change);
    }

    private List<Flaw> choosePassword(String account, String wanted, String field, UUID change) {
        Account known = accounts.byId(account).orElseThrow();
        List<String> expected = new ArrayList<>(List.of(known.name()));
        known.affiliation().ifPresent(expected::add);
        accounts.addresses(account).forEach(address -> expected.add(address.address()));
        List<Flaw> flaws = rules.flaws(field, wanted, expected);
        if (flaws.isEmpty()) {
            accounts.changePassword(account, passwords.hash(wanted));
            mails.tellOfChange(Change.PASSWORD, account, change);
        }
        return flaws;
    }

    /** Links an ORCID iD that was shown to be this person's. */
    public Linked linkOrcid(String account, String orcid, UUID change) {
        if (accounts.orcid(account).equals(Optional.of(orcid))) {
            return Linked.ALREADY;
        }
        if (!accounts.linkOrcid(account, orcid)) {
            return Linked.TAKEN;
        }
        mails.tellOfChange(Change.ORCID, account, change);
        return Linked.DONE;
    }

    /** Having none is fine. A link by mail stays as a way to sign in. */
    public void unlinkOrcid(String account, UUID change) {
        if (accounts.orcid(account).isPresent()) {
            accounts.unlinkOrcid(account);
            mails.tellOfChange(Change.ORCID, account, change);
        }
    }
}
