package org.imprimatur.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Messages as files named by their number. The trace lines on top of each say its envelope, so a file is all of it. */
final class MailFolder {

    private static final String RETURN_PATH = "Return-Path: <";
    private static final String DELIVERED_TO = "Delivered-To: ";
    private static final String RECEIVED = "Received: by imprimatur-sandbox with ESMTP; ";

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't keep mail in " + folder, e);
        }
    }

    /** The trace lines for an envelope, to stand above the message. */
    static byte[] traced(String from, List<String> recipients, Instant received, byte[] message) {
        var trace = new StringBuilder(RETURN_PATH).append(from).append(">\r\n");
        for (var recipient : recipients)
            trace.append(DELIVERED_TO).append(recipient).append("\r\n");
        trace.append(RECEIVED)
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(received.atOffset(ZoneOffset.UTC)))
                .append("\r\n");
        var lines = trace.toString().getBytes(StandardCharsets.UTF_8);
        var all = new byte[lines.length + message.length];
        System.arraycopy(lines, 0, all, 0, lines.length);
        System.arraycopy(message, 0, all, lines.length, message.length);
        return all;
    }

    void keep(MailMessage message) {
        try {
            var fresh = folder.resolve(message.number() + ".tmp");
            Files.write(fresh, message.raw());
            Files.move(fresh, folder.resolve(message.number() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MailMessage> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.eml"))
                    .map(MailFolder::read)
                    .sorted(Comparator.comparingInt(MailMessage::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MailMessage read(Path file) {
        try {
            var raw = Files.readAllBytes(file);
            var number = Integer.parseInt(file.getFileName().toString().replace(".eml", ""));
            var from = "";
            var recipients = new ArrayList<String>();
            for (var line : new String(raw, StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith(RETURN_PATH)) from = line.substring(RETURN_PATH.length(), line.length() - 1);
                if (line.startsWith(DELIVERED_TO)) recipients.add(line.substring(DELIVERED_TO.length()));
                if (line.startsWith(RECEIVED)) {
                    var at = ZonedDateTime.parse(
                            line.substring(RECEIVED.length()), DateTimeFormatter.RFC_1123_DATE_TIME);
                    return new MailMessage(number, from, recipients, at.toInstant(), raw);
                }
            }
            throw new IllegalStateException(file + " was not written by this mail server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
