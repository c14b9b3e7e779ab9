package org.imprimatur.gateway.accounts.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.gateway.accounts.Flaw;
import org.imprimatur.gateway.accounts.PasswordRules;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.web.forms.Form;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the accounts' pages say, from the bundle. */
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    Form with(List<Flaw> flaws, Form form) {
        Form marked = form;
        for (Flaw flaw : flaws) {
            marked = marked.error(flaw.field(), say(flaw.reason(), PasswordRules.SHORTEST));
        }
        return marked;
    }

    /** From the role's word to its name, in the order of {@link Role}. */
    Map<String, String> roles() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            names.put(role.word(), say("role." + role.word()));
        }
        return names;
    }
}
