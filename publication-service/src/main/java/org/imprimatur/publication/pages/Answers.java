package org.imprimatur.publication.pages;

import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.web.errors.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

/** Runs use cases for pages and answers what came of them. */
@Component
public class Answers {
    private final TransactionTemplate transaction;

    Answers(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** Runs it in one transaction, which a refusal takes back. */
    public <T> Outcome<T> inTransaction(Supplier<Outcome<T>> useCase) {
        return transaction.execute(status -> {
            Outcome<T> outcome = useCase.get();
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** Runs what answers in another shape; {@code taken} says whether it took effect. */
    public <T> T inTransaction(Supplier<T> useCase, Function<T, Boolean> taken) {
        return transaction.execute(status -> {
            T answer = useCase.get();
            if (!taken.apply(answer)) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    /** The page that says the reason, with a status that fits: 403, 404, 409 or 422. */
    public Object refused(Outcome.Refused<?> refused, Model model) {
        return Refusals.respond(model, status(refused.cause()), refused.reason());
    }

    private static HttpStatus status(Outcome.Cause cause) {
        return switch (cause) {
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
