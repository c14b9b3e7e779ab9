package org.imprimatur.service.operations;

import org.imprimatur.messaging.operations.Operations;
import org.imprimatur.web.acting.Assertions;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.acting.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the queues stand, and what can be done about it, for the operations page. The rule for {@code /internal/**} lets
 * services in; here they must bring the assertion of a person as well, who is an administrator of the house: causes of
 * faults can hold anything.
 */
@RestController
@RequestMapping("/internal/operations")
final class OperationsEndpoint {

    private final Operations operations;
    private final ResumingMessages resuming;
    private final Assertions assertions;

    OperationsEndpoint(Operations operations, ResumingMessages resuming, Assertions assertions) {
        this.operations = operations;
        this.resuming = resuming;
        this.assertions = assertions;
    }

    /**
     * @param skip given up, or else tried again
     * @param reason why it is given up
     */
    record Resumption(String message, boolean skip, String reason) {}

    @GetMapping
    ResponseEntity<Operations.Report> report(
            @RequestHeader(name = Assertions.PERSON_HEADER, required = false) String assertion) {
        return ResumingMessages.may(person(assertion))
                ? ResponseEntity.ok(operations.report())
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    @PostMapping("/resumed")
    ResponseEntity<Void> resume(
            @RequestHeader(name = Assertions.PERSON_HEADER, required = false) String assertion,
            @RequestBody Resumption resumption) {
        SignedIn person = person(assertion);
        HttpStatus status = switch (resumption.skip()
                ? resuming.skip(person, resumption.message(), resumption.reason())
                : resuming.tryAgain(person, resumption.message())) {
            case DONE -> HttpStatus.NO_CONTENT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_WAITING -> HttpStatus.CONFLICT;
            case NO_REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status).build();
    }

    private SignedIn person(String assertion) {
        return assertion != null && assertions.verifyPerson(assertion) instanceof Verdict.Person verified
                ? verified.person()
                : null;
    }
}
