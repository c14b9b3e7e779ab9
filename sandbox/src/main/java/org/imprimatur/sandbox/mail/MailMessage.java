package org.imprimatur.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message the server has taken over.
 *
 * @param number its place in the order of arrival, from 1
 * @param from the envelope's sender, empty for a bounce
 * @param recipients the envelope's recipients that were accepted
 * @param received when its last byte had come
 * @param raw the message as received, with the trace lines of final delivery above it (RFC 5321 §4.4: Return-Path and
 *     Received, and a Delivered-To for each recipient)
 */
public record MailMessage(int number, String from, List<String> recipients, Instant received, byte[] raw) {

    private static final Session NONE = Session.getInstance(new Properties());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    public MailMessage {
        recipients = List.copyOf(recipients);
    }

    /**
     * A file with it.
     *
     * @param name as the sender gave it, or "attachment"
     * @param contentType without parameters
     * @param content decoded
     */
    public record Attachment(String name, String contentType, byte[] content) {}

    /** The header Message-ID with its angle brackets; empty where the message has none. */
    public String messageId() {
        return header("Message-ID").map(String::strip).orElse("");
    }

    /** The subject, decoded; empty where there is none. */
    public String subject() {
        return header("Subject").map(MailMessage::decoded).orElse("");
    }

    /** The first header of that name, as it stands in the message. */
    public Optional<String> header(String name) {
        return read(message -> Optional.ofNullable(message.getHeader(name)).map(all -> all[0]));
    }

    /** The plain text part; empty where there is none. */
    public Optional<String> text() {
        return body("text/plain");
    }

    /** The HTML part as sent, not made safe; empty where there is none. */
    public Optional<String> html() {
        return body("text/html");
    }

    /** The web addresses in the text part, or without one in the HTML part, in order, each once. */
    public List<String> links() {
        return text().or(this::html).stream()
                .flatMap(text -> LINK.matcher(text).results())
                .map(MatchResult::group)
                .map(link -> link.replace("&amp;", "&").replaceFirst("[.,;:!?]+$", ""))
                .distinct()
                .toList();
    }

    /** The files with it. */
    public List<Attachment> attachments() {
        return read(message -> {
            var found = new ArrayList<Attachment>();
            for (var part : leaves(message).toList()) {
                if (!isAttachment(part)) continue;
                var name = part.getFileName();
                found.add(new Attachment(
                        name == null ? "attachment" : decoded(name),
                        part.getContentType().replaceFirst(";.*", "").strip(),
                        part.getInputStream().readAllBytes()));
            }
            return found;
        });
    }

    /** Whether the envelope names this address; case doesn't count. */
    public boolean isTo(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }

    private Optional<String> body(String type) {
        return read(message -> {
            for (var part : leaves(message).toList())
                if (part.isMimeType(type) && !isAttachment(part)) return Optional.of(string(part));
            return Optional.empty();
        });
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || part.getFileName() != null
                || !part.isMimeType("text/*");
    }

    /** Of an unknown charset the bytes are read as UTF-8: a mail box shows what it can. */
    private static String string(Part part) throws MessagingException, IOException {
        try {
            return part.getContent() instanceof String text ? text : bytesOf(part);
        } catch (java.io.UnsupportedEncodingException e) {
            return bytesOf(part);
        }
    }

    private static String bytesOf(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Stream<Part> leaves(Part part) throws MessagingException, IOException {
        if (!(part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many)) return Stream.of(part);
        var all = new ArrayList<Part>();
        for (var i = 0; i < many.getCount(); i++) {
            BodyPart inner = many.getBodyPart(i);
            all.addAll(leaves(inner).toList());
        }
        return all.stream();
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (java.io.UnsupportedEncodingException e) {
            return header;
        }
    }

    private interface Reading<T> {
        T from(MimeMessage message) throws MessagingException, IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.from(new MimeMessage(NONE, new ByteArrayInputStream(raw)));
        } catch (MessagingException | IOException e) {
            throw new UnreadableMessage(number, e);
        }
    }

    /** The message breaks the mail format so badly that a part of it can't be read; its raw bytes still can. */
    public static final class UnreadableMessage extends RuntimeException {
        UnreadableMessage(int number, Exception cause) {
            super("Message " + number + " can't be read: " + cause.getMessage(), cause);
        }
    }
}
