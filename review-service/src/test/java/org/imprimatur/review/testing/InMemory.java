package org.imprimatur.review.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.review.correspondence.Letters;
import org.imprimatur.review.correspondence.Mails;
import org.imprimatur.review.decision.Decision;
import org.imprimatur.review.decision.Decisions;
import org.imprimatur.review.manuscript.Contributor;
import org.imprimatur.review.manuscript.History;
import org.imprimatur.review.manuscript.Manuscript;
import org.imprimatur.review.manuscript.Manuscripts;
import org.imprimatur.review.manuscript.Standing;
import org.imprimatur.review.manuscript.Version;
import org.imprimatur.review.policy.Policies;
import org.imprimatur.review.policy.Policy;
import org.imprimatur.review.reviewers.Profile;
import org.imprimatur.review.reviewers.Reviewer;
import org.imprimatur.review.reviewers.Reviewers;
import org.imprimatur.review.round.Invitation;
import org.imprimatur.review.round.Review;
import org.imprimatur.review.round.ReviewRound;
import org.imprimatur.review.round.Rounds;
import org.imprimatur.review.screening.Screening;
import org.imprimatur.review.screening.Screenings;

/** The ports, kept in memory. Those that a real adapter has a contract test with pass the same one. */
public final class InMemory {

    private InMemory() {}

    public static final class MemoryManuscripts implements Manuscripts {
        private final Map<String, Manuscript> all = new LinkedHashMap<>();
        private final Map<String, List<Version>> versions = new HashMap<>();
        private final Map<String, List<Contributor>> byLines = new HashMap<>();
        private final Map<String, Standing> standings = new HashMap<>();

        @Override
        public Optional<Manuscript> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Manuscript> byNumber(String number) {
            return all.values().stream()
                    .filter(one -> one.number().equals(number))
                    .findFirst();
        }

        @Override
        public Optional<Manuscript> lock(String id) {
            return find(id);
        }

        @Override
        public void add(Manuscript manuscript, Version version, List<Contributor> byLine) {
            revise(manuscript, version, byLine);
        }

        @Override
        public void change(Manuscript manuscript) {
            all.put(manuscript.id(), manuscript);
        }

        @Override
        public void revise(Manuscript manuscript, Version version, List<Contributor> byLine) {
            change(manuscript);
            versions.computeIfAbsent(manuscript.id(), id -> new ArrayList<>()).add(version);
            byLines.put(manuscript.id(), byLine);
        }

        @Override
        public List<Version> versions(String manuscript) {
            return versions.getOrDefault(manuscript, List.of());
        }

        @Override
        public List<Contributor> byLine(String manuscript) {
            return byLines.getOrDefault(manuscript, List.of());
        }

        @Override
        public Optional<Standing> standing(String manuscript) {
            return Optional.ofNullable(standings.get(manuscript));
        }

        @Override
        public void stand(String manuscript, Standing standing) {
            standings.put(manuscript, standing);
        }
    }

    public static final class MemoryPolicies implements Policies {
        private final Map<String, List<Versioned>> all = new HashMap<>();

        @Override
        public Versioned current(String journal) {
            List<Versioned> versions = all.getOrDefault(journal, List.of());
            return versions.isEmpty() ? new Versioned(0, Policy.DEFAULT) : versions.get(versions.size() - 1);
        }

        @Override
        public Versioned version(String journal, int version) {
            return version == 0
                    ? new Versioned(0, Policy.DEFAULT)
                    : all.get(journal).get(version - 1);
        }

        @Override
        public boolean add(String journal, Versioned policy, String by, Instant at) {
            return current(journal).version() + 1 == policy.version()
                    && all.computeIfAbsent(journal, id -> new ArrayList<>()).add(policy);
        }
    }

    public static final class MemoryReviewers implements Reviewers {
        private final Map<String, Profile> profiles = new HashMap<>();
        private final Map<String, Reviewer> all = new LinkedHashMap<>();
        private final Map<String, Instant> asked = new HashMap<>();
        private final Map<String, String> languages = new HashMap<>();

