package org.imprimatur.review.acting;

import static org.imprimatur.review.acting.Role.ADMINISTRATOR;
import static org.imprimatur.review.acting.Role.EDITOR_IN_CHIEF;
import static org.imprimatur.review.acting.Role.HANDLING_EDITOR;
import static org.imprimatur.review.acting.Role.MANAGING_EDITOR;
import static org.imprimatur.review.acting.Role.PRODUCTION_EDITOR;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what, for use cases and pages alike. A handling editor may act on manuscripts that are theirs, the other
 * roles on all of the journal; whoever is an author of a manuscript may do nothing with it here.
 */
public final class Permissions {

    /** What can be done. */
    public enum Act {
        SEE(EnumSet.allOf(Role.class)),
        SEE_REVIEWS(EnumSet.of(MANAGING_EDITOR, HANDLING_EDITOR, EDITOR_IN_CHIEF)),
        SCREEN(EnumSet.of(MANAGING_EDITOR)),
        ASSIGN(EnumSet.of(MANAGING_EDITOR, EDITOR_IN_CHIEF)),
        CHOOSE_REVIEWERS(EnumSet.of(MANAGING_EDITOR, HANDLING_EDITOR, EDITOR_IN_CHIEF)),
        DECIDE(EnumSet.of(MANAGING_EDITOR, HANDLING_EDITOR, EDITOR_IN_CHIEF)),
        /** Read and write notes among editors; they may speak of reviewers. */
        NOTE(EnumSet.of(MANAGING_EDITOR, HANDLING_EDITOR, EDITOR_IN_CHIEF)),
        PRODUCE(EnumSet.of(MANAGING_EDITOR, PRODUCTION_EDITOR)),
        KEEP_REVIEWERS(EnumSet.of(MANAGING_EDITOR, HANDLING_EDITOR, EDITOR_IN_CHIEF)),
        SEE_PULSE(EnumSet.of(MANAGING_EDITOR, EDITOR_IN_CHIEF)),
        SEE_POLICY(EnumSet.allOf(Role.class)),
        SET_POLICY(EnumSet.of(MANAGING_EDITOR, ADMINISTRATOR));

        private final Set<Role> roles;

        Act(Set<Role> roles) {
            this.roles = roles;
        }
    }

    public boolean may(Actor actor, Act act, Matter matter) {
        if (actor instanceof Actor.Process) {
            return true;
        }
        return actor instanceof Actor.Person person
                && !matter.authors().contains(person.account())
                && act.roles.stream()
                        .filter(role -> person.holds(matter.journal(), role))
                        .anyMatch(role -> role != HANDLING_EDITOR || isTheirs(person, matter));
    }

    // a journal's own affairs have no handling editor; a manuscript without one is nobody's yet
    private static boolean isTheirs(Actor.Person person, Matter matter) {
        return matter.handlingEditor()
                .map(person.account()::equals)
                .orElse(matter.authors().isEmpty());
    }
}
