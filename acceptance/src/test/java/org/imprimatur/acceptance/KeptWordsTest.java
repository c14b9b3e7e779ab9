package org.imprimatur.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody typed when their session ended is shown with the words that stand beside the field on its own page. */
class KeptWordsTest {

    private static final Pattern FIELD = Pattern.compile(
            "web/fields :: (?:text|textarea)\\(form=.*?, name=(?:'([\\w-]+)'|\\|([\\w-]+)-\\$\\{at}\\|), label=#\\{([\\w.-]+)}");
    private static final List<String> REVIEWERS = List.of("reviewer-profile.html", "report.html", "invitation.html");
    /** On one page it is called by another word, for it stands there among others. */
    private static final List<String> SHORTER = List.of("decision.html letter");

    private static Properties bundle(String module, String service) throws IOException {
        Properties bundle = new Properties();
        try (Reader words = Files.newBufferedReader(
                Path.of("..", module, "src/main/resources/i18n", service, "messages.properties"))) {
            bundle.load(words);
        }
        return bundle;
    }

    @Test
    void every_text_field_of_the_services_has_the_word_that_stands_on_its_page() throws IOException {
        Properties kept = bundle("gateway", "gateway");
        Map<String, String> wrong = new TreeMap<>();
        int fields = 0;
        for (String[] one : new String[][] {
            {"submission", "author"},
            {"review", "editor"},
            {"publication", "production"}
        }) {
            Properties words = bundle(one[0] + "-service", one[0]);
            Path templates = Path.of("..", one[0] + "-service", "src/main/resources/templates", one[0]);
            List<Path> pages;
            try (Stream<Path> all = Files.list(templates)) {
                pages = all.filter(page -> page.toString().endsWith(".html")).toList();
            }
            for (Path page : pages) {
                String file = page.getFileName().toString();
                Matcher field = FIELD.matcher(Files.readString(page));
                while (field.find()) {
                    fields++;
                    String name = field.group(1) == null ? field.group(2) : field.group(1);
                    String key = "kept.field." + (REVIEWERS.contains(file) ? "reviewer" : one[1]) + "." + name;
                    String word = words.getProperty(field.group(3));
                    if (!SHORTER.contains(file + " " + name) && !word.equals(kept.getProperty(key))) {
                        wrong.put(file + ": " + key, "should be “" + word + "”");
                    }
                }
            }
        }
        assertThat(fields).isGreaterThan(30);
        assertThat(wrong).isEmpty();
    }
}
