package org.imprimatur.publication.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingReadingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36"
            })
    void a_browser_is_a_reader(String agent) {
        assertThat(CountingReadings.isPerson(agent)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; Yahoo! Slurp)",
                "curl/8.5.0",
                "Wget/1.21",
                "python-requests/2.31",
                "Java-http-client/17.0.11",
                "Mozilla/5.0 HeadlessChrome/126.0.0.0"
            })
    void a_program_is_not(String agent) {
        assertThat(CountingReadings.isPerson(agent)).isFalse();
    }
}
