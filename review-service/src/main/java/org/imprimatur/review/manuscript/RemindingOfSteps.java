package org.imprimatur.review.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.review.acting.Actor;
import org.imprimatur.review.acting.Role;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.correspondence.RoleHolders;
import org.imprimatur.review.manuscript.History.Entry;

/** Reminds those who owe the next step, and tells editors when a manuscript was withdrawn. */
public final class RemindingOfSteps {

    private final Manuscripts manuscripts;
    private final RoleHolders roles;
    private final History history;
    private final Mails mails;

    public RemindingOfSteps(Manuscripts manuscripts, RoleHolders roles, History history, Mails mails) {
        this.manuscripts = manuscripts;
        this.roles = roles;
        this.history = history;
        this.mails = mails;
    }

    /** @param step the step of the model that is owed; {@code ordinal} counts from 1 */
    public void remind(String id, String step, int ordinal, Instant now) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow();
        Standing standing = manuscripts.standing(id).orElseThrow();
        owing(manuscript, standing)
                .forEach(account -> order(
                        id, standing, "step/" + id + "/" + step + "/" + standing.since() + "/" + ordinal, account));
        history.note(new Entry(
                id,
                now,
                new Actor.Process().id(),
                "reminded-of-step",
                List.of(standing.step(), standing.whose(), Integer.toString(ordinal)),
                false));
    }

    /** An editor wants them reminded now; they are not told of what they themselves do. Gives how many mails go. */
    public int remindByHand(Manuscript manuscript, Standing standing, String by, Instant now) {
        List<String> others = owing(manuscript, standing).stream()
                .filter(account -> !account.equals(by))
                .toList();
        others.forEach(account -> order(manuscript.id(), standing, "hand/" + manuscript.id() + "/" + now, account));
        return others.size();
    }

    private void order(String id, Standing standing, String cause, String account) {
        mails.order(new Mails.Order(
                cause + "/" + account,
                id,
                "account/" + account,
                standing.whose().equals("author") ? "author-reminder" : "editor-reminder",
                Map.of(
                        "manuscript", id,
                        "step", standing.step(),
                        "since", standing.since().toString())));
    }

    /** The manuscript was withdrawn: its editors hear of it. */
    public void tellOfWithdrawal(String id) {
        Manuscript manuscript = manuscripts.find(id).orElseThrow();
        Stream.concat(
                        manuscript.handlingEditor().stream(),
                        roles.of(manuscript.journal(), Role.MANAGING_EDITOR.key()).stream())
                .filter(account -> !manuscript.authors().contains(account))
                .distinct()
                .forEach(account -> mails.order(new Mails.Order(
                        "withdrawn/" + id + "/" + account,
                        id,
                        "account/" + account,
                        "withdrawn",
                        Map.of("manuscript", id))));
    }

    private List<String> owing(Manuscript manuscript, Standing standing) {
        return switch (standing.whose()) {
            case "author" -> List.of(manuscript.correspondingAccount());
            case "handling-editor" -> manuscript.handlingEditor().stream().toList();
            case "managing-editor", "production-editor" ->
                roles.of(manuscript.journal(), standing.whose()).stream()
                        .filter(account -> !manuscript.authors().contains(account))
                        .toList();
            default -> List.of();
        };
    }
}
