package org.imprimatur.gateway.passkeys.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imprimatur.gateway.passkeys.Credential;
import org.imprimatur.gateway.passkeys.KeepingPasskeys;
import org.imprimatur.gateway.passkeys.WebAuthn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * By WebAuthn4J. Passkeys belong to the host of {@code imprimatur.public-url}; which make of device it is, is not asked
 * (attestation "none").
 */
@Component
class CheckedByWebAuthn4J implements WebAuthn {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedByWebAuthn4J.class);
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final List<PublicKeyCredentialParameters> KINDS = List.of(
            kind(COSEAlgorithmIdentifier.EdDSA),
            kind(COSEAlgorithmIdentifier.ES256),
            kind(COSEAlgorithmIdentifier.RS256));

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final JsonMapper json;
    private final Origin origin;
    private final String host;

    CheckedByWebAuthn4J(JsonMapper json, @Value("${imprimatur.public-url}") URI publicUrl) {
        this.json = json;
        origin = new Origin(publicUrl.toString());
        host = publicUrl.getHost();
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    @Override
    public String creationOptions(
            String account, String address, String name, String challenge, List<String> existing) {
        return json.writeValueAsString(Map.of(
                "rp",
                Map.of("id", host, "name", "Imprimatur"),
                "user",
                Map.of("id", text(account), "name", address, "displayName", name),
                "challenge",
                text(challenge),
                "pubKeyCredParams",
                KINDS.stream()
                        .map(one ->
                                Map.of("type", "public-key", "alg", one.getAlg().getValue()))
                        .toList(),
                "excludeCredentials",
                existing.stream()
                        .map(id -> Map.of("type", "public-key", "id", id))
                        .toList(),
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "attestation",
                "none",
                "timeout",
                KeepingPasskeys.GOOD_FOR.toMillis()));
    }

    @Override
    public String requestOptions(String challenge) {
        return json.writeValueAsString(Map.of(
                "challenge",
                text(challenge),
                "rpId",
                host,
                "userVerification",
                "required",
                "timeout",
                KeepingPasskeys.GOOD_FOR.toMillis()));
    }

    @Override
    public Optional<String> challenge(String response) {
        return parsed(response, manager::parseAuthenticationResponseJSON)
                .map(AuthenticationData::getCollectedClientData)
                .or(() -> parsed(response, manager::parseRegistrationResponseJSON)
                        .map(RegistrationData::getCollectedClientData))
                .map(CollectedClientData::getChallenge)
                .map(challenge -> new String(challenge.getValue(), StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Credential> registered(String response, String challenge) {
        return parsed(response, manager::parseRegistrationResponseJSON)
                .flatMap(data -> checked(
                        () -> manager.verify(data, new RegistrationParameters(server(challenge), KINDS, true, true))))
                .map(RegistrationData::getAttestationObject)
                .map(object -> object.getAuthenticatorData())
                .map(data -> new Credential(
                        TO_TEXT.encodeToString(data.getAttestedCredentialData().getCredentialId()),
                        attested.convert(data.getAttestedCredentialData()),
                        data.getSignCount()));
    }

    @Override
    public Optional<String> credential(String response) {
        return parsed(response, manager::parseAuthenticationResponseJSON)
                .map(AuthenticationData::getCredentialId)
                .map(TO_TEXT::encodeToString);
    }

    @Override
    public Optional<Long> signed(String response, String challenge, Credential credential) {
        var kept = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                credential.counter(),
                attested.convert(credential.attested()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        return parsed(response, manager::parseAuthenticationResponseJSON)
                .flatMap(data -> checked(() ->
                        manager.verify(data, new AuthenticationParameters(server(challenge), kept, null, true, true))))
                .map(data -> data.getAuthenticatorData().getSignCount());
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(challenge.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String text(String content) {
        return TO_TEXT.encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    private static <D> Optional<D> parsed(String response, Function<String, D> parser) {
        try {
            return Optional.ofNullable(parser.apply(response));
        } catch (RuntimeException notOne) {
            // strangers send this, and the parser says "no" by whatever it stumbles over
            LOG.debug("This is no answer of an authenticator", notOne);
            return Optional.empty();
        }
    }

    private static <D> Optional<D> checked(Supplier<D> check) {
        try {
            return Optional.of(check.get());
        } catch (VerificationException | DataConversionException refused) {
            LOG.info("A passkey was refused: {}", refused.toString());
            return Optional.empty();
        }
    }
}
