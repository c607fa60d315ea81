package dev.galleria.notification;

import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.regex.Pattern;

/** The queue of outgoing mail. */
@ApplicationScoped
@Transactional
public class Mailer {
    /** One plain address: no name, no list, nothing that could end a header's line. */
    private static final Pattern RECIPIENT =
            Pattern.compile("[^\\s\\p{Cntrl},;:<>\"()\\[\\]\\\\@]{1,64}@[^\\s\\p{Cntrl},;:<>\"()\\[\\]\\\\@]{1,255}");

    @Inject
    MailStore mails;

    @Inject
    Tenancy tenancy;

    /**
     * Queues a mail from the current marketplace, in the current transaction. Repeating a reference changes nothing. A
     * recipient that is not one plain address, or a subject of several lines, is a Problem (REFUSED).
     */
    public void queue(NewMail mail) {
        if (!RECIPIENT.matcher(mail.recipient()).matches()) {
            throw Problem.refused("notification/recipient", "not one plain address");
        }
        if (mail.subject().isBlank() || mail.subject().chars().anyMatch(Character::isISOControl)) {
            throw Problem.refused("notification/subject", "not one line");
        }
        mails.insert(mail, tenancy.current().mailFrom());
    }
}