        @Override
        public Optional<String> language(String reviewer) {
            return Optional.ofNullable(languages.get(reviewer));
        }

        @Override
        public void reads(String reviewer, String language) {
            languages.put(reviewer, language);
        }

        @Override
        public Optional<Reviewer> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Reviewer> all(Collection<String> ids) {
            return all.values().stream()
                    .filter(reviewer -> ids.contains(reviewer.id()))
                    .toList();
        }

        @Override
        public int forget(java.util.function.Predicate<String> addresses) {
            List<Reviewer> theirs = all.values().stream()
                    .filter(reviewer -> addresses.test(reviewer.address()))
                    .toList();
            theirs.forEach(reviewer -> all.put(reviewer.id(), reviewer.erased()));
            return theirs.size();
        }

        @Override
        public Optional<String> accountOf(String id) {
            return Optional.empty();
        }

        @Override
        public boolean add(Reviewer reviewer, Instant now) {
            boolean known = all.values().stream().anyMatch(one -> one.address().equalsIgnoreCase(reviewer.address()));
            if (!known) {
                all.put(reviewer.id(), reviewer);
            }
            return !known;
        }

        @Override
        public void asked(String reviewer, Instant at) {
            asked.put(reviewer, at);
        }

        @Override
        public List<Listed> search(String words, After after, int limit) {
            return all.values().stream()
                    .filter(one -> List.of(
                                    words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                            .stream()
                            .allMatch(word -> String.join(
                                            " ", one.name(), one.address(), one.affiliation(), one.expertise())
                                    .toLowerCase(Locale.ROOT)
                                    .contains(word)))
                    .sorted(Comparator.comparing(Reviewer::name).thenComparing(Reviewer::id))
                    .filter(one -> after == null
                            || one.name().compareTo(after.name()) > 0
                            || one.name().equals(after.name()) && one.id().compareTo(after.id()) > 0)
                    .limit(limit)
                    .map(this::listed)
                    .toList();
        }

        @Override
        public List<Listed> listed(Collection<String> ids) {
            return all(ids).stream()
                    .sorted(Comparator.comparing(Reviewer::name).thenComparing(Reviewer::id))
                    .map(this::listed)
                    .toList();
        }

        /** This reviewer says so of themselves. */
        public void says(String reviewer, Profile profile) {
            profiles.put(reviewer, profile);
        }

        private Listed listed(Reviewer one) {
            return new Listed(
                    one, 0, 0, Optional.ofNullable(asked.get(one.id())), profiles.getOrDefault(one.id(), Profile.NONE));
        }
    }

    public static final class MemoryScreenings implements Screenings {
        private final Map<String, Screening> all = new LinkedHashMap<>();

        @Override
        public Optional<Screening> find(String manuscript, int version) {
            return Optional.ofNullable(all.get(manuscript + "/" + version));
        }

        @Override
        public List<Screening> of(String manuscript) {
            return all.values().stream()
                    .filter(one -> one.manuscript().equals(manuscript))
                    .toList();
        }

        @Override
        public void keep(Screening screening) {
            all.put(screening.manuscript() + "/" + screening.version(), screening);
        }
    }

    public static final class MemoryRounds implements Rounds {
        private final Map<String, ReviewRound> rounds = new LinkedHashMap<>();
        private final Map<String, Invitation> invitations = new LinkedHashMap<>();
        private final Map<String, String> links = new HashMap<>();
        private final Map<String, Review> reviews = new HashMap<>();

        @Override
        public Optional<ReviewRound> find(String manuscript, int round) {
            return Optional.ofNullable(rounds.get(manuscript + "/" + round));
        }

        @Override
        public Optional<ReviewRound> latest(String manuscript) {
            return rounds.values().stream()
                    .filter(round -> round.manuscript().equals(manuscript))
                    .max(Comparator.comparing(ReviewRound::round));
        }

