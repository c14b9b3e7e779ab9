package org.imprimatur.review.pages;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Actor.Held;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.acting.Role;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.Refusals;
import org.imprimatur.web.forms.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** Lets a person act: in one transaction, which leaves no trace of what is refused. */
@Component
public class Acts {

    private final TransactionTemplate transaction;

    Acts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    public Outcome act(Supplier<Outcome> act) {
        return transaction.execute(status -> {
            Outcome outcome = act.get();
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** Who is signed in, as use cases know them; roles of a newer release are none here. */
    public static Actor.Person actor(SignedIn person) {
        return new Actor.Person(
                person.account(),
                person.roles().stream()
                        .flatMap(held -> Role.of(held.role()).map(role -> new Held(held.journal(), role)).stream())
                        .collect(Collectors.toSet()));
    }

    public static HttpStatus status(Outcome.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case GONE -> HttpStatus.GONE;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** A page that says why nothing was done, for an act without a form to come back to. */
    public static ModelAndView refused(Model model, Outcome.Refused refused) {
        String reason = refused.fields().isEmpty()
                ? refused.reason()
                : String.join(" ", refused.fields().values());
        return Refusals.respond(model, status(refused.kind()), refused.kind() == Outcome.Kind.UNKNOWN ? null : reason);
    }

    /** Whether a form can come back with what was typed: it doesn't for those who may not even see it. */
    public static boolean comesBack(Outcome.Refused refused) {
        return refused.kind() == Outcome.Kind.INVALID || refused.kind() == Outcome.Kind.CONFLICT;
    }

    /** The form with what is wrong with it. */
    public static Form with(Form form, Outcome.Refused refused) {
        Form wrong = form;
        if (refused.fields().isEmpty()) {
            wrong = wrong.error("", refused.reason());
        }
        for (var field : refused.fields().entrySet()) {
            wrong = wrong.error(field.getKey(), field.getValue());
        }
        return wrong;
    }

    /** Where to go on after an act, by GET. */
    public static ModelAndView seeOther(String path) {
        ModelAndView next = new ModelAndView("redirect:" + path);
        next.setStatus(HttpStatus.SEE_OTHER);
        return next;
    }

    /** The refusal in an outcome, if it is one. */
    public static Optional<Outcome.Refused> refusal(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
