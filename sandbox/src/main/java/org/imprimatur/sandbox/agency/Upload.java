package org.imprimatur.sandbox.agency;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.sandbox.http.Request;

/**
 * The parts of a {@code multipart/form-data} request (RFC 7578).
 *
 * @param fields of the form and of the query
 * @param fileName of the part {@code fname}, without any folder
 * @param file its bytes
 */
record Upload(Map<String, String> fields, Optional<String> fileName, byte[] file) {

    /** Empty where the body isn't what its type says. */
    static Optional<Upload> of(Request request) {
        var fields = new HashMap<>(request.parameters());
        if (!request.contentType().startsWith("multipart/form-data")) return Optional.empty();
        Optional<String> name = Optional.empty();
        var file = new byte[0];
        try {
            var parts = new MimeMultipart(new ByteArrayDataSource(request.body(), request.contentType()));
            for (var i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                var headers = part.getHeader("Content-Disposition");
                if (headers == null) return Optional.empty();
                var disposition = new ContentDisposition(headers[0]);
                var content = part.getInputStream().readAllBytes();
                if ("fname".equals(disposition.getParameter("name"))) {
                    name = Optional.ofNullable(disposition.getParameter("filename"))
                            .map(Upload::utf8)
                            .map(given -> given.replaceFirst(".*[/\\\\]", ""));
                    file = content;
                } else fields.put(disposition.getParameter("name"), new String(content, StandardCharsets.UTF_8));
            }
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Upload(Map.copyOf(fields), name.filter(it -> !it.isBlank()), file));
    }

    /** Mail reads headers byte by byte as Latin 1; forms write them as UTF-8. */
    private static String utf8(String header) {
        return header.chars().allMatch(c -> c < 256)
                ? new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : header;
    }
}
