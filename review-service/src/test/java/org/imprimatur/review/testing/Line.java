package org.imprimatur.review.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between a browser and the service, which can be cut and mended. */
public final class Line implements AutoCloseable {

    private final ServerSocket here;
    private final int there;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    public Line(int there) {
        this.there = there;
        try {
            here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + here.getLocalPort();
    }

    /** Whoever is connected isn't any more, and nobody gets through. */
    public void cut() {
        whole = false;
        open.forEach(Line::close);
    }

    public void mend() {
        whole = true;
    }

    private void accept() {
        while (!here.isClosed()) {
            try {
                Socket browser = here.accept();
                open.add(browser);
                if (whole) {
                    Socket service = new Socket(InetAddress.getLoopbackAddress(), there);
                    open.add(service);
                    start(() -> carry(browser, service));
                    start(() -> carry(service, browser));
                } else {
                    close(browser);
                }
            } catch (IOException ended) {
                // the test is over, or the service is
                return;
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // as it should be
        } finally {
            open.remove(from);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception alreadyCut) {
            // as it should be
        }
    }

    @Override
    public void close() {
        close(here);
        open.forEach(Line::close);
    }
}
