package org.imprimatur.gateway.signin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Role;

/** Where somebody goes after signing in: a path of our own, never another site. */
final class Next {
    // segments neither empty nor beginning with a dot, so that nothing is left to be made shorter on the way
    private static final Pattern PATH = Pattern.compile("/|(/(?![./])[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+/?");
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");
    private static final int LONGEST = 2000;

    private Next() {}

    /** The wish if it is a path of ours (RFC 3986, section 3.3) other than signing in or out. */
    static Optional<String> safe(String wish) {
        if (wish == null || wish.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = wish.split("\\?", 2);
        boolean ours = PATH.matcher(parts[0]).matches()
                && (parts.length == 1 || QUERY.matcher(parts[1]).matches())
                && !parts[0].startsWith("/sign-in")
                && !parts[0].startsWith("/sign-out");
        return ours ? Optional.of(wish) : Optional.empty();
    }

    /** Where they wished to go, or else where their work is. */
    static String or(String wish, Account account) {
        return safe(wish).orElseGet(() -> home(account));
    }

    private static String home(Account account) {
        if (account.grants().isEmpty()) {
            return "/author";
        }
        boolean edits = account.grants().stream()
                .anyMatch(grant -> grant.role() != Role.ADMINISTRATOR && grant.role() != Role.PRODUCTION_EDITOR);
        boolean produces = account.grants().stream().anyMatch(grant -> grant.role() == Role.PRODUCTION_EDITOR);
        return edits ? "/editor" : produces ? "/production" : "/admin/accounts";
    }
}
