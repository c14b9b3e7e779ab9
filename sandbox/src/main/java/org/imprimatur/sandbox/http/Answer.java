package org.imprimatur.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status; 0 closes the connection without a word
 * @param headers header names and values; no body may be sniffed for another type than Content-Type says
 * @param body the body
 * @param afterwards runs once the answer is sent
 */
public record Answer(int status, Map<String, String> headers, byte[] body, Runnable afterwards) {

    /** The connection is closed before a byte of an answer. */
    public static final Answer SILENCE = new Answer(0, Map.of(), new byte[0], () -> {});

    /** Text of the given media type, sent as UTF-8. */
    public static Answer text(int status, String mediaType, String text) {
        return bytes(status, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are, shown in no page's origin: the browser may not guess a type nor run anything. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, () -> {})
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    /** A file to keep, never shown by the browser. */
    public static Answer download(String contentType, String fileName, byte[] body) {
        var safeName = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return bytes(200, contentType, body).with("Content-Disposition", "attachment; filename=\"" + safeName + "\"");
    }

    /** A plain sentence for a person or a log. */
    public static Answer sentence(int status, String sentence) {
        return text(status, "text/plain", sentence + "\n");
    }

    /** The same answer with a header more, or another value of one. */
    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body, afterwards);
    }

    /** The same answer, with something to do once it is sent. */
    public Answer then(Runnable next) {
        return new Answer(status, headers, body, next);
    }
}
