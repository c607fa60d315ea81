package dev.galleria.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The mails of the current marketplace, for the demo's mailbox and for whoever looks into a failed delivery. */
@ApplicationScoped
public class Mailbox {
    @Inject
    MailStore mails;

    /** The newest ones first. */
    public List<Mail> list(int limit) {
        return mails.newest(Math.min(Math.max(limit, 1), 500));
    }

    public Optional<Mail> find(MailId id) {
        return mails.find(id);
    }
}
