package org.imprimatur.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Keys that this installation made for itself when it first started.
 *
 * @param assertionKey by which the gateway's word about who is acting is known (base64)
 * @param linkKey from which the links in mails are derived (base64)
 * @param setupToken opens the first administrator's account, once
 */
public record Secrets(String assertionKey, String linkKey, String setupToken) {

    public static Secrets in(Path data) throws IOException {
        return new Secrets(
                key(data.resolve("assertion.key")),
                key(data.resolve("link.key")),
                HexFormat.of().formatHex(Base64.getDecoder().decode(key(data.resolve("setup.key")))));
    }

    private static String key(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[48];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, Base64.getEncoder().encodeToString(random), StandardCharsets.US_ASCII);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
