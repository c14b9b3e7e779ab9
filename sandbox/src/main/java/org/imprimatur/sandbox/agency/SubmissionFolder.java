package org.imprimatur.sandbox.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Keeps submissions as files, one each, named by their number alone. A file is there whole or not at all. */
final class SubmissionFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    SubmissionFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't keep submissions in " + folder, e);
        }
    }

    void keep(Submission submission) {
        try {
            var fresh = folder.resolve(submission.id() + ".tmp");
            Files.write(fresh, JSON.writeValueAsBytes(submission));
            Files.move(
                    fresh,
                    folder.resolve(submission.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Submission> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
                    .map(file -> JSON.readValue(file.toFile(), Submission.class))
                    .sorted(Comparator.comparingLong(Submission::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
