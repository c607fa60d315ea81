package dev.galleria.ledger;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes transactions, one statement each, and reads what an order still has. */
@ApplicationScoped
class LedgerStore {
    @Inject
    Database database;

    /** A transaction to be posted. */
    record Txn(
            String kind,
            String reference,
            @Nullable UUID order,
            @Nullable UUID payment,
            Currency currency,
            List<Entry> entries,
            List<Commission.Explained> explanation) {
        Txn(
                String kind,
                String reference,
                @Nullable UUID order,
                @Nullable UUID payment,
                Currency currency,
                List<Entry> entries) {
            this(kind, reference, order, payment, currency, entries, List.of());
        }
    }

    private record Planned(UUID sellerId, long goodsMinor, long shippingMinor, long taxMinor) {}

    /** Whether this call has posted it; false if that kind and reference were posted before. */
    boolean post(Txn txn) {
        if (txn.entries().isEmpty()) {
            return false;
        }
        var lines = txn.entries();
        return database.call(sql -> sql.createUpdate(
                                """
                        WITH txn AS (
                            INSERT INTO ledger_txn (id, kind, reference, purchase_id, payment_id, currency, explanation)
                            VALUES (:id, :kind, :reference, :order, :payment, :currency, CAST(:explanation AS jsonb))
                            ON CONFLICT (kind, reference) DO NOTHING RETURNING id)
                        INSERT INTO ledger_entry (txn_id, account, party, amount_minor)
                        SELECT txn.id, line.account, line.party, line.amount
                          FROM txn, unnest(:accounts, :parties, :amounts) AS line (account, party, amount)""")
                        .bind("id", Ids.next())
                        .bind("kind", txn.kind())
                        .bind("reference", txn.reference())
                        .bindByType("order", txn.order(), UUID.class)
                        .bindByType("payment", txn.payment(), UUID.class)
                        .bind("currency", txn.currency().getCurrencyCode())
                        .bind("explanation", Json.write(txn.explanation()))
                        .bindArray(
                                "accounts",
                                String.class,
                                lines.stream()
                                        .map(line -> line.account().name())
                                        .toList())
                        .bindArray(
                                "parties",
                                String.class,
                                lines.stream().map(Entry::party).toList())
                        .bindArray(
                                "amounts",
                                Long.class,
                                lines.stream().map(Entry::amountMinor).toList())
                        .execute()
                > 0);
    }

    /** The order that a payment's order posting names. */
    Optional<UUID> orderOf(UUID payment) {
        return database.call(sql -> sql.createQuery(
                        "SELECT purchase_id FROM ledger_txn WHERE kind = 'ORDER' AND payment_id = :payment")
                .bind("payment", payment)
                .mapTo(UUID.class)
                .findOne());
    }

    boolean knows(String kind, String reference) {
        return database.call(sql -> sql.createQuery(
                        "SELECT count(*) > 0 FROM ledger_txn WHERE kind = :kind AND reference = :reference")
                .bind("kind", kind)
                .bind("reference", reference)
                .mapTo(boolean.class)
                .one());
    }

    /** What is subtracted from one order is subtracted one after the other. */
    void lock(UUID order) {
        database.call(sql -> sql.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:order, 2))")
                .bind("order", order.toString())
                .mapTo(int.class)
                .one());
    }

    /** What the accounts that the order was divided among still have of it. */
    List<Reversal.Left> left(UUID order) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT e.account, e.party, -sum(e.amount_minor) AS minor
                          FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id
                         WHERE t.purchase_id = :order AND e.account IN ('SELLER', 'COMMISSION', 'SHIPPING', 'TAX')
                         GROUP BY e.account, e.party HAVING sum(e.amount_minor) < 0 ORDER BY e.account, e.party""")
                .bind("order", order)
                .mapTo(Reversal.Left.class)
                .list());
    }

    void plan(String purpose, List<Share> shares) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO ledger_plan (purpose, seller_id, goods_minor, shipping_minor, tax_minor)
                    VALUES (:purpose, :seller, :goods, :shipping, :tax) ON CONFLICT DO NOTHING""");
            for (var share : shares) {
                batch.bind("purpose", purpose)
                        .bind("seller", share.seller().value())
                        .bind("goods", share.goods().minorUnits())
                        .bind("shipping", share.shipping().minorUnits())
                        .bind("tax", share.tax().minorUnits())
                        .add();
            }
            return batch.size() == 0 ? new int[0] : batch.execute();
        });
    }

    List<Share> planned(String purpose, Currency currency) {
        return database
                .call(sql -> sql.createQuery(
                                """
                        SELECT seller_id, goods_minor, shipping_minor, tax_minor FROM ledger_plan
                         WHERE purpose = :purpose ORDER BY seller_id""")
                        .bind("purpose", purpose)
                        .mapTo(Planned.class)
                        .list())
                .stream()
                .map(row -> new Share(
                        new SellerId(row.sellerId()),
                        new Money(row.goodsMinor(), currency),
                        new Money(row.shippingMinor(), currency),
                        new Money(row.taxMinor(), currency)))
                .toList();
    }
}
