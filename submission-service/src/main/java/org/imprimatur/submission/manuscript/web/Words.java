package org.imprimatur.submission.manuscript.web;

import java.util.List;
import org.imprimatur.submission.manuscript.Problem;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The bundle's sentences in the reader's language. */
@Component
class Words {

    private final MessageSource bundle;

    Words(MessageSource bundle) {
        this.bundle = bundle;
    }

    String say(String key, Object... with) {
        return bundle.getMessage(key, with, LocaleContextHolder.getLocale());
    }

    String say(Problem problem) {
        return say(problem.words(), problem.with().toArray());
    }

    Form errors(Form form, List<Problem> problems) {
        Form judged = form;
        for (Problem problem : problems) {
            judged = judged.error(problem.field(), say(problem));
        }
        return judged;
    }
}
