package org.imprimatur.gateway.notices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What people are told of: whom it concerns, where it leads, and how they hear of it as long as they have chosen nothing
 * else. A letter of a service (an invitation, a decision, a reminder, a receipt) is always sent by that service; of what
 * has one, its addressee is told in the page alone.
 */
public enum Kind {
    MANUSCRIPT_SUBMITTED(Page.EDITORS, Circle.MANAGEMENT, Delivery.DAILY),
    HANDLING_EDITOR_ASSIGNED(Page.EDITORS, Circle.NAMED_EDITORS, Delivery.AT_ONCE),
    MENTIONED(Page.EDITORS, Circle.NAMED_EDITORS, Delivery.AT_ONCE),
    REVIEWER_ACCEPTED(Page.EDITORS, Circle.HANDLING, Delivery.PAGE),
    REVIEWER_DECLINED(Page.EDITORS, Circle.HANDLING, Delivery.DAILY),
    REVIEWER_SILENT(Page.EDITORS, Circle.HANDLING, Delivery.DAILY),
    REVIEWER_WITHDREW(Page.EDITORS, Circle.HANDLING, Delivery.DAILY),
    REVIEW_ARRIVED(Page.EDITORS, Circle.HANDLING, Delivery.DAILY),
    REVISION_ARRIVED(Page.EDITORS, Circle.HANDLING, Delivery.DAILY),
    MANUSCRIPT_WITHDRAWN(Page.EDITORS, Circle.HANDLING_AND_MANAGEMENT, Delivery.PAGE),
    MAIL_RETURNED(Page.EDITORS, Circle.HANDLING_AND_MANAGEMENT, Delivery.AT_ONCE),
    PROOF_APPROVED(Page.PRODUCTION, Circle.PRODUCTION, Delivery.DAILY),
    PROOF_CORRECTIONS(Page.PRODUCTION, Circle.PRODUCTION, Delivery.DAILY),
    PROOF_TIME_REQUESTED(Page.PRODUCTION, Circle.PRODUCTION, Delivery.AT_ONCE),
    GALLEY_FAILED(Page.PRODUCTION, Circle.PRODUCTION, Delivery.AT_ONCE),
    DEPOSIT_FAILED(Page.PRODUCTION, Circle.PRODUCTION, Delivery.AT_ONCE),
    UNDER_REVIEW(Page.AUTHORS, Circle.AUTHORS, Delivery.DAILY),
    RETURNED(Page.AUTHORS, Circle.AUTHORS, Delivery.AT_ONCE),
    DECIDED(Page.AUTHORS, Circle.AUTHORS, Delivery.AT_ONCE),
    PROOF_READY(Page.AUTHORS, Circle.AUTHORS, Delivery.AT_ONCE),
    SCHEDULED(Page.AUTHORS, Circle.AUTHORS, Delivery.DAILY),
    PUBLISHED(Page.AUTHORS, Circle.AUTHORS, Delivery.AT_ONCE),
    REVIEW_REMINDED(Page.REVIEWERS, Circle.NAMED_REVIEWERS, Delivery.PAGE),
    REVIEWED_DECIDED(Page.REVIEWERS, Circle.NAMED_REVIEWERS, Delivery.DAILY);

    /** Whose pages it leads to. */
    public enum Page {
        EDITORS,
        PRODUCTION,
        AUTHORS,
        REVIEWERS
    }

    /** Whether one may be told of it who edits nothing. */
    public boolean isForEverybody() {
        return page == Page.AUTHORS || page == Page.REVIEWERS;
    }

    enum Circle {
        MANAGEMENT,
        /** The handling editor; as long as there is none, the managing editors. */
        HANDLING,
        HANDLING_AND_MANAGEMENT,
        PRODUCTION,
        NAMED_EDITORS,
        AUTHORS,
        NAMED_REVIEWERS
    }

    private final Page page;
    private final Circle circle;
    private final Delivery standard;

    Kind(Page page, Circle circle, Delivery standard) {
        this.page = page;
        this.circle = circle;
        this.standard = standard;
    }

    Circle circle() {
        return circle;
    }

    public Page page() {
        return page;
    }

    /** How one hears of it who has chosen nothing. */
    public Delivery standard() {
        return standard;
    }

    /** Its name in addresses, forms and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
