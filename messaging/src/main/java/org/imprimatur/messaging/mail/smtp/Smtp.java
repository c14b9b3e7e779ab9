package org.imprimatur.messaging.mail.smtp;

import jakarta.activation.FileTypeMap;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.imprimatur.messaging.mail.MailComposer.Attachment;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.work.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.ConfigurableMimeFileTypeMap;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands a letter to the next server and says what that answered (RFC 5321, 4.2: the first digit decides). */
final class Smtp {

    private static final Logger log = LoggerFactory.getLogger(Smtp.class);

    /** So soon after its last mail a connection is not asked whether it still stands. */
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private static final Map<String, String> PATIENCE = Map.of(
            "mail.smtp.connectiontimeout", "10000", "mail.smtp.timeout", "60000", "mail.smtp.writetimeout", "60000");

    /** Read once: a helper by itself would read them for each mail. */
    private static final FileTypeMap MEDIA_TYPES = mediaTypes();

    static {
        // Jakarta Mail would look through the whole class path for it, several times for each mail
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    /** Servers take only so many on one connection. */
    private static final int MOST_ON_ONE = 100;

    private final JavaMailSenderImpl sender;
    private final String from;
    private final Queue<Connection> open = new ConcurrentLinkedQueue<>();

    Smtp(JavaMailSenderImpl sender, String from) {
        this.sender = sender;
        this.from = from;
        // JavaMail waits for ever by itself
        Properties properties = sender.getJavaMailProperties();
        PATIENCE.forEach(properties::putIfAbsent);
    }

    record Answer(State state, String reason) {}

    /** The connection stays open for the next one, until there is none: {@link #rest}. */
    Answer handOver(Letter letter, String messageId, Instant date) {
        Traced message;
        try {
            message = write(letter, messageId, date);
        } catch (AddressException e) {
            return new Answer(State.FAILED, "the address can't be used: " + Faults.describe(e));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Answer(State.FAILED, "the mail can't be made: " + Faults.describe(e));
        }
        try {
            Connection connection = connection();
            connection.send(message);
            keep(connection);
            return new Answer(State.HANDED_OVER, null);
        } catch (AuthenticationFailedException e) {
            return new Answer(State.REFUSED, "the mail server doesn't know us: " + Faults.describe(e));
        } catch (MessagingException e) {
            return judge(e, message);
        }
    }

    /** One that is open, if there is; after a while servers close them. */
    private Connection connection() throws MessagingException {
        for (Connection kept = open.poll(); kept != null; kept = open.poll()) {
            if (System.nanoTime() - kept.used < TRUSTED.toNanos() || kept.transport.isConnected()) {
                return kept;
            }
        }
        return connect();
    }

    private Connection connect() throws MessagingException {
        String user = blankToNull(sender.getUsername());
        Transport transport = sender.getProtocol() == null
                ? sender.getSession().getTransport()
                : sender.getSession().getTransport(sender.getProtocol());
        transport.connect(
                sender.getHost(),
                sender.getPort(),
                user,
                user == null ? blankToNull(sender.getPassword()) : sender.getPassword());
        return new Connection(transport);
    }

    private static String blankToNull(String text) {
        return "".equals(text) ? null : text;
    }

    private void keep(Connection connection) {
        if (connection.sent < MOST_ON_ONE) {
            open.add(connection);
        } else {
            connection.close();
        }
    }

    /** Says good-bye on what is kept open. */
    void rest() {
        for (Connection kept = open.poll(); kept != null; kept = open.poll()) {
            kept.close();
        }
    }

    private static final class Connection {

        private final Transport transport;
        private int sent;
        private long used;

        private Connection(Transport transport) {
            this.transport = transport;
        }

        private void send(MimeMessage message) throws MessagingException {
            try {
                transport.sendMessage(message, message.getAllRecipients());
                sent++;
                used = System.nanoTime();
            } catch (MessagingException e) {
                close();
                throw e;
            }
        }

        private void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                log.debug("the mail server took no good-bye", e);
            }
        }
    }

    private static Answer judge(MessagingException e, Traced message) {
        List<Throwable> faults = unfold(e);
        OptionalInt code = code(faults);
        String reason = faults.stream()
                .filter(fault -> code(fault).isPresent())
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> Faults.describe(e));
        if (code.isPresent()) {
            return new Answer(code.getAsInt() >= 500 ? State.FAILED : State.REFUSED, reason);
        }
        // no answer: once the whole text was out, the server may have taken it
        return new Answer(message.textGiven ? State.UNCERTAIN : State.REFUSED, reason);
    }

    private static OptionalInt code(List<Throwable> faults) {
        return faults.stream()
                .map(Smtp::code)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
    }

    private static OptionalInt code(Throwable fault) {
        int code = -1;
        if (fault instanceof SMTPAddressFailedException e) {
            code = e.getReturnCode();
        } else if (fault instanceof SMTPSenderFailedException e) {
            code = e.getReturnCode();
        } else if (fault instanceof SMTPSendFailedException e) {
            code = e.getReturnCode();
        }
        return code >= 400 ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** JavaMail chains what happened in two ways. The innermost come first. */
    private static List<Throwable> unfold(Throwable fault) {
        List<Throwable> all = new ArrayList<>();
        if (fault instanceof MessagingException e && e.getNextException() != null) {
            all.addAll(unfold(e.getNextException()));
        } else if (fault.getCause() != null && fault.getCause() != fault) {
            all.addAll(unfold(fault.getCause()));
        }
        all.add(fault);
        return all;
    }

    private static FileTypeMap mediaTypes() {
        ConfigurableMimeFileTypeMap types = new ConfigurableMimeFileTypeMap();
        types.afterPropertiesSet();
        return types;
    }

    private Traced write(Letter letter, String messageId, Instant date)
            throws MessagingException, UnsupportedEncodingException {
        Traced message = new Traced(sender.getSession());
        List<Attachment> attachments = letter.attachments() == null ? List.of() : letter.attachments();
        boolean manyParts = letter.html() != null || !attachments.isEmpty();
        MimeMessageHelper helper = new MimeMessageHelper(message, manyParts, StandardCharsets.UTF_8.name()) {
            @Override
            protected FileTypeMap getDefaultFileTypeMap(MimeMessage any) {
                return MEDIA_TYPES;
            }
        };
        helper.setFrom(new InternetAddress(from, letter.fromName(), StandardCharsets.UTF_8.name()));
        InternetAddress to = new InternetAddress(letter.toAddress(), true);
        if (letter.toName() != null) {
            to.setPersonal(letter.toName(), StandardCharsets.UTF_8.name());
        }
        helper.setTo(to);
        helper.setSubject(letter.subject());
        helper.setSentDate(Date.from(date));
        if (letter.html() == null) {
            helper.setText(letter.text());
        } else {
            helper.setText(letter.text(), letter.html());
        }
        for (Attachment attachment : attachments) {
            helper.addAttachment(
                    attachment.fileName(), new ByteArrayResource(attachment.content()), attachment.mediaType());
        }
        if (letter.headers() != null) {
            for (Map.Entry<String, String> header : letter.headers().entrySet()) {
                if (header.getValue().indexOf('\r') >= 0 || header.getValue().indexOf('\n') >= 0) {
                    throw new MessagingException("the header " + header.getKey() + " holds a line break");
                }
                message.setHeader(header.getKey(), header.getValue());
            }
        }
        message.saveChanges();
        // saving gave it another
        message.setHeader("Message-ID", messageId);
        return message;
    }

    /** Knows whether its whole text was given to the server. */
    private static final class Traced extends MimeMessage {

        private boolean textGiven;

        private Traced(Session session) {
            super(session);
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
            super.writeTo(out, without);
            textGiven = true;
        }
    }
}
