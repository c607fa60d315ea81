package dev.galleria.account;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The owner of an address is to be told something about an account. Where that needs a link, its token is
 * {@link AccountLinks#token} of the event's id, so that the event itself opens nothing.
 */
public record AccountNotice(UUID eventId, Instant occurredAt, Kind kind, String email, String locale)
        implements DomainEvent {
    /** What is to be told. */
    public enum Kind {
        /** With a link: open the account that was asked for. */
        CONFIRM,
        /** There is an account already. */
        KNOWN,
        /** With a link: choose a new password. */
        RESET,
        /** The password has been changed. */
        CHANGED,
        /** Somebody keeps trying wrong passwords. */
        GUESSED
    }

    @Override
    public String topic() {
        return "notification.email";
    }
}
