package org.imprimatur.sandbox.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read whole.
 *
 * @param method the method, in capitals
 * @param path the path with its percent-encoding resolved; {@code +} stays {@code +}, as RFC 3986 has it
 * @param parameters the query's parameters and, of a form, its fields; of several with one name the first
 * @param contentType the header Content-Type, empty where there is none
 * @param body the body, at most as long as the server allows
 */
public record Request(String method, String path, Map<String, String> parameters, String contentType, byte[] body) {

    static Request of(String method, URI uri, String contentType, byte[] body) {
        var parameters = new HashMap<String, String>();
        readForm(uri.getRawQuery(), parameters);
        if (contentType.startsWith("application/x-www-form-urlencoded"))
            readForm(new String(body, StandardCharsets.UTF_8), parameters);
        var path = URLDecoder.decode(uri.getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
        return new Request(method, path, Map.copyOf(parameters), contentType, body);
    }

    private static void readForm(String form, Map<String, String> into) {
        if (form == null || form.isEmpty()) return;
        for (var pair : form.split("&")) {
            var cut = pair.indexOf('=');
            var name = cut < 0 ? pair : pair.substring(0, cut);
            var value = cut < 0 ? "" : pair.substring(cut + 1);
            into.putIfAbsent(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }

    /** A parameter; empty where it is missing or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** What follows {@code prefix} in the path; empty where the path begins otherwise or ends there. */
    public Optional<String> below(String prefix) {
        return path.startsWith(prefix) && path.length() > prefix.length()
                ? Optional.of(path.substring(prefix.length()))
                : Optional.empty();
    }
}
