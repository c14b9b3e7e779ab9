package org.imprimatur.sandbox.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imprimatur.sandbox.http.WebServer;
import org.imprimatur.sandbox.mail.Faults.Kind;
import org.imprimatur.sandbox.mail.Faults.Phase;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A mail server to try things out with: takes every message, sends none on, shows them on the web, and can be told to
 * refuse, stall and cut. A message is stored before the sender is told so. Thread-safe.
 */
public final class MailServer implements AutoCloseable {

    private static final int GREATEST_CONNECTIONS = 200;

    private final Settings settings;
    private final Faults faults;
    private final Optional<MailFolder> folder;
    private final List<MailMessage> messages = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final SMTPServer smtp;
    private final WebServer web;
    private int lastNumber;

    private MailServer(Settings settings) {
        this.settings = settings;
        faults = new Faults(settings.clock);
        folder = settings.folder.map(MailFolder::new);
        folder.ifPresent(it -> messages.addAll(it.all()));
        if (!messages.isEmpty()) lastNumber = messages.get(messages.size() - 1).number();
        smtp = SMTPServer.port(settings.smtpPort)
                .bindAddress(address(settings.host))
                .hostName("sandbox.invalid")
                .softwareName("Imprimatur sandbox")
                .maxConnections(GREATEST_CONNECTIONS)
                .maxMessageSize(settings.largestMessage)
                .insertReceivedHeaders(false)
                .sessionHandler(new Greeting())
                .messageHandlerFactory(context -> new Delivery((Session) context))
                .build();
        smtp.start();
        try {
            web = WebServer.start(settings.host, settings.webPort, 1 << 16, new MailWeb(this)::answer);
        } catch (RuntimeException e) {
            smtp.stop();
            throw e;
        }
    }

    /**
     * Starts a mail server; it takes mail when this returns.
     *
     * @throws RuntimeException where a port is taken or the folder can't be written
     */
    public static MailServer start(Settings settings) {
        return new MailServer(settings);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Unknown host " + host, e);
        }
    }

    /** The port that takes mail. */
    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** The address of the mail box, without a slash at the end. */
    public URI webUrl() {
        return web.url();
    }

    /** What it is told to do wrong. */
    public Faults faults() {
        return faults;
    }

    /** All messages taken over, oldest first. */
    public List<MailMessage> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    /** Those whose envelope names this address, oldest first; case doesn't count. */
    public List<MailMessage> messagesTo(String address) {
        return messages().stream().filter(it -> it.isTo(address)).toList();
    }

    private int store(String from, List<String> recipients, byte[] content) {
        synchronized (messages) {
            // Mail's own dates have seconds; finer ones would change at a restart.
            var received = settings.clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var message = new MailMessage(
                    ++lastNumber, from, recipients, received, MailFolder.traced(from, recipients, received, content));
            folder.ifPresent(it -> it.keep(message));
            messages.add(message);
            return lastNumber;
        }
    }

    private void stall(Phase phase, List<String> addresses) {
        faults.strike(Kind.STALLED, phase, addresses).ifPresent(fault -> waitFor(fault.howLong()));
    }

    /** Ends early when the server closes. */
    private void waitFor(Duration howLong) {
        try {
            closed.await(howLong.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        web.close();
        smtp.stop();
    }

    private final class Greeting implements SessionHandler {
        @Override
        public SessionAcceptance accept(Session session) {
            var who = List.of(String.valueOf(session.getRemoteAddress()));
            stall(Phase.CONNECT, who);
            return faults.strike(Kind.CONNECTION_REFUSED, Phase.CONNECT, who)
                    .map(fault -> SessionAcceptance.failure(fault.code(), "Refused by the sandbox"))
                    .orElseGet(SessionAcceptance::success);
        }

        @Override
        public void onSessionEnd(Session session) {}
    }

    private final class Delivery implements MessageHandler {
        private final Session session;
        private final List<String> recipients = new ArrayList<>();
        private String from = "";

        private Delivery(Session session) {
            this.session = session;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            var refused = faults.strike(Kind.RECIPIENT_REFUSED, Phase.DATA, List.of(recipient));
            if (refused.isPresent())
                throw new RejectException(refused.get().code(), "<" + recipient + "> refused by the sandbox");
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream in) throws RejectException, IOException {
            var content = in.readNBytes(settings.largestMessage + 1);
            if (content.length > settings.largestMessage) throw new TooMuchDataException("Message too long");
            var refused = faults.strike(Kind.MESSAGE_REFUSED, Phase.DATA, recipients);
            if (refused.isPresent()) throw new RejectException(refused.get().code(), "Message refused by the sandbox");
            var cut = faults.strike(Kind.CUT, Phase.DATA, recipients);
            if (cut.isPresent()) {
                if (cut.get().stored()) store(from, recipients, content);
                session.closeSocket();
                throw new IOException("Cut, as told");
            }
            var number = store(from, recipients, content);
            stall(Phase.DATA, recipients);
            return "Ok: message " + number;
        }

        @Override
        public void done() {}
    }
}
