package dev.galleria.payment.credit;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Balances, their ledger and what is held of them. A balance only changes together with an entry that says why. */
@ApplicationScoped
class CreditStore {
    @Inject
    Database database;

    /** A credit as it stands. */
    record Row(
            UUID id,
            CreditKind kind,
            @Nullable UUID accountId,
            @Nullable String codeEnd,
            String currency,
            long balanceMinor,
            boolean blocked,
            @Nullable LocalDate expiresOn,
            @Nullable String batch,
            Instant createdAt) {
        Money balance() {
            return Money.ofMinor(balanceMinor, currency);
        }
    }

    /** What one attempt to pay takes from one credit. */
    record Hold(
            UUID id,
            UUID creditId,
            CreditKind kind,
            String currency,
            long amountMinor,
            String state,
            @Nullable UUID orderId,
            long returnedMinor) {
        Money amount() {
            return Money.ofMinor(amountMinor, currency);
        }
    }

    private static final String HOLDS =
            """
            SELECT h.id, h.credit_id, c.kind, c.currency, h.amount_minor, h.state, h.order_id, h.returned_minor
              FROM credit_hold h JOIN credit c ON c.id = h.credit_id""";

    /**
     * Takes from all of them or from none: a balance that does not suffice, a blocked or an expired card is false. The rows are
     * locked in the order of their ids; what was decided on is the balance under that lock.
     */
    boolean take(List<CreditShare> shares, String reference) {
        if (shares.isEmpty()) {
            return true;
        }
        return database.call(sql -> {
            int enough = sql.createQuery(
                            """
                            SELECT c.id FROM credit c JOIN unnest(:ids, :amounts) AS w (id, amount) ON w.id = c.id
                             WHERE c.balance_minor >= w.amount AND NOT c.blocked
                               AND (c.expires_on IS NULL OR c.expires_on >= current_date)
                             ORDER BY c.id FOR UPDATE OF c""")
                    .bindArray("ids", UUID.class, ids(shares))
                    .bindArray("amounts", Long.class, amounts(shares))
                    .mapTo(UUID.class)
                    .list()
                    .size();
            if (enough < shares.size()) {
                return false;
            }
            for (var share : shares) {
                long taken = -share.amount().minorUnits();
                if (!move(sql, share.credit(), "HOLD", taken, reference, null, "checkout")) {
                    throw new IllegalStateException("Credit " + share.credit() + " has changed under its lock");
                }
            }
            return true;
        });
    }

    /** Adds to a balance (or takes away) and writes down why; a balance below zero is false and changes nothing. */
    boolean add(UUID credit, String kind, long minor, String reference, @Nullable String reason, String actor) {
        return database.call(sql -> move(sql, credit, kind, minor, reference, reason, actor));
    }

    private static boolean move(
            Handle sql, UUID credit, String kind, long minor, String reference, @Nullable String reason, String actor) {
        int changed = sql.createUpdate(
                        """
                        UPDATE credit SET balance_minor = balance_minor + :amount
                         WHERE id = :id AND balance_minor + :amount >= 0""")
                .bind("amount", minor)
                .bind("id", credit)
                .execute();
        if (changed == 0) {
            return false;
        }
        sql.createUpdate(
                        """
                        INSERT INTO credit_entry (id, credit_id, kind, amount_minor, reference, reason, actor)
                        VALUES (:id, :credit, :kind, :amount, :reference, :reason, :actor)""")
                .bind("id", Ids.next())
                .bind("credit", credit)
                .bind("kind", kind)
                .bind("amount", minor)
                .bind("reference", reference)
                .bind("reason", reason)
                .bind("actor", actor)
                .execute();
        return true;
    }

