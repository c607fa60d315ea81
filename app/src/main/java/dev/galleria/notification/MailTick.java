package dev.galleria.notification;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what waits, with growing gaps between the attempts; after the last one a mail stays FAILED and visible. */
@ApplicationScoped
class MailTick extends TenantTick {
    private static final Logger LOG = Logger.getLogger(MailTick.class.getName());
    private static final int BATCH = 20;
    private static final int ATTEMPTS = 8;
    private static final Duration LEASE = Duration.ofMinutes(10);

    @Inject
    MailStore mails;

    @Inject
    Smtp smtp;

    @Override
    public String name() {
        return "notification.mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    protected void runForTenant() {
        List<Mail> batch;
        do {
            batch = mails.claim(BATCH, LEASE);
            batch.forEach(this::send);
        } while (batch.size() == BATCH);
    }

    private void send(Mail mail) {
        if (!smtp.configured()) {
            mails.finish(mail.id(), Mail.State.KEPT);
            return;
        }
        try {
            smtp.send(mail);
            mails.finish(mail.id(), Mail.State.SENT);
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, e, () -> "Mail " + mail.id() + " could not be sent, attempt " + mail.attempts());
            boolean last = mail.attempts() >= ATTEMPTS;
            mails.postpone(
                    mail.id(), last ? Mail.State.FAILED : Mail.State.QUEUED, pause(mail.attempts()), e.toString());
        }
    }

    /** 30 seconds after the first failure, doubling, 64 minutes at most. */
    static Duration pause(int attempts) {
        return Duration.ofSeconds(30L << Math.min(Math.max(attempts - 1, 0), 7));
    }
}
