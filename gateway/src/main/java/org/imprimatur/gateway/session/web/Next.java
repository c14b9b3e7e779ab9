package org.imprimatur.gateway.session.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody goes after signing in: a path of our own, never another site. */
final class Next {
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private Next() {}

    /** The wish if it is a path of ours other than signing in or out. */
    static Optional<String> safe(String wish) {
        if (wish == null || wish.length() > 2000 || !PATH.matcher(wish).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(wish);
            boolean ours = uri.getScheme() == null && uri.getRawAuthority() == null;
            String path = uri.normalize().getPath();
            boolean loop = path.startsWith("/sign-in") || path.startsWith("/sign-out");
            return ours && !loop && path.startsWith("/") && !path.startsWith("//")
                    ? Optional.of(wish)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
