package org.imprimatur.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.standalone.browser.Onlooker;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which templates make pages, and which pages were made of them. */
public final class Templates {

    private static final Pattern WHOLE_PAGE = Pattern.compile("th:replace=\"~\\{web/(layout|focus|site) :: page");
    private static final Pattern NAMED = Pattern.compile("<body data-page=\"([^\"]+)\"");
    // pages of tests of what is shared stand on the class path of other modules' tests
    private static final Pattern PATH = Pattern.compile("templates/((?!mail/|test/)[^/]+/[^/]+)\\.html$");

    private Templates() {}

    /** The names of all templates of whole pages, of all services and of what they share. */
    public static SortedSet<String> ofPages() {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (Resource one :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:templates/*/*.html")) {
                Matcher path = PATH.matcher(one.getURL().getPath());
                if (path.find() && WHOLE_PAGE.matcher(markup(one)).find()) {
                    names.add(path.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    // the shared layouts say in a comment how they are used
    private static String markup(Resource one) throws IOException {
        return one.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "");
    }

    /** The template that the page was made of; none where it isn't one of ours. */
    public static Optional<String> of(Onlooker.Seen page) {
        Matcher named = NAMED.matcher(page.html());
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }
}
