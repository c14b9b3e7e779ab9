package org.imprimatur.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.Role;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.imprimatur.messaging.mail.MailComposer.Ready;
import org.imprimatur.messaging.mail.MailOrder;
import org.imprimatur.web.testing.RealBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in and the pages of one's own account in Chromium, scripts on, with an authenticator that only it believes in. */
class InARealBrowserTest extends InGateway {
    private static RealBrowser chromium;

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;
    private CDPSession devices;
    private String authenticator;

    @BeforeEach
    void open() {
        if (chromium == null) {
            // the gateway is where people type it, whichever port it has here
            chromium = RealBrowser.open("--host-resolver-rules=MAP localhost:8080 127.0.0.1:" + port);
        }
        context = chromium.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(RealBrowser.DESK, 900)
                        .setBaseURL(PUBLIC));
        context.setDefaultTimeout(15_000);
        context.onConsoleMessage(message -> {
            // a page that was refused is told by its status
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                logged.add(message.page().url() + ": " + message.text());
            }
        });
        page = context.newPage();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().contains("passkey")) {
                sent.add(request.postData());
            }
        });
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    private void giveAnAuthenticator() {
        devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        authenticator = devices.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
    }

    private void press(String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private void signIn(Account known) {
        page.navigate("/sign-in?next=/account");
        page.locator("[name=address]").fill(known.address());
        page.locator("[name=password]").fill(PASSWORD);
        press("Sign in");
        page.waitForURL("**/account");
    }

    private void addPasskey(String name) {
        page.navigate("/account/passkeys");
        page.locator("#f-name").fill(name);
        press("Make a passkey");
        page.waitForURL("**/account/passkeys?done");
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(name + " was not sent");
    }

    @Test
    void somebody_makes_a_passkey_names_it_signs_in_with_it_and_takes_it_away() {
        Account known = person();
        giveAnAuthenticator();
        signIn(known);
        addPasskey("My phone");
        assertThat(page.locator("main")).containsText("My phone");
        String registration = sent.get(0);

        context.clearCookies();
        page.navigate("/sign-in?next=/account/passkeys");
        press("With a passkey");
        page.waitForURL("**/account/passkeys");
        assertThat(page.locator("main")).containsText("last used");
        String signature = sent.get(1);

        page.locator("[aria-label='Name of My phone']").fill("The phone in my pocket");
        page.locator("[aria-label='Keep the new name of My phone']").click();
        assertThat(page.locator("main")).containsText("The phone in my pocket");

        // what was sent once is worth nothing a second time
        assertThat(browser.send("/sign-in", "/sign-in/passkey", Map.of("response", field(signature, "response")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.cookie("imprimatur-session")).isEmpty();
        browser.signIn(known.address(), PASSWORD);
        assertThat(browser.send(
                                "/account/passkeys",
                                "/account/passkeys",
                                Map.of("name", "again", "response", field(registration, "response")))
                        .statusCode())
                .isEqualTo(422);
        // nor does what was made for one account add to another
        var other = new Browser(port);
        other.signIn(person().address(), PASSWORD);
        assertThat(other.send(
                                "/account/passkeys",
                                "/account/passkeys",
                                Map.of("name", "mine", "response", field(registration, "response")))
                        .statusCode())
                .isEqualTo(422);
        String credential = jdbc.sql(
                        "SELECT translate(encode(credential, 'base64'), '+/=' || chr(10), '-_') FROM passkey"
                                + " WHERE account = :id")
                .param("id", known.id())
                .query(String.class)
                .single();
        assertThat(other.send("/account/passkeys", "/account/passkeys/" + credential + "/remove", Map.of())
                        .statusCode())
                .isEqualTo(404);

        page.navigate("/account/passkeys");
        press("Remove The phone in my pocket");
        page.waitForURL("**/account/passkeys?done");
        context.clearCookies();
        page.navigate("/sign-in");
        press("With a passkey");
        assertThat(page.locator(".errors")).containsText("This passkey did not fit");
        assertThat(logged).isEmpty();
    }

    @Test
    void a_device_that_did_not_verify_its_holder_signs_nobody_in() {
        Account known = person();
        giveAnAuthenticator();
        signIn(known);
        addPasskey("Laptop");
        context.clearCookies();
        var unverified = new JsonObject();
        unverified.addProperty("authenticatorId", authenticator);
        unverified.addProperty("isUserVerified", false);
        devices.send("WebAuthn.setUserVerified", unverified);
        page.navigate("/sign-in");
        press("With a passkey");
        assertThat(page.locator("form[data-passkey] [role=alert]")).isVisible();
        assertThat(context.cookies().stream().anyMatch(cookie -> cookie.name.equals("imprimatur-session")))
                .isFalse();
    }

    @Test
    void a_signature_over_a_challenge_that_is_old_or_not_ours_signs_nobody_in() {
        Account known = person();
        giveAnAuthenticator();
        signIn(known);
        addPasskey("Laptop");
        context.clearCookies();
        page.navigate("/sign-in");
        page.locator("form[data-passkey]")
                .evaluate("form => { const options = JSON.parse(form.dataset.options);"
                        + " options.challenge = options.challenge.replace(/^./, first => first === 'A' ? 'E' : 'A');"
                        + " form.dataset.options = JSON.stringify(options); }");
        press("With a passkey");
        assertThat(page.locator(".errors")).containsText("This passkey did not fit");
    }

    @Test
    void the_way_to_orcid_and_back_is_gone_in_a_browser() {
        jdbc.sql("UPDATE account SET orcid = NULL").update();
        Account known = person();
        signIn(known);
        page.navigate("/account/orcid");
        page.getByText("Link my iD").click();
        page.getByText("Josiah Carberry").click();
        press("Yes, link it");
        assertThat(page.locator("main")).containsText("https://orcid.org/0000-0002-1825-0097");
        context.clearCookies();
        page.navigate("/sign-in?next=/account");
        page.getByText("With ORCID").click();
        page.getByText("Josiah Carberry").click();
        page.waitForURL("**/account");
        assertThat(page.locator("main")).containsText(known.address());
        assertThat(logged).isEmpty();
    }

    @Test
    void no_page_holds_a_barrier_or_is_wider_than_the_window() {
        Map<String, List<String>> barriers = new LinkedHashMap<>();
        jdbc.sql("UPDATE account SET orcid = NULL").update();
        page.navigate("/sign-in?next=/account");
        look("sign-in", barriers);
        page.locator("[name=address]").fill("nobody@example.org");
        page.locator("[name=password]").fill("not the right one");
        press("Sign in");
        look("sign-in-refused", barriers);
        page.navigate("/sign-up");
        look("sign-up", barriers);
        page.locator("[name=name]").fill("Noor Fatima");
        page.locator("[name=address]").fill("noor@example.org");
        page.locator("[name=password]").fill("passwordpassword");
        press("Make the account");
        look("sign-up-refused", barriers);
        page.navigate("/sign-in/orcid");
        page.getByText("Noor Fatima").click();
        look("sign-up-orcid", barriers);

        Account known = person(new Grant("gpr", Role.HANDLING_EDITOR), new Grant("gpr", Role.ADMINISTRATOR));
        Account other = person(new Grant("gpr", Role.PRODUCTION_EDITOR));
        accounts.addAddress(known.id(), "farah." + UUID.randomUUID() + "@sample-university.example.org", Instant.EPOCH);
        accounts.linkOrcid(other.id(), "0000-0099-1000-0028");
        new Browser(port).signIn(known.address(), PASSWORD);
        giveAnAuthenticator();
        signIn(known);
        look("account", barriers);
        page.navigate("/account/addresses");
        look("addresses", barriers);
        page.locator("#f-address").fill(other.address() + ".example");
        press("Send the link");
        look("sent", barriers);
        page.navigate(link(lastMail()));
        look("address-confirm", barriers);
        page.navigate("/account/orcid");
        look("orcid-none", barriers);
        page.getByText("Link my iD").click();
        page.getByText("Noor Fatima").click();
        look("orcid-link", barriers);
        press("Yes, link it");
        look("orcid", barriers);
        page.navigate("/account/passkeys");
        look("passkeys-none", barriers);
        addPasskey("My phone");
        look("passkeys", barriers);
        page.navigate("/account/sessions");
        look("sessions", barriers);
        page.navigate("/account/design");
        look("parts", barriers);
        page.navigate("/notices");
        look("notices-none", barriers);
        UUID digest = tell(known);
        page.navigate("/notices");
        look("notices", barriers);
        page.navigate("/account/notices");
        look("account-notices", barriers);
        page.navigate("/account/notices?journal=gpr");
        look("account-notices-journal", barriers);
        page.navigate("/notices");
        press("Put all away");
        assertThat(page.locator(".bell .count")).hasCount(0);
        look("notices-put-away", barriers);
        press("Undo");
        assertThat(page.locator(".bell .count")).hasText("7");
        Letter mail = digest(known, digest);
        page.navigate(mail.headers().get("List-Unsubscribe").replaceAll("[<>]", ""));
        look("unsubscribe", barriers);
        keepWhatWasTyped(known);
        look("kept", barriers);
        press("Send now");
        page.waitForURL("**/author/forms/about");
        assertThat(page.locator("body")).containsText("submission POST /author/forms/about");
        page.goBack();
        page.navigate("/account/kept");
        assertThat(page.locator("main")).containsText("This has been sent.");
        look("kept-sent", barriers);
        page.navigate("/account/merge");
        look("merge", barriers);
        page.locator("#f-address").fill(other.address());
        page.locator("#f-password").fill(PASSWORD);
        press("Go on");
        look("merge-confirm", barriers);
        press("Yes, make them one");
        look("merged", barriers);
        assertThat(barriers)
                .allSatisfy((name, found) -> assertThat(found).as(name).isEmpty());
        assertThat(logged).isEmpty();
    }

    /** Some news of two manuscripts, which left with one digest. */
    private UUID tell(Account known) {
        UUID digest = UUID.randomUUID();
        List<String> news = List.of(
                "review-arrived",
                "reviewer-declined",
                "mentioned",
                "deposit-failed",
                "published",
                "decided",
                "under-review");
        for (String kind : news) {
            UUID id = UUID.randomUUID();
            String number = news.indexOf(kind) < 4 ? "GPR-2026-0117" : "GPR-2026-0009";
            jdbc.sql("""
                            INSERT INTO notice (id, account, cause, kind, manuscript, number, journal, at, told_at, delivery, digest)
                            VALUES (:id, :account, :kind, :kind, :number, :number, 'gpr', now() - interval '3 hours',
                                now() - interval '3 hours', 'daily', :digest)
                            """)
                    .param("id", id)
                    .param("account", known.id())
                    .param("kind", kind)
                    .param("number", number)
                    .param("digest", digest)
                    .update();
        }
        return digest;
    }

    private Letter digest(Account known, UUID digest) {
        String holder = "account/" + known.id();
        var order = new MailOrder(
                "digest/" + digest, holder, holder, "digest", Map.of("digest", digest.toString(), "cadence", "daily"));
        return ((Ready) composer.compose(UUID.randomUUID(), order)).letter();
    }

    /** A form is open, its session ends, it is sent, and they sign in again. */
    private void keepWhatWasTyped(Account known) {
        page.navigate("/account");
        page.evaluate("""
                const token = document.querySelector('[name=_csrf]').value;
                document.querySelector('main').innerHTML = '<form method="post" action="/author/forms/about"><input type="hidden"'
                  + ' name="_csrf"><label>Abstract<textarea name="abstract"></textarea></label><button>Save it</button></form>';
                document.querySelector('main [name=_csrf]').value = token;
                """);
        page.locator("[name=abstract]").fill("What took an hour to write.");
        jdbc.sql("DELETE FROM session WHERE account = :id")
                .param("id", known.id())
                .update();
        press("Save it");
        page.waitForURL("**/sign-in?next=/account/kept");
        page.locator("[name=address]").fill(known.address());
        page.locator("[name=password]").fill(PASSWORD);
        press("Sign in");
        page.waitForURL("**/account/kept");
        assertThat(page.locator("[name=abstract]")).hasValue("What took an hour to write.");
    }

    private void look(String name, Map<String, List<String>> barriers) {
        barriers.put(name, RealBrowser.barriers(page));
    }
}
