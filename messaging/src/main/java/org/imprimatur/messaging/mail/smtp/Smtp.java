package org.imprimatur.messaging.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.imprimatur.messaging.mail.MailComposer.Attachment;
import org.imprimatur.messaging.mail.MailComposer.Letter;
import org.imprimatur.messaging.mail.MailState.State;
import org.imprimatur.messaging.work.Faults;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands a letter to the next server and says what that answered (RFC 5321, 4.2: the first digit decides). */
final class Smtp {

    private static final Map<String, String> PATIENCE = Map.of(
            "mail.smtp.connectiontimeout", "10000", "mail.smtp.timeout", "60000", "mail.smtp.writetimeout", "60000");

    private final JavaMailSender sender;
    private final String from;

    Smtp(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
        if (sender instanceof JavaMailSenderImpl impl) {
            // JavaMail waits for ever by itself
            Properties properties = impl.getJavaMailProperties();
            PATIENCE.forEach(properties::putIfAbsent);
        }
    }

    record Answer(State state, String reason) {}

    Answer handOver(Letter letter, String messageId, Instant date) {
        Traced message = new Traced();
        try {
            write(message, letter, messageId, date);
        } catch (AddressException e) {
            return new Answer(State.FAILED, "the address can't be used: " + Faults.describe(e));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return new Answer(State.FAILED, "the mail can't be made: " + Faults.describe(e));
        }
        try {
            sender.send(message);
            return new Answer(State.HANDED_OVER, null);
        } catch (MailAuthenticationException e) {
            return new Answer(State.REFUSED, "the mail server doesn't know us: " + Faults.describe(e));
        } catch (MailException e) {
            return judge(e, message);
        }
    }

    private Answer judge(MailException e, Traced message) {
        List<Throwable> faults = unfold(e);
        if (message.textGiven
                && e instanceof MailSendException sending
                && sending.getFailedMessages().isEmpty()) {
            // it was taken; only the good-bye failed
            return new Answer(State.HANDED_OVER, null);
        }
        String reason = faults.stream()
                .filter(fault -> code(fault).isPresent())
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> faults.stream()
                        .filter(MessagingException.class::isInstance)
                        .reduce((inner, outer) -> outer)
                        .map(Faults::describe)
                        .orElseGet(() -> Faults.describe(e)));
        OptionalInt code = faults.stream()
                .map(Smtp::code)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst();
        if (code.isPresent()) {
            return new Answer(code.getAsInt() >= 500 ? State.FAILED : State.REFUSED, reason);
        }
        // no answer: once the whole text was out, the server may have taken it
        return new Answer(message.textGiven ? State.UNCERTAIN : State.REFUSED, reason);
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

    /** JavaMail chains what happened in two ways, Spring wraps it in a third. The innermost come first. */
    private static List<Throwable> unfold(Throwable fault) {
        List<Throwable> all = new ArrayList<>();
        if (fault instanceof MailSendException sending) {
            for (Exception e : sending.getMessageExceptions()) {
                all.addAll(unfold(e));
            }
        }
        if (fault instanceof MessagingException e && e.getNextException() != null) {
            all.addAll(unfold(e.getNextException()));
        } else if (fault.getCause() != null && fault.getCause() != fault) {
            all.addAll(unfold(fault.getCause()));
        }
        all.add(fault);
        return all;
    }

    private void write(MimeMessage message, Letter letter, String messageId, Instant date)
            throws MessagingException, UnsupportedEncodingException {
        List<Attachment> attachments = letter.attachments() == null ? List.of() : letter.attachments();
        boolean manyParts = letter.html() != null || !attachments.isEmpty();
        MimeMessageHelper helper = new MimeMessageHelper(message, manyParts, StandardCharsets.UTF_8.name());
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
        message.setHeader("Message-ID", messageId);
        if (letter.headers() != null) {
            for (Map.Entry<String, String> header : letter.headers().entrySet()) {
                if (header.getValue().indexOf('\r') >= 0 || header.getValue().indexOf('\n') >= 0) {
                    throw new MessagingException("the header " + header.getKey() + " holds a line break");
                }
                message.setHeader(header.getKey(), header.getValue());
            }
        }
    }

    /** Knows whether its whole text was given to the server. */
    private static final class Traced extends MimeMessage {

        private boolean textGiven;

        private Traced() {
            super((Session) null);
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
            super.writeTo(out, without);
            textGiven = true;
        }
    }
}
