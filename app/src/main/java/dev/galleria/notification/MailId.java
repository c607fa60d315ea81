package dev.galleria.notification;

import java.util.UUID;

/** Names a mail. */
public record MailId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
