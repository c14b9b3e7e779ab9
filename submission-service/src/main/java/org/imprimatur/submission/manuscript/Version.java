package org.imprimatur.submission.manuscript;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was handed in, and will not change any more; {@code metadata} and {@code response} are documents. */
public record Version(
        int number,
        String metadata,
        ManuscriptFile file,
        List<Attachment> attachments,
        Optional<String> response,
        Instant submittedAt,
        String by) {

    public Version {
        attachments = List.copyOf(attachments);
    }
}
