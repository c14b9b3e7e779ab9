package org.imprimatur.web.words;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Words of bundles, for many requests at once: each formats with a copy of its own. The library has all requests that
 * say the same sentence wait for each other. What stands in a sentence that is read from right to left is isolated from
 * it (UAX 9, 2.7): a name or number in another script stays in its place and order.
 */
public final class Bundles extends ResourceBundleMessageSource {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        MessageFormat shared = super.resolveCode(code, locale);
        return shared == null ? null : (MessageFormat) shared.clone();
    }

    @Override
    protected Object[] resolveArguments(Object[] arguments, Locale locale) {
        Object[] resolved = super.resolveArguments(arguments, locale);
        return Languages.direction(locale).equals("rtl")
                ? Arrays.stream(resolved).map(Bundles::isolated).toArray()
                : resolved;
    }

    private static Object isolated(Object argument) {
        return argument instanceof CharSequence words ? FIRST_STRONG_ISOLATE + words + POP_ISOLATE : argument;
    }
}
