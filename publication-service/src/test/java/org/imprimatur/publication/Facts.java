package org.imprimatur.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.doi.AssignedDoi;
import org.imprimatur.publication.doi.Deposit;
import org.imprimatur.publication.doi.DepositPlan;
import org.imprimatur.publication.doi.DoiFacts;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.IssueFacts;
import org.imprimatur.publication.issue.Slot;
import org.imprimatur.publication.issue.VerificationPlan;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalFacts;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.MoreTime;
import org.imprimatur.publication.production.ProofFacts;

/** Hears all that is told, as one line each. */
public final class Facts implements IssueFacts, ProofFacts, DoiFacts, JournalFacts, DepositPlan, VerificationPlan {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<UUID> planned = new CopyOnWriteArrayList<>();
    private final List<String> toVerify = new CopyOnWriteArrayList<>();

    /** How deposits ended, for operations. */
    public final List<String> settled = new CopyOnWriteArrayList<>();

    /** What was told since the last time, in order. */
    public List<String> heard() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    /** The deposits that were planned since the last time. */
    public List<UUID> planned() {
        List<UUID> all = List.copyOf(planned);
        planned.clear();
        return all;
    }

    /** The articles whose verification was planned since the last time. */
    public List<String> toVerify() {
        List<String> all = List.copyOf(toVerify);
        toVerify.clear();
        return all;
    }

    @Override
    public void plan(String manuscript) {
        toVerify.add(manuscript);
    }

    @Override
    public void plan(UUID deposit, Instant due) {
        planned.add(deposit);
    }

    @Override
    public void reconcile(String journal) {
        // the tests ask when they want to
    }

    @Override
    public void differs(AssignedDoi doi, String difference) {
        told.add("differs " + doi.doi() + ": " + difference);
    }

    @Override
    public void scheduled(Issue issue, Slot slot, int position, Actor by) {
        told.add("scheduled " + slot.manuscript() + " no " + slot.number() + " at " + position);
    }

    @Override
    public void notScheduled(String manuscript, String reason, Actor by) {
        told.add("not scheduled " + manuscript + ": " + reason);
    }

    @Override
    public void unscheduled(String manuscript, boolean was, Actor by) {
        told.add("unscheduled " + manuscript + " " + was);
    }

    @Override
    public void pagesAllocated(Issue issue, String manuscript, PageRange pages, Actor by) {
        told.add("pages " + manuscript + " " + pages);
    }

    @Override
    public void pagesNotAllocated(String manuscript, String reason, Actor by) {
        told.add("no pages " + manuscript + ": " + reason);
    }

    @Override
    public void pagesReleased(String manuscript, boolean was, Actor by) {
        told.add("pages released " + manuscript + " " + was);
    }

    @Override
    public void closed(Issue issue, Actor by) {
        told.add("closed " + issue.designation());
    }

    @Override
    public void pagesFixed(Issue issue, Slot slot, PageRange pages, Actor by) {
        told.add("fixed " + slot.manuscript() + " " + pages + " "
                + slot.fixed().orElseThrow().doi());
    }

    @Override
    public void articlePublished(String manuscript, Doi doi, Instant at, Actor by) {
        told.add("published " + manuscript + " " + doi);
    }

    @Override
    public void articleNotPublished(String manuscript, String reason, Actor by) {
        told.add("not published " + manuscript + ": " + reason);
    }

    @Override
    public void published(Issue issue, Actor by) {
        told.add("issue published " + issue.designation());
    }

    @Override
    public void configured(Journal journal, Actor by) {
        told.add("configured " + journal.key() + " " + journal.version());
    }

    @Override
    public void registered(String manuscript, Doi doi) {
        told.add("registered " + manuscript + " " + doi);
    }

    @Override
    public void refused(String manuscript, String doi, String reason) {
        told.add("refused " + manuscript + ": " + reason);
    }

    @Override
    public void givenUp(String manuscript, Doi doi, String reason) {
        told.add("given up " + manuscript + ": " + reason);
    }

    @Override
    public void delayed(Deposit deposit, String cause) {
        told.add("delayed " + deposit.doi() + ": " + cause);
    }

    @Override
    public void again(Galley galley) {
        told.add("proof again of " + galley.order().manuscript());
    }

    @Override
    public void settled(Deposit deposit) {
        settled.add(deposit.level() + " " + deposit.state().getClass().getSimpleName());
    }

    @Override
    public void ready(Galley galley) {
        told.add("proof of " + galley.order().manuscript() + " "
                + galley.sheet().orElseThrow().pages() + " pages");
    }

    @Override
    public void failed(Galley galley, String reason) {
        told.add("galley failed " + galley.order().manuscript() + ": " + reason);
    }

    @Override
    public void approved(Galley galley, Actor by) {
        told.add("approved " + galley.order().manuscript());
    }

    @Override
    public void correctionsRequested(Galley galley, Actor by) {
        told.add("corrections of " + galley.order().manuscript());
    }

    @Override
    public void seen(Galley galley, Actor by, Instant at) {
        told.add("proof of " + galley.order().manuscript() + " seen by " + by.id());
    }

    @Override
    public void timeRequested(Galley galley, MoreTime wish, Actor by) {
        told.add(wish.days() + " more days asked for " + galley.order().manuscript());
    }

    @Override
    public void timeAnswered(Galley galley, MoreTime wish) {
        told.add((wish.answer().orElseThrow() instanceof MoreTime.Granted granted
                        ? granted.days() + " more days"
                        : "no more days")
                + " for " + galley.order().manuscript());
    }
}
