package org.imprimatur.standalone.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;

/** One person's browser: keeps cookies, follows redirects, sees only what a page shows. Safe for one thread. */
public final class Browser {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI home;
    private final String who;
    private final Onlooker onlooker;

    public Browser(URI home, String who, Onlooker onlooker) {
        this.home = home;
        this.who = who;
        this.onlooker = onlooker;
    }

    /** Opens an address, absolute or from the site's root. */
    public Page open(String address) {
        return page(send(HttpRequest.newBuilder(home.resolve(address)).GET()));
    }

    /** The bytes behind an address, for what isn't a page. */
    public byte[] download(String address) {
        HttpResponse<byte[]> response =
                send(HttpRequest.newBuilder(home.resolve(address)).GET());
        if (response.statusCode() != 200) {
            throw new NotAsExpected("%s answered %d instead of a file".formatted(address, response.statusCode()));
        }
        return response.body();
    }

    Page page(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("content-type").orElse("");
        String text = new String(response.body(), StandardCharsets.UTF_8);
        boolean html = type.startsWith("text/html");
        if (html) {
            onlooker.sees(new Onlooker.Seen(
                    who,
                    response.request().method(),
                    response.uri(),
                    response.statusCode(),
                    response.headers().map(),
                    text,
                    cookies.getCookieStore().getCookies()));
        }
        return new Page(
                this,
                response.uri(),
                response.statusCode(),
                html ? Jsoup.parse(text, response.uri().toString()) : null,
                text);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(120))
                            .header("Accept", "text/html,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new NotAsExpected("no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAsExpected("interrupted", e);
        }
    }

    URI home() {
        return home;
    }
}
