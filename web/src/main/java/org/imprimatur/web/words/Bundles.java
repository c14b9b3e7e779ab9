package org.imprimatur.web.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Words of bundles, for many requests at once: each formats with a copy of its own. The library has all requests that
 * say the same sentence wait for each other.
 *
 * <p>What stands in a sentence that is read from right to left is isolated from it (UAX 9, 2.7): a name or number in
 * another script stays in its place and order.
 *
 * <p>Code that knows no bundles, as a domain does, says its reasons in English. Their words stand under keys that begin
 * with {@code said.}; by these {@link #say} finds them in another language.
 */
public final class Bundles extends ResourceBundleMessageSource {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private final Supplier<Said> said = SingletonSupplier.of(() -> Said.of(getBasenameSet().stream()
            .map(name -> getResourceBundle(name, Languages.ENGLISH))
            .toList()));

    /**
     * What was said in English, in this language; itself where it is none of our sentences, and for null. What was put
     * into a sentence is found again and said likewise.
     */
    public String say(String english, Locale locale) {
        return english == null || locale.getLanguage().equals(Languages.ENGLISH.getLanguage())
                ? english
                : said.get()
                        .find(english)
                        .map(found -> getMessage(found.key(), found.arguments(), locale))
                        .orElse(english);
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        MessageFormat shared = super.resolveCode(code, locale);
        return shared == null ? null : (MessageFormat) shared.clone();
    }

    @Override
    protected Object[] resolveArguments(Object[] arguments, Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        return locale.getLanguage().equals(Languages.ENGLISH.getLanguage())
                ? resolved
                : Arrays.stream(resolved)
                        .map(one -> one instanceof CharSequence words ? placed(words.toString(), locale) : one)
                        .toArray();
    }

    private String placed(String words, Locale locale) {
        String translated = say(words, locale);
        return Languages.direction(locale).equals("rtl") ? FIRST_STRONG_ISOLATE + translated + POP_ISOLATE : translated;
    }
}
