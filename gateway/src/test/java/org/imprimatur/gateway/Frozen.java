package org.imprimatur.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An instance that takes connections and requests, as the system does for a stopped process, and never answers. */
final class Frozen implements AutoCloseable {

    /** When it falls silent. */
    enum When {
        AT_ONCE,
        AFTER_THE_BODY,
        /** It closes the connection instead, as a server does with one that was idle. */
        NEVER_BUT_IT_HANGS_UP
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([1-9]\\d*)");

    private final ServerSocket socket;
    private final When when;
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger bodies = new AtomicInteger();

    Frozen(When when) {
        this.when = when;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                daemon(() -> take(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void take(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            requests.incrementAndGet();
            if (when == When.NEVER_BUT_IT_HANGS_UP) {
                return;
            }
            if (head.toString().startsWith("POST /production/refused")) {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 413 Too Large\r\nContent-Length: 5\r\n\r\nlarge"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            Matcher length = LENGTH.matcher(head);
            if (when == When.AFTER_THE_BODY && length.find()) {
                connection.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                in.readNBytes(Integer.parseInt(length.group(1)));
                bodies.incrementAndGet();
            }
            if (in.read() >= 0) {
                bodies.incrementAndGet();
            }
        } catch (IOException gone) {
            // whoever asked has lost patience
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "frozen");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
