package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A manuscript of one account. Invariants: only what is open ({@link Stage#DRAFT}, {@link Stage#REOPENED}) can be
 * changed; it has a number from its first version on; versions only grow; the file of an open one is that of the next
 * version.
 *
 * @param withdrawal the reason of a withdrawal as a document, where one was given
 * @param revision counts the changes stored, so that two windows can't overwrite each other
 */
public record Manuscript(
        String id,
        String owner,
        String journal,
        String section,
        ArticleType type,
        Optional<String> number,
        Stage stage,
        Metadata metadata,
        Optional<ManuscriptFile> file,
        List<Attachment> attachments,
        String response,
        List<Version> versions,
        Optional<Reopening> reopening,
        Optional<String> withdrawal,
        Instant changedAt,
        long revision) {

    /** Where it is as far as the author's own acts go; where it stands in the journal is told by the journal. */
    public enum Stage {
        DRAFT,
        WITH_JOURNAL,
        REOPENED,
        WITHDRAWN,
        REJECTED,
        ACCEPTED,
        PUBLISHED
    }

    public Manuscript {
        attachments = List.copyOf(attachments);
        versions = List.copyOf(versions);
    }

    public static Manuscript draft(
            String id, String owner, String journal, String section, ArticleType type, Instant now) {
        return new Manuscript(
                id,
                owner,
                journal,
                section,
                type,
                Optional.empty(),
                Stage.DRAFT,
                Metadata.empty(),
                Optional.empty(),
                List.of(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                0);
    }

    /** The same, counted as stored once more. */
    public Manuscript storedOnceMore() {
        return new Manuscript(
                id,
                owner,
                journal,
                section,
                type,
                number,
                stage,
                metadata,
                file,
                attachments,
                response,
                versions,
                reopening,
                withdrawal,
                changedAt,
                revision + 1);
    }

    /** Whether an author would see no difference between the two. */
    boolean saysTheSameAs(Manuscript other) {
        return metadata.equals(other.metadata)
                && file.equals(other.file)
                && attachments.equals(other.attachments)
                && response.equals(other.response);
    }

    /** Whether nothing comes after the stage it is at. */
    boolean ended() {
        return stage == Stage.WITHDRAWN || stage == Stage.REJECTED || stage == Stage.PUBLISHED;
    }

    public boolean open() {
        return stage == Stage.DRAFT || stage == Stage.REOPENED;
    }

    /** Whether the author may still take it back: handed in and not yet published or ended. */
    public boolean canBeWithdrawn() {
        return stage == Stage.WITH_JOURNAL || stage == Stage.REOPENED || stage == Stage.ACCEPTED;
    }

    public Manuscript with(Metadata changed, Instant now) {
        return copy(number, stage, changed, file, attachments, response, versions, reopening, now);
    }

    public Manuscript with(ManuscriptFile uploaded, Instant now) {
        return copy(number, stage, metadata, Optional.of(uploaded), attachments, response, versions, reopening, now);
    }

    public Manuscript with(List<Attachment> attached, Instant now) {
        return copy(number, stage, metadata, file, attached, response, versions, reopening, now);
    }

    public Manuscript answering(String text, Instant now) {
        return copy(number, stage, metadata, file, attachments, text, versions, reopening, now);
    }

    /** What the file says otherwise than the author does, as long as the author hasn't taken or left it. */
    public Proposal proposal() {
        return file.map(ManuscriptFile::proposal).orElse(Proposal.NONE).differingFrom(metadata);
    }

    /** Handed in as its next version. */
    Manuscript handedIn(String itsNumber, Version version) {
        List<Version> grown = new ArrayList<>(versions);
        grown.add(version);
        return copy(
                Optional.of(itsNumber),
                Stage.WITH_JOURNAL,
                metadata,
                Optional.empty(),
                List.of(),
                "",
                grown,
                Optional.empty(),
                version.submittedAt());
    }

    /** What went with the last version goes with the next one too, unless it is taken out; a letter is written anew. */
    Manuscript reopened(Reopening why) {
        List<Attachment> kept = versions.isEmpty()
                ? List.of()
                : versions.get(versions.size() - 1).attachments().stream()
                        .filter(one -> one.kind() != Attachment.Kind.COVER_LETTER)
                        .toList();
        return copy(
                number, Stage.REOPENED, metadata, Optional.empty(), kept, "", versions, Optional.of(why), why.since());
    }

    /** Taken back; {@code reason} is a document. */
    Manuscript withdrawn(Optional<String> reason, Instant now) {
        return new Manuscript(
                id,
                owner,
                journal,
                section,
                type,
                number,
                Stage.WITHDRAWN,
                metadata,
                file,
                attachments,
                response,
                versions,
                Optional.empty(),
                reason,
                now,
                revision);
    }

    Manuscript nowAt(Stage end, Instant now) {
        return copy(number, end, metadata, file, attachments, response, versions, Optional.empty(), now);
    }

    private Manuscript copy(
            Optional<String> itsNumber,
            Stage itsStage,
            Metadata itsMetadata,
            Optional<ManuscriptFile> itsFile,
            List<Attachment> itsAttachments,
            String itsResponse,
            List<Version> itsVersions,
            Optional<Reopening> why,
            Instant now) {
        return new Manuscript(
                id,
                owner,
                journal,
                section,
                type,
                itsNumber,
                itsStage,
                itsMetadata,
                itsFile,
                itsAttachments,
                itsResponse,
                itsVersions,
                why,
                withdrawal,
                now,
                revision);
    }
}
