package dev.galleria.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.galleria.platform.Ids;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail over the wire, to a real SMTP server on this machine. */
class SmtpTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void deliversBothFormsWithItsSubjectAndAnIdOfItsOwn() throws Exception {
        var id = Ids.next();

        new Smtp().send(mail(id), to(Optional.empty(), Optional.empty()));

        assertThat(server.getReceivedMessages()).hasSize(1);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Ihr Päckchen ist unterwegs · 包裹");
        assertThat(message.getMessageID()).isEqualTo("<" + id + "@shop.example>");
        assertThat(message.getFrom()[0]).hasToString("hello@shop.example");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getAllRecipients()[0]).hasToString("ada@example.com");
        assertThat(message.getHeader("Content-Language")).containsExactly("de");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(text(parts.getBodyPart(0), "text/plain")).isEqualTo("Grüße\r\n.\r\nEnde");
        assertThat(text(parts.getBodyPart(1), "text/html")).isEqualTo("<p>Grüße</p>");
    }

    @Test
    void signsInWhereTheServerWantsIt() throws Exception {
        server.setUser("post@shop.example", "post", "right");

        new Smtp().send(mail(Ids.next()), to(Optional.of("post"), Optional.of("right")));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThatThrownBy(() -> new Smtp().send(mail(Ids.next()), to(Optional.of("post"), Optional.of("wrong"))))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private Smtp.Server to(Optional<String> user, Optional<String> password) {
        return new Smtp.Server("127.0.0.1", String.valueOf(server.getSmtp().getPort()), user, password);
    }

    private static String text(BodyPart part, String type) throws Exception {
        assertThat(part.isMimeType(type)).isTrue();
        return part.getContent().toString().strip();
    }

    private static Mail mail(UUID id) {
        return new Mail(
                id,
                "test:" + id,
                "ada@example.com",
                "hello@shop.example",
                "de",
                "Ihr Päckchen ist unterwegs · 包裹",
                "<p>Grüße</p>",
                "Grüße\n.\nEnde",
                Mail.State.QUEUED,
                0,
                null,
                Instant.parse("2026-01-02T03:04:05Z"),
                null);
    }
}
