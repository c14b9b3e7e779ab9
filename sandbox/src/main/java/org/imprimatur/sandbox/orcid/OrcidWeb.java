package org.imprimatur.sandbox.orcid;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.sandbox.http.Answer;
import org.imprimatur.sandbox.http.Html;
import org.imprimatur.sandbox.http.Json;
import org.imprimatur.sandbox.http.Page;
import org.imprimatur.sandbox.http.Request;
import org.imprimatur.sandbox.orcid.OrcidServer.Asking;

/** The endpoints of the ORCID stand-in. One chooses by a link: a form's way back would be stopped by the page's policy. */
final class OrcidWeb {

    private static final String WARNING = "Sandbox: this is not ORCID, and nobody's iD is really asked for";
    private static final String AUTHORIZE = "/oauth/authorize";
    private static final String CHOSEN = "/oauth/chosen";
    private static final String TOKEN = "/oauth/token";
    private static final String KEYS = "/oauth/jwks";

    private final OrcidServer server;

    OrcidWeb(OrcidServer server) {
        this.server = server;
    }

    Answer answer(Request request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> Json.of(200, discovery());
            case AUTHORIZE -> authorize(request);
            case CHOSEN -> chosen(request);
            case TOKEN -> token(request);
            case KEYS -> Json.of(200, server.keys());
            case Page.STYLE_PATH -> Page.stylesheet();
            case "/" -> page(200, "ORCID stand-in", Html.of("<p>Sign in to a journal with ORCID to come here.</p>"));
            default -> page(404, "Nothing here", Html.EMPTY);
        };
    }

    private static Answer page(int status, String title, Html content) {
        return Page.of(status, "ORCID (sandbox)", WARNING, title, content);
    }

    /** OpenID Connect Discovery 1.0, section 3. */
    private Map<String, Object> discovery() {
        var issuer = server.url().toString();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("issuer", issuer);
        facts.put("authorization_endpoint", issuer + AUTHORIZE);
        facts.put("token_endpoint", issuer + TOKEN);
        facts.put("jwks_uri", issuer + KEYS);
        facts.put("response_types_supported", List.of("code"));
        facts.put("subject_types_supported", List.of("public"));
        facts.put("scopes_supported", List.of("openid"));
        facts.put("id_token_signing_alg_values_supported", List.of("RS256"));
        facts.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        facts.put("code_challenge_methods_supported", List.of("S256"));
        return facts;
    }

    private static Optional<Asking> asking(Request request) {
        return request.parameter("redirect_uri")
                .filter(redirect -> redirect.matches("https?://[^\\s\"<>#]+"))
                .map(redirect -> new Asking(
                        redirect,
                        request.parameter("state").orElse(""),
                        request.parameter("nonce").orElse(""),
                        request.parameter("code_challenge").orElse("")));
    }

    private boolean isClient(Request request) {
        return request.parameter("client_id").equals(Optional.of(server.settings.clientId));
    }

    private Answer authorize(Request request) {
        var asking = asking(request);
        if (asking.isEmpty() || !isClient(request))
            return page(400, "Who sends you?", Html.of("<p>No client of that name, or nowhere to go back to.</p>"));
        var wellAsked = request.parameter("response_type").equals(Optional.of("code"))
                && request.parameter("scope").orElse("").contains("openid")
                && request.parameter("code_challenge_method").equals(Optional.of("S256"))
                && !asking.get().challenge().isEmpty();
        if (!wellAsked) return back(asking.get(), "error", "invalid_request");
        var way = query(asking.get());
        return page(
                200,
                "Who are you?",
                Html.of("""
                        <ul class="mails sheet">{}</ul>
                        <p><a href="{}?{}">Nobody: deny it</a></p>
                        """, Html.each(server.settings.people, person -> row(person, way)), CHOSEN, way));
    }

    private static Html row(Person person, String way) {
        return Html.of(
                """
                <li><a href="{}?{}&orcid={}"><span class="subject">{}</span> <span class="to">{}</span></a></li>
                """,
                CHOSEN,
                way,
                person.orcid(),
                person.name().isEmpty() ? "(shows no name)" : person.name(),
                person.orcid());
    }

    private Answer chosen(Request request) {
        var asking = asking(request);
        if (asking.isEmpty()) return page(400, "Nowhere to go back to", Html.EMPTY);
        var person = server.settings.people.stream()
                .filter(it -> request.parameter("orcid").equals(Optional.of(it.orcid())))
                .findFirst();
        return person.map(it -> back(asking.get(), "code", server.code(asking.get(), it)))
                .orElseGet(() -> back(asking.get(), "error", "access_denied"));
    }

    private static Answer back(Asking asking, String name, String value) {
        var joint = asking.redirect().contains("?") ? "&" : "?";
        var there = asking.redirect() + joint + name + "=" + encoded(value) + "&state=" + encoded(asking.state());
        return Answer.sentence(302, "Back to the journal").with("Location", there);
    }

    private Answer token(Request request) {
        if (!request.method().equals("POST"))
            return Answer.sentence(405, "Use POST").with("Allow", "POST");
        if (!isClient(request) || !request.parameter("client_secret").equals(Optional.of(server.settings.clientSecret)))
            return Json.of(401, Map.of("error", "invalid_client"));
        if (!request.parameter("grant_type").equals(Optional.of("authorization_code")))
            return Json.of(400, Map.of("error", "unsupported_grant_type"));
        return server.redeem(
                        request.parameter("code").orElse(""),
                        request.parameter("redirect_uri").orElse(""),
                        request.parameter("code_verifier").orElse(""))
                .map(tokens -> Json.of(200, tokens))
                .orElseGet(() -> Json.of(400, Map.of("error", "invalid_grant")));
    }

    private static String query(Asking asking) {
        return "redirect_uri=" + encoded(asking.redirect()) + "&state=" + encoded(asking.state()) + "&nonce="
                + encoded(asking.nonce()) + "&code_challenge=" + encoded(asking.challenge());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