    void insertHolds(UUID ref, UUID checkout, List<CreditShare> shares) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO credit_hold (id, ref, credit_id, checkout_id, amount_minor, state)
                    VALUES (:id, :ref, :credit, :checkout, :amount, 'HELD')""");
            shares.forEach(share -> batch.bind("id", Ids.next())
                    .bind("ref", ref)
                    .bind("credit", share.credit())
                    .bind("checkout", checkout)
                    .bind("amount", share.amount().minorUnits())
                    .add());
            return batch.execute();
        });
    }

    /** The holds of one attempt, locked. */
    List<Hold> lock(UUID ref) {
        return database.call(sql -> sql.createQuery(HOLDS + " WHERE h.ref = :ref ORDER BY h.credit_id FOR UPDATE OF h")
                .bind("ref", ref)
                .mapTo(Hold.class)
                .list());
    }

    /** What has paid for the checkout's order, locked; store credit first. */
    List<Hold> lockUsed(UUID checkout) {
        return database.call(sql -> sql.createQuery(
                        HOLDS
                                + " WHERE h.checkout_id = :checkout AND h.state = 'USED' ORDER BY c.kind DESC, h.credit_id FOR UPDATE OF h")
                .bind("checkout", checkout)
                .mapTo(Hold.class)
                .list());
    }

    void close(UUID hold, String state, @Nullable UUID order) {
        database.call(sql -> sql.createUpdate(
                        "UPDATE credit_hold SET state = :state, order_id = :order, changed_at = now() WHERE id = :id")
                .bind("state", state)
                .bindByType("order", order, UUID.class)
                .bind("id", hold)
                .execute());
    }

    void returned(UUID hold, long minor) {
        database.call(sql -> sql.createUpdate(
                        "UPDATE credit_hold SET returned_minor = returned_minor + :amount, changed_at = now() WHERE id = :id")
                .bind("amount", minor)
                .bind("id", hold)
                .execute());
    }

    /** What attempts to pay that checkout hold now, or have used. */
    long secured(UUID checkout) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT coalesce(sum(amount_minor), 0) FROM credit_hold
                         WHERE checkout_id = :checkout AND state <> 'RELEASED'""")
                .bind("checkout", checkout)
                .mapTo(long.class)
                .one());
    }

    boolean knows(String kind, String reference) {
        return database.call(sql -> sql.createQuery(
                        "SELECT count(*) > 0 FROM credit_entry WHERE kind = :kind AND reference = :reference")
                .bind("kind", kind)
                .bind("reference", reference)
                .mapTo(boolean.class)
                .one());
    }

    /** The account's credit in that currency, made if there is none. */
    UUID ofAccount(UUID account, String currency) {
        return database.call(sql -> {
            sql.createUpdate(
                            """
                            INSERT INTO credit (id, kind, account_id, currency) VALUES (:id, 'STORE_CREDIT', :account, :currency)
                            ON CONFLICT (account_id, currency) DO NOTHING""")
                    .bind("id", Ids.next())
                    .bind("account", account)
                    .bind("currency", currency)
                    .execute();
            return sql.createQuery("SELECT id FROM credit WHERE account_id = :account AND currency = :currency")
                    .bind("account", account)
                    .bind("currency", currency)
                    .mapTo(UUID.class)
                    .one();
        });
    }

    UUID insertCard(GiftCode code, String currency, @Nullable LocalDate expires, String batch) {
        var id = Ids.next();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO credit (id, kind, code_hash, code_end, currency, expires_on, batch)
                        VALUES (:id, 'GIFT_CARD', :hash, :end, :currency, :expires, :batch)""")
                .bind("id", id)
                .bind("hash", code.hash())
                .bind("end", code.end())
                .bind("currency", currency)
                .bind("expires", expires)
                .bind("batch", batch)
                .execute());
        return id;
    }

    Optional<Row> byCode(GiftCode code) {
        return database.call(sql -> sql.createQuery("SELECT * FROM credit WHERE code_hash = :hash")
                .bind("hash", code.hash())
                .mapTo(Row.class)
                .findOne());
    }

    void block(UUID id, boolean blocked) {
        database.call(sql -> sql.createUpdate("UPDATE credit SET blocked = :blocked WHERE id = :id")
                .bind("blocked", blocked)
                .bind("id", id)
                .execute());
    }

    private static List<UUID> ids(List<CreditShare> shares) {
        return shares.stream().map(CreditShare::credit).toList();
    }

    private static List<Long> amounts(List<CreditShare> shares) {
        return shares.stream().map(share -> share.amount().minorUnits()).toList();
    }
}
