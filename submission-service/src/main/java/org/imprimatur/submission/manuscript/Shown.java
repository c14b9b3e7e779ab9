package org.imprimatur.submission.manuscript;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a window showed of title, abstract and keywords when its author began to type, by fingerprint: so it is known
 * which of them were changed there, and two windows that change different ones both win.
 */
public record Shown(String title, String abstractText, String keywords) {

    /** Shows what is stored. */
    public static Shown of(Metadata stored) {
        return new Shown(
                fingerprint(stored.title()), fingerprint(stored.abstractText()), fingerprint(stored.keywords()));
    }

    /** The first 16 hexadecimal digits of its SHA-256, whatever its line ends and the white space around it. */
    public static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.strip().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public static String fingerprint(List<String> keywords) {
        return fingerprint(String.join("; ", keywords));
    }

    /** Whether a field was changed in the window and elsewhere, and not to the same. */
    static boolean clash(String shown, String typed, String stored) {
        return !typed.equals(shown) && !stored.equals(shown) && !typed.equals(stored);
    }
}
