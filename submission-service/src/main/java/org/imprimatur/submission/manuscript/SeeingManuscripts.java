package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.imprimatur.submission.acting.Actor;

/**
 * Reading manuscripts: one's own at any time, and once they were handed in those that name the reader's confirmed
 * address as a contributor's. Who only contributes reads and changes nothing.
 */
public final class SeeingManuscripts {

    private final Manuscripts manuscripts;
    private final Addresses addresses;
    private final Announcements announcements;

    public SeeingManuscripts(Manuscripts manuscripts, Addresses addresses, Announcements announcements) {
        this.manuscripts = manuscripts;
        this.addresses = addresses;
        this.announcements = announcements;
    }

    /** The manuscript, where the reader may see it; another's is as if it didn't exist. */
    public Optional<Manuscript> see(Actor.Person reader, String id) {
        return manuscripts
                .find(id)
                .filter(found -> found.owner().equals(reader.account())
                        || found.number().isPresent()
                                && addresses
                                        .of(reader.account())
                                        .filter(address -> names(found, address))
                                        .isPresent());
    }

    /**
     * A reader fetches a file of this manuscript: where it was handed in, that stands in the manuscript's history. Nobody
     * but its author knows of a draft's.
     */
    public Outcome fetch(Actor.Person reader, String id, String sha256, Instant now) {
        Optional<Manuscript> found = see(reader, id);
        found.flatMap(manuscript -> fetched(manuscript, sha256, now))
                .ifPresent(event -> announcements.tell(event, reader));
        return found.<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NoSuch::new);
    }

    private static Optional<Event> fetched(Manuscript manuscript, String sha256, Instant now) {
        return manuscript.versions().stream()
                .filter(version -> holds(version, sha256))
                .reduce((earlier, later) -> later)
                .map(version -> new Event.Fetched(
                        manuscript, version.number(), !version.file().sha256().equals(sha256), sha256, now));
    }

    private static boolean holds(Version version, String sha256) {
        return version.file().sha256().equals(sha256)
                || version.attachments().stream()
                        .anyMatch(attachment -> attachment.sha256().equals(sha256));
    }

    /** What others handed in and named the reader in, the latest change first. */
    public List<Manuscript> contributedTo(Actor.Person reader, int limit) {
        return addresses
                .of(reader.account())
                .map(address -> manuscripts.naming(address, reader.account(), limit))
                .orElse(List.of());
    }

    private static boolean names(Manuscript manuscript, String address) {
        return manuscript.metadata().contributors().stream()
                .anyMatch(contributor -> contributor.email().equalsIgnoreCase(address));
    }
}
