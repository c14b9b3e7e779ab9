package org.imprimatur.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
    private static final Locale URDU = Languages.of("ur");

    private final Bundles bundles = bundles();

    private static Bundles bundles() {
        var bundles = new Bundles();
        bundles.setBasename("i18n/sayings/messages");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    @Test
    void a_sentence_said_in_english_is_found_by_its_words_whatever_the_case_of_its_letters() {
        assertThat(bundles.say("It's over.", URDU)).isEqualTo("ختم۔");
        assertThat(bundles.say("it's over.", URDU)).isEqualTo("ختم۔");
    }

    @Test
    void what_was_put_into_it_is_found_and_put_where_the_language_has_it() {
        assertThat(bundles.say("At most 200 characters.", URDU)).isEqualTo("زیادہ سے زیادہ \u2068200\u2069 حروف۔");
        assertThat(bundles.say("At most 200 characters each.", URDU))
                .isEqualTo("ہر ایک میں زیادہ سے زیادہ \u2068200\u2069 حروف۔");
    }

    @Test
    void what_was_put_into_it_is_said_too_where_it_is_a_sentence_of_ours() {
        assertThat(bundles.say("The agency has another title: $1 {0} \\E, not\nGas.", URDU))
                .isEqualTo("The agency has another title: $1 {0} \\E, not\nGas.");
        assertThat(bundles.say("The agency has another title: $1 {0} \\E, not Gas\n(2024).", URDU))
                .isEqualTo("ادارے کے پاس \u2068$1 {0} \\E\u2069 ہے، نہ کہ \u2068Gas\n(2024)\u2069:"
                        + " \u2068دوسرا عنوان\u2069۔");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gas and Diplomacy", "At most", "ختم۔", "{0}", "It's over. Really."})
    void what_is_no_sentence_of_ours_says_itself(String words) {
        assertThat(bundles.say(words, URDU)).isEqualTo(words);
    }

    @Test
    void english_is_said_as_it_was() {
        assertThat(bundles.say("At most 200 characters.", Locale.UK)).isEqualTo("At most 200 characters.");
        assertThat(bundles.say(null, URDU)).isNull();
    }
}
