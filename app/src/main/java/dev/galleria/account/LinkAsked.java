package dev.galleria.account;

import dev.galleria.platform.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody who gave this address wants an account or a new password. Says nothing about whether there is an account. */
public record LinkAsked(
        UUID eventId, Instant occurredAt, LinkKind kind, String email, String name, String locale, String next)
        implements DomainEvent {
    @Override
    public String topic() {
        return "account.link-asked";
    }
}
