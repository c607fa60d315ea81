package dev.galleria.payment;

import dev.galleria.payment.Comparison.Difference;
import dev.galleria.payment.Comparison.Ours;
import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
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

/** What is kept of comparisons with gateways: how far they have come, and what did not agree. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ReconciliationBook {
    @Inject
    Database database;

    /** How far a gateway's list has been compared. */
    record Progress(
            String gateway,
            @Nullable Instant comparedTo,
            Instant ranAt,
            int captures,
            int refunds,
            @Nullable String failure) {}

    private record Row(
            String kind, UUID id, @Nullable String ref, long minor, String currency, boolean done, Instant at) {}

    List<Progress> progress() {
        return database.call(sql -> sql.createQuery(
                        "SELECT gateway, compared_to, ran_at, captures, refunds, failure FROM reconciliation ORDER BY gateway")
                .mapTo(Progress.class)
                .list());
    }

    Optional<Progress> progress(String gateway) {
        return progress().stream().filter(one -> one.gateway().equals(gateway)).findFirst();
    }

    /** Our payments and refunds at that gateway since then, and those that its entries name. */
    List<Ours> ours(String gateway, Instant from, List<Entry> entries) {
        var refs = entries.stream().map(Entry::ref).toArray(String[]::new);
        var ids = entries.stream()
                .map(Entry::subject)
                .filter(java.util.Objects::nonNull)
                .toArray(UUID[]::new);
        return database
                .call(sql -> sql.createQuery(
                                """
                        SELECT 'CAPTURE' AS kind, id, gateway_ref AS ref, captured_minor AS minor, currency,
                               state = 'CAPTURED' AS done, changed_at AS at
                          FROM payment
                         WHERE gateway = :gateway AND (changed_at >= :from OR gateway_ref = ANY (:refs) OR id = ANY (:ids))
                        UNION ALL
                        SELECT 'REFUND', r.id, r.gateway_ref, r.amount_minor - r.credit_minor, p.currency, r.state = 'SUCCEEDED', r.changed_at
                          FROM refund r JOIN payment p ON p.id = r.payment_id
                         WHERE p.gateway = :gateway AND (r.changed_at >= :from OR r.gateway_ref = ANY (:refs) OR r.id = ANY (:ids))""")
                        .bind("gateway", gateway)
                        .bind("from", from)
                        .bindArray("refs", String.class, (Object[]) refs)
                        .bindArray("ids", UUID.class, (Object[]) ids)
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(row -> new Ours(
                        Kind.valueOf(row.kind()),
                        row.id(),
                        row.ref(),
                        Money.ofMinor(row.minor(), row.currency()),
                        row.done(),
                        row.at()))
                .toList();
    }

    /**
     * Writes down what a comparison from then to now has found. What is open and agrees now is closed; what a person has
     * closed stays closed as long as it is the same.
     */
    void record(String gateway, Instant from, Instant now, List<Entry> entries, List<Difference> differences) {
        for (var difference : differences) {
            put(gateway, now, difference);
        }
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE payment_difference SET closed_at = :now
                         WHERE gateway = :gateway AND closed_at IS NULL AND seen_at < :now AND moved_at >= :from""")
                .bind("now", now)
                .bind("gateway", gateway)
                .bind("from", from)
                .execute());
        int captures = (int)
                entries.stream().filter(entry -> entry.kind() == Kind.CAPTURE).count();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO reconciliation (gateway, compared_to, ran_at, captures, refunds) VALUES (:gateway, :now, :now, :captures, :refunds)
                        ON CONFLICT (gateway) DO UPDATE SET compared_to = :now, ran_at = :now, captures = :captures,
                               refunds = :refunds, failure = NULL""")
                .bind("gateway", gateway)
                .bind("now", now)
                .bind("captures", captures)
                .bind("refunds", entries.size() - captures)
                .execute());
    }

    private void put(String gateway, Instant now, Difference one) {
        var money = one.theirs() == null ? one.ours() : one.theirs();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO payment_difference AS known (id, gateway, subject, gateway_ref, kind, our_id, ours_minor, theirs_minor,
                               currency, moved_at, found_at, seen_at)
                        VALUES (:id, :gateway, :subject, :ref, :kind, :ourId, :ours, :theirs, :currency, :at, :now, :now)
                        ON CONFLICT (gateway, subject, gateway_ref) DO UPDATE SET kind = excluded.kind, our_id = excluded.our_id,
                               ours_minor = excluded.ours_minor, theirs_minor = excluded.theirs_minor, seen_at = excluded.seen_at,
                               closed_at = CASE WHEN known.note IS NOT NULL AND known.kind = excluded.kind
                                                 AND known.ours_minor IS NOT DISTINCT FROM excluded.ours_minor
                                                 AND known.theirs_minor IS NOT DISTINCT FROM excluded.theirs_minor
                                                THEN known.closed_at END""")
                .bind("id", Ids.next())
                .bind("gateway", gateway)
                .bind("subject", one.kind().name())
                .bind("ref", one.ref())
                .bind("kind", one.what().name())
                .bind("ourId", one.ourId())
                .bind("ours", one.ours() == null ? null : one.ours().minorUnits())
                .bind("theirs", one.theirs() == null ? null : one.theirs().minorUnits())
                .bind("currency", money == null ? "" : money.currency().getCurrencyCode())
                .bind("at", one.at())
                .bind("now", now)
                .execute());
    }

    /** The gateway's list could not be had. */
    void failed(String gateway, Instant now, String reason) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO reconciliation (gateway, ran_at, failure) VALUES (:gateway, :now, :reason)
                        ON CONFLICT (gateway) DO UPDATE SET ran_at = :now, failure = :reason""")
                .bind("gateway", gateway)
                .bind("now", now)
                .bind("reason", reason)
                .execute());
    }
}
