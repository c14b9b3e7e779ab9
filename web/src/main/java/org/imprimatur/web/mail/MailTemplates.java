package org.imprimatur.web.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.web.words.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mails from a pair of templates on the class path: {@code templates/mail/<name>.html}, whose title is the
 * subject, and {@code templates/mail/<name>.txt} beside it. Use a name with the service in front, like
 * {@code review/invitation}, since all services may share a class path. Templates know {@code dates} and
 * {@code banner} besides the model. What the model brings is escaped in the HTML and never breaks the subject's line.
 */
public final class MailTemplates {
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>(.*?)</title>", Pattern.DOTALL);

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Dates dates;
    private final String banner;

    public MailTemplates(MessageSource messages, Dates dates, String banner) {
        this.dates = dates;
        this.banner = banner.isBlank() ? null : banner;
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setResolvablePatterns(java.util.Set.of("*" + suffix));
        return resolver;
    }

    /**
     * @throws org.thymeleaf.exceptions.TemplateEngineException when a template is missing or broken
     * @throws IllegalStateException when the HTML template has no title
     */
    public RenderedMail render(String template, Locale locale, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("dates", dates);
        all.put("banner", banner);
        var context = new Context(locale, all);
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locale);
        try {
            String html = engine.process("mail/" + template + ".html", context);
            String letter = engine.process("mail/" + template + ".txt", context);
            String text = banner == null ? letter : banner + "\n\n" + letter;
            return new RenderedMail(subject(template, html), html, text);
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private static String subject(String template, String html) {
        Matcher title = TITLE.matcher(html);
        if (!title.find()) {
            throw new IllegalStateException("the mail template " + template + " has no title");
        }
        return HtmlUtils.htmlUnescape(title.group(1))
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }
}
