package org.imprimatur.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** A service of breached passwords that speaks the range protocol and notes what it was told. */
final class Breaches {
    /** The SHA-1 of "the moon is made of cheese", a password that no local list has. */
    private static final String BREACHED = sha1("the moon is made of cheese");
    /** That of "the sun is made of cheese", which stands there as padding alone. */
    private static final String PADDING = sha1("the sun is made of cheese");

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    volatile boolean away;
    private final HttpServer server;

    Breaches() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        server.createContext("/range/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path + " " + exchange.getRequestHeaders().getFirst("Add-Padding"));
            String beginning = path.substring("/range/".length());
            var lines = new StringBuilder("0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n");
            if (BREACHED.startsWith(beginning)) {
                lines.append(BREACHED.substring(5)).append(":42\r\n");
            }
            if (PADDING.startsWith(beginning)) {
                lines.append(PADDING.substring(5)).append(":0\r\n");
            }
            byte[] body = lines.toString().getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().add("Content-Type", "text/plain");
            exchange.sendResponseHeaders(away ? 503 : 200, away ? -1 : body.length);
            if (!away) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
