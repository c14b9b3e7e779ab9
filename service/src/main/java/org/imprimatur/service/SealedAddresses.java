package org.imprimatur.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses that services can tell each other of without anybody reading them: HMAC-SHA256 of what they are in small
 * letters, under the key that all services share, with a purpose of its own.
 */
public final class SealedAddresses {

    private static final String PURPOSE = "erased-address\n";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param base64Key the shared key, at least 32 bytes, in base64 */
    public SealedAddresses(String base64Key) {
        key = new SecretKeySpec(Base64.getDecoder().decode(base64Key.strip()), ALGORITHM);
    }

    /** In hexadecimal. */
    public String seal(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String plain = PURPOSE + address.strip().toLowerCase(Locale.ROOT);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException noSuchMac) {
            throw new IllegalStateException(noSuchMac);
        }
    }

    /** Whether an address is among these; none of null. */
    public Predicate<String> among(Collection<String> sealed) {
        Set<String> known = sealed == null ? Set.of() : Set.copyOf(sealed);
        return address -> !known.isEmpty() && known.contains(seal(address));
    }
}
