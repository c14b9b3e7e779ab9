package org.imprimatur.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * What the browser sends along. It can be read once: so until somebody has begun to take it, and only until then,
 * another instance may be given it.
 */
final class Body {
    private final HttpServletRequest request;
    private final boolean none;
    private volatile boolean begun;
    private volatile boolean onTheBrowser;
    private volatile long moved;

    Body(HttpServletRequest request) throws IOException {
        this.request = request;
        this.none = request.getInputStream().isFinished();
    }

    boolean none() {
        return none;
    }

    /** Whether any of it may have reached a service. */
    boolean begun() {
        return begun;
    }

    /** For how long nothing has moved, though the browser wasn't what we waited for. */
    Duration still() {
        return onTheBrowser ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - moved);
    }

    BodyPublisher publisher() {
        if (none) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(this::watched);
        long length = request.getContentLengthLong();
        return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
    }

    private InputStream watched() {
        try {
            return new FilterInputStream(request.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    moved = System.nanoTime();
                    onTheBrowser = true;
                    begun = true;
                    try {
                        return super.read(into, offset, length);
                    } finally {
                        moved = System.nanoTime();
                        onTheBrowser = false;
                    }
                }
            };
        } catch (IOException gone) {
            return InputStream.nullInputStream();
        }
    }
}
