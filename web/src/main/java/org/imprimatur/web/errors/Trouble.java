package org.imprimatur.web.errors;

import java.util.Set;
import java.util.UUID;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param words under which key the bundle has this page's words
 * @param reason what happened in this case, or null for the bundle's general words
 * @param reference what the help desk asks for; it stands in the log too
 */
public record Trouble(int status, String words, String reason, String reference) {
    private static final Set<Integer> OWN_WORDS =
            Set.of(400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504);

    public static Trouble of(int status, String reason) {
        int words = OWN_WORDS.contains(status) ? status : status >= 500 ? 500 : 400;
        return of(status, "error." + words, reason);
    }

    static Trouble of(int status, String words, String reason) {
        String random = UUID.randomUUID().toString();
        return new Trouble(status, words, reason, random.substring(0, 8) + " " + random.substring(9, 13));
    }
}
