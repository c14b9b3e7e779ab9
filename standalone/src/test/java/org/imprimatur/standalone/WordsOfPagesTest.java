package org.imprimatur.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsOfPagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)|#messages\\.msg\\('([\\w.-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "submission", "review", "publication", "web"})
    void every_word_that_a_page_asks_for_stands_in_its_bundle(String service) throws IOException {
        Properties words = bundle("web");
        words.putAll(bundle(service));
        Set<String> asked = new TreeSet<>();
        Resource[] pages =
                new PathMatchingResourcePatternResolver().getResources("classpath*:templates/" + service + "/*.html");
        for (Resource page : pages) {
            Matcher keys = KEY.matcher(page.getContentAsString(StandardCharsets.UTF_8));
            while (keys.find()) {
                asked.add(keys.group(1) == null ? keys.group(2) : keys.group(1));
            }
        }

        assertThat(asked).isNotEmpty();
        assertThat(words.stringPropertyNames()).containsAll(asked);
    }

    private static Properties bundle(String service) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                WordsOfPagesTest.class.getResourceAsStream("/i18n/" + service + "/messages.properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
