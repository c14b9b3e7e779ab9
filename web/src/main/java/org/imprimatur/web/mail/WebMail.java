package org.imprimatur.web.mail;

import org.imprimatur.web.WebPages;
import org.imprimatur.web.words.Dates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;

/** The writer of mails. Needs {@link WebPages} for words and dates. */
@AutoConfiguration(after = WebPages.class)
public class WebMail {
    @Bean
    MailTemplates mailTemplates(
            MessageSource messageSource, Dates dates, @Value("${imprimatur.banner:}") String banner) {
        return new MailTemplates(messageSource, dates, banner);
    }
}
