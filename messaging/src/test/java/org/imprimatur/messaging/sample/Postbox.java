package org.imprimatur.messaging.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes what it gets, unless told otherwise for a recipient's attempts, one after another. */
public final class Postbox implements AutoCloseable {

    /** What it does. */
    public enum Behaviour {
        TAKE,
        REFUSE_RECIPIENT_FOR_NOW,
        REFUSE_RECIPIENT_FOR_GOOD,
        REFUSE_TEXT_FOR_GOOD,
        CUT_BEFORE_TEXT,
        TAKE_AND_CUT,
        STALL_BEFORE_TEXT,
        TAKE_AND_STALL
    }

    /** A mail that it has. */
    public record Mail(String recipient, String text) {}

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Map<String, List<Behaviour>> script = new ConcurrentHashMap<>();
    private final Map<SocketAddress, Socket> connections = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final SMTPServer server;

    public Postbox() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .serverSocketFactory(this::socket)
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
    }

    private ServerSocket socket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket accepted = super.accept();
                connections.put(accepted.getRemoteSocketAddress(), accepted);
                return accepted;
            }
        };
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void behave(String recipient, Behaviour... attempts) {
        script.put(recipient, new CopyOnWriteArrayList<>(attempts));
    }

    /** How many there have been. */
    public int connections() {
        return connections.size();
    }

    /** What arrived for a recipient, oldest first. */
    public List<String> mailsTo(String recipient) {
        return mails.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .map(Mail::text)
                .toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final MessageContext context;
        private String recipient;
        private Behaviour behaviour;

        private Handler(MessageContext context) {
            this.context = context;
        }

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            recipient = address;
            List<Behaviour> attempts = script.getOrDefault(address, List.of());
            behaviour = attempts.isEmpty() ? Behaviour.TAKE : attempts.remove(0);
            switch (behaviour) {
                case REFUSE_RECIPIENT_FOR_NOW -> throw new RejectException(450, "greylisted, come again");
                case REFUSE_RECIPIENT_FOR_GOOD -> throw new RejectException(550, "no such user here");
                case CUT_BEFORE_TEXT -> cut();
                case STALL_BEFORE_TEXT -> stall();
                default -> {}
            }
        }

        @Override
        public String data(InputStream text) throws RejectException, IOException {
            String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            if (behaviour == Behaviour.REFUSE_TEXT_FOR_GOOD) {
                throw new RejectException(554, "we think this is spam");
            }
            mails.add(new Mail(recipient, all));
            if (behaviour == Behaviour.TAKE_AND_CUT) {
                cut();
            } else if (behaviour == Behaviour.TAKE_AND_STALL) {
                stall();
            }
            return "taken";
        }

        @Override
        public void done() {}

        /** Says nothing more until everything is over. */
        private void stall() {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void cut() {
            try {
                connections.get(context.getRemoteAddress()).close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
