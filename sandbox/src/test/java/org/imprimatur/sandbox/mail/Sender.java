package org.imprimatur.sandbox.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends mail as the services do, through Jakarta Mail. */
final class Sender {

    private final MailServer server;
    private final Session session;

    Sender(MailServer server) {
        this(server, 5_000);
    }

    private Sender(MailServer server, int patience) {
        this.server = server;
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        properties.put("mail.smtp.timeout", String.valueOf(patience));
        properties.put("mail.smtp.connectiontimeout", "5000");
        properties.put("mail.smtp.from", "bounces@journal.example.org");
        session = Session.getInstance(properties);
    }

    MimeMessage message(String to, String subject) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom("editor@journal.example.org");
        for (var one : to.split(", ")) message.addRecipient(RecipientType.TO, new InternetAddress(one));
        message.setSubject(subject, "UTF-8");
        message.setText("Please answer at https://journal.example.org/review/abc?x=1&y=2.", "UTF-8");
        return message;
    }

    MimeMessage withHtml(String to, String subject, String text, String html) throws MessagingException {
        var message = message(to, subject);
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        return message;
    }

    Transport transport() throws MessagingException {
        return session.getTransport("smtp");
    }

    void send(String to, String subject) throws MessagingException {
        Transport.send(message(to, subject));
    }

    /** Waits for any answer a fifth of a second at most. */
    void impatiently(String to, String subject) throws MessagingException {
        new Sender(server, 200).send(to, subject);
    }
}
