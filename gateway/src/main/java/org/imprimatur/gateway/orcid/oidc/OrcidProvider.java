package org.imprimatur.gateway.orcid.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.gateway.orcid.Handshake;
import org.imprimatur.gateway.orcid.Orcid;
import org.imprimatur.gateway.orcid.OrcidId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenID Connect Core 1.0 with authorization code and PKCE. The issuer's discovery document is kept for an hour. Of an ID
 * token the signature (RS256, by the issuer's keys), issuer, audience, nonce and times are checked (section 3.1.3.7).
 */
final class OrcidProvider implements Orcid {
    private static final Logger LOG = LoggerFactory.getLogger(OrcidProvider.class);
    private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();
    private static final int LARGEST_KEYS = 100_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Scope SCOPE = new Scope("openid");

    private final Issuer issuer;
    private final ClientID client;
    private final Secret secret;
    private final URI back;
    private volatile Known known;

    private record Known(OIDCProviderMetadata provider, IDTokenValidator tokens, Instant until) {}

    OrcidProvider(String issuer, String client, String secret, URI back) {
        this.issuer = new Issuer(issuer);
        this.client = new ClientID(client);
        this.secret = new Secret(secret);
        this.back = back;
    }

    @Override
    public Optional<URI> authorization(Handshake handshake) {
        try {
            return Optional.of(new AuthenticationRequest.Builder(new ResponseType("code"), SCOPE, client, back)
                    .endpointURI(known().provider().getAuthorizationEndpointURI())
                    .state(new State(handshake.state()))
                    .nonce(new Nonce(handshake.nonce()))
                    .codeChallenge(new CodeVerifier(handshake.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
        } catch (GeneralException | IOException away) {
            LOG.warn("{} doesn't say how to sign in there", issuer, away);
            return Optional.empty();
        }
    }

    @Override
    public Answer identify(String code, Handshake handshake) {
        try {
            Known provider = known();
            var grant = new AuthorizationCodeGrant(
                    new AuthorizationCode(code), back, new CodeVerifier(handshake.verifier()));
            HTTPRequest request = new TokenRequest(
                            provider.provider().getTokenEndpointURI(),
                            new ClientSecretPost(client, secret),
                            grant,
                            null)
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE);
            request.setReadTimeout(PATIENCE);
            request.setFollowRedirects(false);
            var response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                return new NotIdentified(
                        String.valueOf(response.toErrorResponse().getErrorObject()));
            }
            var token = ((OIDCTokenResponse) response.toSuccessResponse())
                    .getOIDCTokens()
                    .getIDToken();
            if (token == null) {
                return new NotIdentified("the answer holds no ID token");
            }
            return identified(provider.tokens().validate(token, new Nonce(handshake.nonce())));
        } catch (BadJOSEException | JOSEException | ParseException notOurs) {
            return new NotIdentified(notOurs.toString());
        } catch (GeneralException | IOException away) {
            return new Away(away.toString());
        }
    }

    private static Answer identified(IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        if (!OrcidId.isOne(subject)) {
            return new NotIdentified("the token's subject is no ORCID iD");
        }
        String whole = claims.getStringClaim("name");
        String name = whole != null
                ? whole
                : Stream.of(claims.getStringClaim("given_name"), claims.getStringClaim("family_name"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return new Identified(new OrcidId(subject), name.strip());
    }

    private Known known() throws GeneralException, IOException {
        Known before = known;
        Instant now = Instant.now();
        if (before != null && before.until().isAfter(now)) {
            return before;
        }
        OIDCProviderMetadata provider = OIDCProviderMetadata.resolve(issuer, PATIENCE, PATIENCE);
        var tokens = new IDTokenValidator(
                issuer,
                client,
                JWSAlgorithm.RS256,
                provider.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(PATIENCE, PATIENCE, LARGEST_KEYS));
        known = new Known(provider, tokens, now.plus(KEPT));
        return known;
    }
}
