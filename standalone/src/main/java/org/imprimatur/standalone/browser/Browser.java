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

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI home;

    public Browser(URI home) {
        this.home = home;
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
        return new Page(
                this,
                response.uri(),
                response.statusCode(),
                type.startsWith("text/html") ? Jsoup.parse(text, response.uri().toString()) : null,
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
