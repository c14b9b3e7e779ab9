package org.imprimatur.submission.manuscript;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.imprimatur.submission.acting.Actor;

/**
 * Taking a file in pieces, so that a lost connection costs a piece and not the file. When the last piece is there the
 * whole is judged as any upload is; until then nobody but the one who began it knows of it, and after a day it is gone.
 * Each call is one transaction of its caller.
 */
public final class Uploading {

    /** As many as one account has under way. */
    public static final int MOST = 10;

    /** How long an unfinished one is kept. */
    public static final Duration KEPT = Duration.ofDays(1);

    private final DraftingManuscripts drafting;
    private final Uploads uploads;

    public Uploading(DraftingManuscripts drafting, Uploads uploads) {
        this.drafting = drafting;
        this.uploads = uploads;
    }

    public sealed interface Begun {}

    public record Open(Upload upload) implements Begun {}

    public record Refused(Problem problem) implements Begun {}

    public record NoSuchManuscript() implements Begun {}

    /**
     * @param kind empty for the manuscript's own file
     * @param length of the whole, in bytes
     */
    public Begun begin(
            Actor.Person author,
            String manuscript,
            Optional<Attachment.Kind> kind,
            String name,
            long length,
            String newId,
            Instant now) {
        Optional<Manuscript> found = drafting.own(author, manuscript);
        if (found.isEmpty()) {
            return new NoSuchManuscript();
        }
        uploads.discardExpired(now);
        if (!found.get().open()) {
            return refused(((Outcome.NotNow) DraftingManuscripts.closed(found.get())).reason());
        }
        if (length <= 0) {
            return refused("problem.attachment.empty", name);
        }
        if (length > Attachment.LARGEST) {
            return refused("problem.attachment.large", name);
        }
        if (uploads.openOf(author.account()) >= MOST) {
            return refused("problem.upload.many", MOST);
        }
        Upload upload = new Upload(
                newId, author.account(), manuscript, kind, name, length, 0, now.plus(KEPT), Optional.empty());
        uploads.begin(upload);
        return new Open(upload);
    }

    private static Begun refused(String words, Object... with) {
        return new Refused(Problem.of("file", words, with));
    }

    /** One's own upload to this manuscript; another's is as if it didn't exist. */
    public Optional<Upload> find(Actor.Person author, String manuscript, String id) {
        return uploads.find(id)
                .filter(found -> found.owner().equals(author.account())
                        && found.manuscript().equals(manuscript));
    }

    public sealed interface Taken {}

    /** The piece is kept; the next one begins at {@code offset}. */
    public record Kept(long offset) implements Taken {}

    /** The piece doesn't begin where the last one ended, which is at {@code offset}; nothing is kept. */
    public record Elsewhere(long offset) implements Taken {}

    /** It was the last piece: this became of the whole. */
    public record Whole(Upload upload, Outcome outcome) implements Taken {}

    public record NoSuchUpload() implements Taken {}

    /** Takes the piece that begins at {@code offset}. A piece that would go beyond the length is none of this upload's. */
    public Taken take(Actor.Person author, String manuscript, String id, long offset, byte[] piece, Instant now) {
        Optional<Upload> found = find(author, manuscript, id);
        if (found.isEmpty()) {
            return new NoSuchUpload();
        }
        Upload upload = found.get();
        if (upload.outcome().isPresent()
                || offset != upload.offset()
                || offset + piece.length > upload.length()
                || !uploads.append(id, offset, piece)) {
            return new Elsewhere(uploads.find(id).map(Upload::offset).orElse(upload.offset()));
        }
        long next = offset + piece.length;
        return next < upload.length() ? new Kept(next) : whole(author, upload, now);
    }

    private Taken whole(Actor.Person author, Upload upload, Instant now) {
        byte[] content = uploads.content(upload.id());
        Outcome outcome = upload.kind()
                .map(kind -> drafting.attach(author, upload.manuscript(), kind, upload.name(), content, now))
                .orElseGet(() -> drafting.upload(author, upload.manuscript(), upload.name(), content, now));
        uploads.finish(upload.id(), outcome instanceof Outcome.Done ? "taken" : "refused");
        return new Whole(upload, outcome);
    }

    /** Gives it up; what has come of it is thrown away. Whether there was one. */
    public boolean giveUp(Actor.Person author, String manuscript, String id) {
        Optional<Upload> found = find(author, manuscript, id);
        found.ifPresent(upload -> uploads.discard(upload.id()));
        return found.isPresent();
    }
}
