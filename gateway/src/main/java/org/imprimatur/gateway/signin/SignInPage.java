package org.imprimatur.gateway.signin;

import java.util.Map;
import org.imprimatur.gateway.orcid.Orcid;
import org.imprimatur.gateway.passkeys.WebAuthn;
import org.imprimatur.web.forms.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which one signs in, by whichever way. */
@Component
class SignInPage {
    private static final String PAGE = "gateway/sign-in";

    private final WebAuthn webAuthn;
    private final Challenges challenges;
    private final boolean orcid;
    private final MessageSource words;

    SignInPage(WebAuthn webAuthn, Challenges challenges, ObjectProvider<Orcid> orcid, MessageSource words) {
        this.webAuthn = webAuthn;
        this.challenges = challenges;
        this.orcid = orcid.getIfAvailable() != null;
        this.words = words;
    }

    ModelAndView blank(String next) {
        return new ModelAndView(PAGE, facts())
                .addObject("form", form(next))
                .addObject("asked", Next.safe(next).isPresent());
    }

    /** The page again, with what was typed and what is wrong with it. */
    ModelAndView again(HttpStatus status, Form typed, String field, String reason) {
        ModelAndView page = typed.error(field, words.getMessage(reason, null, LocaleContextHolder.getLocale()))
                .refused(PAGE, facts());
        page.setStatus(status);
        return page;
    }

    Form form(String next) {
        return Form.empty().with("next", Next.safe(next).orElse(""));
    }

    private Map<String, Object> facts() {
        return Map.of(
                "passkeyOptions", webAuthn.requestOptions(challenges.give(Challenges.SIGN_IN)), "orcidOffered", orcid);
    }
}
