package dev.galleria.payment;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What needs a person, and what people have decided about it. Short transactions of their own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DeskBook {
    private static final int MOST = 200;
    private static final String ALL =
            """
            SELECT * FROM (
                SELECT 'PAYMENT' AS kind, id::text AS id, gateway, state AS what, amount_minor AS ours, NULL::bigint AS theirs,
                       currency, changed_at AS since, coalesce(failure, '') AS detail
                  FROM payment
                 WHERE state = 'UNKNOWN' OR state IN ('CREATED', 'PENDING') AND created_at < now() - interval '24 hours'
                UNION ALL
                SELECT 'REFUND', r.id::text, p.gateway, r.state, r.amount_minor, NULL, p.currency, r.changed_at, coalesce(r.failure, '')
                  FROM refund r JOIN payment p ON p.id = r.payment_id
                 WHERE r.state = 'UNKNOWN' AND r.created_at < now() - interval '10 minutes'
                    OR r.state = 'FAILED' AND NOT EXISTS (
                       SELECT 1 FROM refund later
                        WHERE later.payment_id = r.payment_id AND later.created_at > r.created_at
                          AND later.purpose LIKE 'order-refund:%' AND r.purpose LIKE 'order-refund:%'
                          AND split_part(later.purpose, ':', 2) = split_part(r.purpose, ':', 2))
                UNION ALL
                SELECT 'EVENT', id, gateway, type, NULL, NULL, NULL, received_at, coalesce(error, '')
                  FROM gateway_event
                 WHERE state = 'FAILED_VISIBLE' OR state = 'NEW' AND received_at < now() - interval '10 minutes'
                UNION ALL
                SELECT 'DIFFERENCE', id::text, gateway, subject || '.' || kind, ours_minor, theirs_minor, currency, moved_at, gateway_ref
                  FROM payment_difference WHERE closed_at IS NULL) concern""";

    @Inject
    Database database;

    /** A difference, as needed to look at it again. */
    record OpenDifference(String gateway, String subject, @Nullable UUID ourId) {}

    /** A decision of the past. */
    record Decision(String kind, String subject, String action, String note, String actor, Instant at) {}

    private record Row(
            String kind,
            String id,
            String gateway,
            String what,
            @Nullable Long ours,
            @Nullable Long theirs,
            @Nullable String currency,
            Instant since,
            String detail) {
        Concern concern() {
            return new Concern(
                    Concern.Kind.valueOf(kind), id, gateway, what, money(ours), money(theirs), since, detail);
        }

        private @Nullable Money money(@Nullable Long minor) {
            return minor == null || currency == null ? null : Money.ofMinor(minor, currency);
        }
    }

    List<Concern> open() {
        return database.call(sql -> sql.createQuery(ALL + " ORDER BY since DESC, id LIMIT :most")
                .bind("most", MOST)
                .mapTo(Row.class)
                .map(Row::concern)
                .list());
    }

    Optional<Concern> open(Concern.Kind kind, String id) {
        return database.call(sql -> sql.createQuery(ALL + " WHERE kind = :kind AND id = :id")
                .bind("kind", kind.name())
                .bind("id", id)
                .mapTo(Row.class)
                .map(Row::concern)
                .findOne());
    }

    int count() {
        return database.call(sql -> sql.createQuery("SELECT count(*)::int FROM (" + ALL + ") counted")
                .mapTo(int.class)
                .one());
    }

    Optional<OpenDifference> difference(UUID id) {
        return database.call(sql -> sql.createQuery(
                        "SELECT gateway, subject, our_id FROM payment_difference WHERE id = :id AND closed_at IS NULL")
                .bind("id", id)
                .mapTo(OpenDifference.class)
                .findOne());
    }

    void closeDifference(UUID id, String note, Instant now) {
        database.call(sql -> sql.execute(
                "UPDATE payment_difference SET closed_at = ?, note = ? WHERE id = ? AND closed_at IS NULL",
                now,
                note,
                id));
    }

    void decided(Concern.Kind kind, String subject, String action, String note, String actor) {
        database.call(sql -> sql.execute(
                "INSERT INTO payment_decision (id, kind, subject, action, note, actor) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                kind.name(),
                subject,
                action,
                note,
                actor));
    }

    List<Decision> decisions(int most) {
        return database.call(sql -> sql.createQuery(
                        "SELECT kind, subject, action, note, actor, at FROM payment_decision ORDER BY at DESC LIMIT :most")
                .bind("most", most)
                .mapTo(Decision.class)
                .list());
    }
}