        @Override
        public void keep(ReviewRound round) {
            rounds.put(round.manuscript() + "/" + round.round(), round);
        }

        @Override
        public Optional<Invitation> invitation(String id) {
            return Optional.ofNullable(invitations.get(id));
        }

        @Override
        public Optional<Invitation> lock(String id) {
            return invitation(id);
        }

        @Override
        public List<Invitation> invitations(String manuscript, int round) {
            return invitations.values().stream()
                    .filter(one -> one.manuscript().equals(manuscript) && one.round() == round)
                    .sorted(Comparator.comparing(Invitation::invitedAt)
                            .thenComparing(Invitation::seat)
                            .thenComparing(Invitation::id))
                    .toList();
        }

        @Override
        public void add(Invitation invitation) {
            invitations.put(invitation.id(), invitation);
        }

        @Override
        public void change(Invitation invitation) {
            invitations.put(invitation.id(), invitation);
        }

        @Override
        public Optional<String> byLink(String tokenHash) {
            return Optional.ofNullable(links.get(tokenHash));
        }

        @Override
        public void link(String invitation, int ordinal, String tokenHash) {
            links.putIfAbsent(tokenHash, invitation);
        }

        @Override
        public Optional<Review> review(String invitation) {
            return Optional.ofNullable(reviews.get(invitation));
        }

        @Override
        public void keep(Review review) {
            if (review(review.invitation()).flatMap(Review::submittedAt).isEmpty()) {
                reviews.put(review.invitation(), review);
            }
        }
    }

    public static final class MemoryDecisions implements Decisions {
        private final Map<String, Decision> all = new LinkedHashMap<>();

        @Override
        public Optional<Decision> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<Decision> held(String manuscript) {
            return of(manuscript).stream().filter(Decision::isHeld).findFirst();
        }

        @Override
        public List<Decision> of(String manuscript) {
            return all.values().stream()
                    .filter(one -> one.manuscript().equals(manuscript))
                    .sorted(Comparator.comparing(Decision::at).thenComparing(Decision::id))
                    .toList();
        }

        @Override
        public void add(Decision decision) {
            all.put(decision.id(), decision);
        }

        @Override
        public void change(Decision decision) {
            all.put(decision.id(), decision);
        }
    }

    public static final class MemoryHistory implements History {
        private final List<Entry> all = new ArrayList<>();

        @Override
        public void note(Entry entry) {
            all.add(entry);
        }

        @Override
        public List<Entry> of(String manuscript) {
            return all.stream()
                    .filter(entry -> entry.manuscript().equals(manuscript))
                    .toList();
        }

        @Override
        public long mark(String manuscript) {
            return all.size();
        }

        @Override
        public List<Entry> since(String manuscript, long mark, String butFor) {
            return all.stream()
                    .skip(mark)
                    .filter(entry -> entry.manuscript().equals(manuscript))
                    .filter(entry -> entry.byHand() && !entry.actor().equals(butFor))
                    .toList();
        }
    }

    /** Mails as they were ordered; a second order with the same cause changes nothing. */
    public static final class MemoryMails implements Mails {
        private final Map<String, Order> all = new LinkedHashMap<>();

        @Override
        public void order(Order order) {
            all.putIfAbsent(order.cause(), order);
        }

        public List<Order> ordered() {
            return List.copyOf(all.values());
        }

        public List<String> kinds() {
            return all.values().stream().map(Order::kind).toList();
        }
    }

    public static final class MemoryLetters implements Letters {
        private final Map<String, Letter> all = new HashMap<>();

        @Override
        public String keep(String subject, String body) {
            Letter letter = new Letter(subject, body);
            String name = "letter-" + Integer.toHexString(letter.hashCode());
            all.put(name, letter);
            return name;
        }

        @Override
        public Letter read(String name) {
            return all.get(name);
        }
    }
}
