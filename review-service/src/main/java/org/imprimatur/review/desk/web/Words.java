package org.imprimatur.review.desk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.messaging.mail.MailState;
import org.imprimatur.review.correspondence.People;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.web.HistoryLine;
import org.imprimatur.web.words.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns keys, ids and moments into the words that editors read. Names are put in here, at the moment of showing. */
@Component
class Words {

    private final MessageSource messages;
    private final Dates dates;
    private final People people;
    private final Reviewers reviewers;
    private final Rounds rounds;

    Words(MessageSource messages, Dates dates, People people, Reviewers reviewers, Rounds rounds) {
        this.messages = messages;
        this.dates = dates;
        this.people = people;
        this.reviewers = reviewers;
        this.rounds = rounds;
    }

    String step(String step) {
        return say("step." + step, step);
    }

    /** What is owed at a step. */
    String owed(String step) {
        return say("owed." + step, step(step));
    }

    String whose(String whose, Optional<String> account) {
        return account.map(people::nameOf).orElse(say("whose." + whose, whose));
    }

    String planned(String what) {
        return say("planned." + what, what);
    }

    String day(Instant at) {
        return dates.day(at);
    }

    /** Who an id of the history is; empty for the process and for other services. */
    Optional<String> actor(String id) {
        if (id.equals("process") || id.startsWith("service/")) {
            return Optional.empty();
        }
        return Optional.of(
                id.startsWith("invitation/") ? reviewerOf(id.substring("invitation/".length())) : people.nameOf(id));
    }

    private String reviewerOf(String invitation) {
        return rounds.invitation(invitation)
                .map(Invitation::reviewer)
                .flatMap(reviewers::find)
                .map(Reviewer::name)
                .orElse("A reviewer");
    }

    HistoryLine line(History.Entry entry) {
        Object[] words = entry.words().stream().map(this::word).toArray();
        return new HistoryLine(
                entry.at(),
                actor(entry.actor()).orElse(null),
                messages.getMessage("history." + entry.what(), words, entry.what(), Locale.UK),
                messages.getMessage("history." + entry.what() + ".more", words, null, Locale.UK));
    }

    /** A mail in the history, with the other server's word on it. */
    HistoryLine line(MailState mail) {
        String what = say("mail." + mail.template(), mail.template());
        String key = mail.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String state = say("mail-state." + key, key);
        return new HistoryLine(
                mail.changedAt(),
                null,
                "mails " + word(mail.recipient()) + ": " + what,
                state + (mail.reason() == null ? "" : ": " + mail.reason()));
    }

    // what a history speaks of says by itself what it is
    private String word(String word) {
        Map<String, Function<String, String>> kinds = Map.of(
                "account/",
                people::nameOf,
                "reviewer/",
                id -> reviewers.find(id).map(Reviewer::name).orElse("a reviewer"));
        for (var kind : kinds.entrySet()) {
            if (word.startsWith(kind.getKey())) {
                return kind.getValue().apply(word.substring(kind.getKey().length()));
            }
        }
        if (word.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            try {
                return dates.moment(Instant.parse(word));
            } catch (DateTimeException noMoment) {
                return word;
            }
        }
        String step = say("step." + word, null);
        return step == null ? say("whose." + word, word) : step;
    }

    private String say(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, Locale.UK);
    }

    /** Newest first: what happened, and the mails between. */
    List<HistoryLine> history(List<History.Entry> entries, List<MailState> mails) {
        return Stream.concat(entries.stream().map(this::line), mails.stream().map(this::line))
                .sorted(Comparator.comparing(HistoryLine::at).reversed())
                .toList();
    }
}
