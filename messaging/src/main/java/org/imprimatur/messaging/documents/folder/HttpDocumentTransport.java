package org.imprimatur.messaging.documents.folder;

import java.util.Map;
import java.util.Optional;
import org.imprimatur.messaging.documents.DocumentTransport;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** {@code GET /internal/files/{sha256}} at the first instance of the peer that answers; all share their files. */
final class HttpDocumentTransport implements DocumentTransport {

    private final RestClient http;
    private final Map<String, String> peers;

    /** @param peers by name the base URLs of their instances, separated by commas */
    HttpDocumentTransport(RestClient http, Map<String, String> peers) {
        this.http = http;
        this.peers = peers;
    }

    @Override
    public Optional<byte[]> get(String peer, String sha256) {
        String base = peers.get(peer);
        if (base == null) {
            throw new IllegalStateException("imprimatur.peers." + peer + " is not set");
        }
        ResourceAccessException last = null;
        for (String instance : base.split(",")) {
            try {
                return Optional.ofNullable(http.get()
                        .uri(instance.strip() + "/internal/files/{sha256}", sha256)
                        .retrieve()
                        .body(byte[].class));
            } catch (HttpClientErrorException.NotFound e) {
                return Optional.empty();
            } catch (ResourceAccessException away) {
                last = away;
            }
        }
        throw last;
    }
}
