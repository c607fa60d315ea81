package dev.galleria.notification.web;

import dev.galleria.notification.Mail;
import dev.galleria.notification.MailId;
import dev.galleria.notification.Mailbox;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The mails of a demonstration shop. Elsewhere there is no such page. */
@Named
@RequestScoped
public class MailboxView {
    private static final int MOST = 100;

    @Inject
    Mailbox mailbox;

    @Inject
    OfficeTexts texts;

    private @Nullable List<Row> rows;
    private @Nullable Mail mail;

    /** A line of the list. */
    public record Row(String id, String recipient, String subject, String at, String when, String state) {}

    public void load() {
        demoOnly();
        rows = mailbox.list(MOST).stream().map(this::row).toList();
    }

    /** An unknown id is a Problem (NOT_FOUND). */
    public void loadOne() {
        demoOnly();
        mail = Ids.parse(Faces.getRequestParameter("id"))
                .flatMap(id -> mailbox.find(new MailId(id)))
                .orElseThrow(() -> Problem.notFound("notification/unknown-mail", "no such mail"));
    }

    public @Nullable List<Row> getRows() {
        return rows;
    }

    public @Nullable Mail getMail() {
        return mail;
    }

    public @Nullable Row getShown() {
        return mail == null ? null : row(mail);
    }

    private Row row(Mail one) {
        return new Row(
                one.id().toString(),
                one.recipient(),
                one.subject(),
                one.createdAt().toString(),
                texts.minute(one.createdAt()),
                texts.get("mailbox.state." + one.state()));
    }

    private static void demoOnly() {
        Faces.getResponse().setHeader("Cache-Control", "no-store");
        if (!Settings.demo()) {
            throw Problem.notFound("notification/no-mailbox", "not a demo");
        }
    }
}
