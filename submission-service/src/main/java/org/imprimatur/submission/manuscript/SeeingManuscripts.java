package org.imprimatur.submission.manuscript;

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

    public SeeingManuscripts(Manuscripts manuscripts, Addresses addresses) {
        this.manuscripts = manuscripts;
        this.addresses = addresses;
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
