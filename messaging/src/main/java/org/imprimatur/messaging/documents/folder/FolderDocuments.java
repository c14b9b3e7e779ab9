package org.imprimatur.messaging.documents.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.messaging.documents.DocumentTransport;
import org.imprimatur.messaging.documents.Documents;

/** Files named by what they hold, two levels of folders deep. */
final class FolderDocuments implements Documents {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final DocumentTransport transport;

    FolderDocuments(Path folder, DocumentTransport transport) {
        this.folder = folder;
        this.transport = transport;
    }

    @Override
    public String keep(byte[] content) {
        String sha256 = sha256(content);
        Path file = file(sha256);
        try {
            if (!touched(file)) {
                Files.createDirectories(file.getParent());
                Path written = Files.createDirectories(folder.resolve("tmp"))
                        .resolve(UUID.randomUUID().toString());
                try (FileChannel channel =
                        FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(content);
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
                for (Path made = file.getParent(); made.startsWith(folder); made = made.getParent()) {
                    sync(made);
                }
            }
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + sha256 + " could not be kept", e);
        }
    }

    /** A file that is kept again is young again, so that no sweep takes it before its new reference commits. */
    private static boolean touched(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The name in the folder must be as durable as the bytes. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public OptionalLong size(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(file(sha256)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the size of " + sha256 + " could not be read", e);
        }
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the document " + sha256 + " could not be read", e);
        }
    }

    @Override
    public byte[] fetch(String sha256, String peer) {
        Optional<byte[]> kept = read(sha256);
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] content;
        try {
            content = transport
                    .get(peer, sha256)
                    .orElseThrow(() -> new DocumentAway(peer + " has no document " + sha256, null));
        } catch (DocumentAway e) {
            throw e;
        } catch (RuntimeException e) {
            throw new PeerAway("the document " + sha256 + " can't be had from " + peer + " now", e);
        }
        if (!sha256(content).equals(sha256)) {
            throw new DocumentAway("what " + peer + " gave as " + sha256 + " is another document", null);
        }
        keep(content);
        return content;
    }

    /** Those last kept before then. */
    List<String> olderThan(Instant before) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file ->
                            SHA256.matcher(file.getFileName().toString()).matches())
                    .filter(file -> keptBefore(file, before))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String sha256, Instant before) {
        Path file = file(sha256);
        try {
            // looked at once more: it may have been kept again since
            if (keptBefore(file, before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean keptBefore(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
