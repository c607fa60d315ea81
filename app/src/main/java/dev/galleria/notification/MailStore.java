package dev.galleria.notification;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code mail}. */
@ApplicationScoped
class MailStore {
    @Inject
    Database database;

    void insert(NewMail mail, String sender) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO mail (id, reference, recipient, sender, locale, subject, html, text, state)
                        VALUES (:id, :reference, :recipient, :sender, :locale, :subject, :html, :text, 'QUEUED')
                        ON CONFLICT (reference) DO NOTHING""")
                .bind("id", Ids.next())
                .bind("reference", mail.reference())
                .bind("recipient", mail.recipient())
                .bind("sender", sender)
                .bind("locale", mail.locale().toLanguageTag())
                .bind("subject", mail.subject())
                .bind("html", mail.html())
                .bind("text", mail.text())
                .execute());
    }

    List<Mail> newest(int limit) {
        return database.call(sql -> sql.createQuery("SELECT * FROM mail ORDER BY created_at DESC, id DESC LIMIT :limit")
                .bind("limit", limit)
                .mapTo(Mail.class)
                .list());
    }

    Optional<Mail> find(MailId id) {
        return database.call(sql -> sql.createQuery("SELECT * FROM mail WHERE id = :id")
                .bind("id", id.value())
                .mapTo(Mail.class)
                .findOne());
    }

    /** Takes due mails for so long; whoever takes them is alone with them until then. */
    List<Mail> claim(int most, Duration lease) {
        return database.call(sql -> sql.createQuery(
                        """
                        WITH due AS MATERIALIZED (
                            SELECT id FROM mail WHERE state = 'QUEUED' AND retry_at <= now()
                             ORDER BY retry_at, id LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE mail m SET attempts = attempts + 1, retry_at = now() + :lease * interval '1 second'
                          FROM due WHERE m.id = due.id
                        RETURNING m.*""")
                .bind("most", most)
                .bind("lease", lease.toSeconds())
                .mapTo(Mail.class)
                .list());
    }

    void finish(UUID id, Mail.State state) {
        database.call(sql -> sql.execute(
                "UPDATE mail SET state = ?, last_error = NULL, sent_at = now() WHERE id = ? AND state = 'QUEUED'",
                state.name(),
                id));
    }

    void postpone(UUID id, Mail.State state, Duration wait, String error) {
        database.call(sql -> sql.execute(
                """
                UPDATE mail SET state = ?, retry_at = now() + ? * interval '1 second', last_error = ?
                 WHERE id = ? AND state = 'QUEUED'""",
                state.name(),
                wait.toSeconds(),
                error,
                id));
    }
}
