package dev.galleria.notification;

import dev.galleria.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/** The operator's mail server, by {@code galleria.smtp.host}, {@code .port}, {@code .user}, {@code .password}. */
@ApplicationScoped
class Smtp {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT = "10000";

    boolean configured() {
        return Settings.text("galleria.smtp.host").isPresent();
    }

    /** Where the mail server is and who signs in to it. */
    record Server(String host, String port, Optional<String> user, Optional<String> password) {
        static Server configured() {
            return new Server(
                    Settings.text("galleria.smtp.host").orElseThrow(),
                    Settings.text("galleria.smtp.port").orElse("25"),
                    Settings.text("galleria.smtp.user"),
                    Settings.text("galleria.smtp.password"));
        }
    }

    void send(Mail mail) throws MessagingException {
        send(mail, Server.configured());
    }

    /** Hands the mail over; its id makes the Message-ID, so that a repeated delivery can be recognized. */
    void send(Mail mail, Server server) throws MessagingException {
        var session = session(server);
        var message = new Identified(session, mail);
        message.setFrom(new InternetAddress(mail.sender(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Content-Language", mail.locale());
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        try (Transport transport = session.getTransport()) {
            transport.connect(server.user().orElse(null), server.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static Session session(Server server) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", server.port());
        properties.put("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        return Session.getInstance(properties);
    }

    private static final class Identified extends MimeMessage {
        private final Mail mail;

        private Identified(Session session, Mail mail) {
            super(session);
            this.mail = mail;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            var domain = mail.sender().substring(mail.sender().indexOf('@') + 1);
            setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
        }
    }
}
