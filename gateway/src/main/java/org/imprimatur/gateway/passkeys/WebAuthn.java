package org.imprimatur.gateway.passkeys;

import java.util.List;
import java.util.Optional;

/** The ceremonies of WebAuthn Level 3, in JSON as browsers have it (sections 5.1.8 to 5.1.10). */
public interface WebAuthn {
    /**
     * Options to make a passkey that needs no name typed to be found again.
     *
     * @param account becomes the user handle
     * @param existing ids of those that are not to be made twice
     */
    String creationOptions(String account, String address, String name, String challenge, List<String> existing);

    String requestOptions(String challenge);

    /** The challenge that a response says it answers; empty when it is none. */
    Optional<String> challenge(String response);

    /** The new credential, when the response is to this challenge, from our pages, by a person who was verified. */
    Optional<Credential> registered(String response, String challenge);

    /** The id of the credential that a response says it is by; empty when it is none. */
    Optional<String> credential(String response);

    /** The signature counter, when this credential signed this challenge, on our pages, its holder verified. */
    Optional<Long> signed(String response, String challenge, Credential credential);
}
