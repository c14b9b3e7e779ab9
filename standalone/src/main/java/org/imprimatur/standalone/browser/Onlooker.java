package org.imprimatur.standalone.browser;

import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Looks over the shoulder of people at their browsers. What it does changes nothing that they see. */
@FunctionalInterface
public interface Onlooker {

    /** Nobody looks. */
    Onlooker NOBODY = seen -> {};

    /**
     * A page as a browser got it.
     *
     * @param who sits at the browser
     * @param method of the request that the page answers
     * @param address where the last redirect led
     * @param headers of the answer
     * @param html the answer's body
     * @param cookies what the browser keeps by now
     */
    record Seen(
            String who,
            String method,
            URI address,
            int status,
            Map<String, List<String>> headers,
            String html,
            List<HttpCookie> cookies) {}

    void sees(Seen page);

    /** What is seen from now on belongs to this step. */
    default void begins(String step) {}

    /** A file that is read on the screen as it would be on paper. */
    default void seesPdf(String who, String what, byte[] pdf) {}
}
