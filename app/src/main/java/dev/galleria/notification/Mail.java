package dev.galleria.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it was or will be sent: one recipient, a text and an HTML form. */
public record Mail(
        UUID id,
        String reference,
        String recipient,
        String sender,
        String locale,
        String subject,
        String html,
        String text,
        State state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {
    /** QUEUED → SENT, KEPT (no mail server is set) or, after the last attempt, FAILED. */
    public enum State {
        QUEUED,
        SENT,
        KEPT,
        FAILED
    }
}
