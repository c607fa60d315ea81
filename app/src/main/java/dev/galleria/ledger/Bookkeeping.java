package dev.galleria.ledger;

import dev.galleria.account.Account;
import dev.galleria.account.Role;
import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the books. What the marketplace's own people may see or set is a Problem (FORBIDDEN) for everybody else. */
@ApplicationScoped
@Transactional
public class Bookkeeping {
    private static final int NEWEST = 50;
    private static final Type EXPLAINED = new ArrayList<Commission.Explained>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    @Inject
    CommissionRates rates;

    /** A transaction as it was posted: debits and credits are equal. */
    public record Posted(
            String kind, Instant at, Money sum, List<Line> lines, List<Commission.Explained> explanation) {}

    /** One side of a line is nothing. */
    public record Line(BookAccount account, String party, Money debit, Money credit) {}

    /** What a seller has in one currency: owed = goods + shipping. The commission was kept, the tax goes to the state. */
    public record SellerBalance(Money goods, Money shipping, Money owed, Money commission, Money tax) {}

    /** Something that has changed what a seller is owed. */
    public record SellerMove(Instant at, String kind, @Nullable UUID order, Money amount) {}

    /** A seller's rate in basis points; nobody's is the one that holds for all that have none. */
    public record Rate(Optional<SellerId> seller, int basisPoints) {}

    private record Row(
            UUID id,
            String kind,
            Instant postedAt,
            String currency,
            String explanation,
            BookAccount account,
            String party,
            long amountMinor) {
        Line line() {
            var zero = Money.ofMinor(0, currency);
            return amountMinor > 0
                    ? new Line(account, party, Money.ofMinor(amountMinor, currency), zero)
                    : new Line(account, party, zero, Money.ofMinor(-amountMinor, currency));
        }
    }

    private record Sum(BookAccount account, String party, String currency, long minor) {}

    private record MoveRow(Instant postedAt, String kind, @Nullable UUID purchaseId, String currency, long minor) {}

    /** All that was posted about an order, its payment included, oldest first. */
    public List<Posted> ofOrder(Account by, UUID order) {
        requireStaff(by);
        var rows = database.call(sql -> sql.createQuery(
                        """
                        SELECT t.id, t.kind, t.posted_at, t.currency, t.explanation::text AS explanation,
                               e.account, e.party, e.amount_minor
                          FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id
                         WHERE t.purchase_id = :order
                            OR t.kind IN ('CAPTURE', 'COLLECT') AND t.reference IN
                               (SELECT o.payment_id::text FROM ledger_txn o WHERE o.kind = 'ORDER' AND o.purchase_id = :order)
                         ORDER BY t.posted_at, t.id, e.amount_minor DESC, e.account, e.party""")
                .bind("order", order)
                .mapTo(Row.class)
                .list());
        var byTransaction = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(row ->
                byTransaction.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byTransaction.values().stream().map(Bookkeeping::posted).toList();
    }

    private static Posted posted(List<Row> rows) {
        var first = rows.get(0);
        var lines = rows.stream().map(Row::line).toList();
        var sum = lines.stream().map(Line::debit).reduce(Money.ofMinor(0, first.currency()), Money::plus);
        return new Posted(first.kind(), first.postedAt(), sum, lines, Json.read(first.explanation(), EXPLAINED));
    }

    /** What stands in each account now, gateways apart, sellers together. The sums of both sides are equal by currency. */
    public List<Line> trialBalance(Account by) {
        requireStaff(by);
        return database
                .call(sql -> sql.createQuery(
                                """
                        SELECT e.account, CASE e.account WHEN 'CLEARING' THEN e.party ELSE '' END AS party, t.currency,
                               sum(e.amount_minor) AS minor
                          FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id GROUP BY 1, 2, 3""")
                        .mapTo(Sum.class)
                        .list())
                .stream()
                .sorted(java.util.Comparator.comparing(Sum::currency)
                        .thenComparing(Sum::account)
                        .thenComparing(Sum::party))
                .map(sum -> new Row(
                                new UUID(0, 0),
                                "",
                                Instant.EPOCH,
                                sum.currency(),
                                "",
                                sum.account(),
                                sum.party(),
                                sum.minor())
                        .line())
                .toList();
    }

    /** What a seller is owed, by currency. */
    public List<SellerBalance> balances(SellerId seller) {
        var sums = database.call(sql -> sql.createQuery(
                        """
                        SELECT e.account, e.party, t.currency, -sum(e.amount_minor) AS minor
                          FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id
                         WHERE e.account IN ('SELLER', 'SHIPPING', 'COMMISSION', 'TAX') AND e.party = :seller
                         GROUP BY 1, 2, 3 ORDER BY 3""")
                .bind("seller", seller.toString())
                .mapTo(Sum.class)
                .list());
        var currencies = sums.stream().map(Sum::currency).distinct().toList();
        return currencies.stream().map(currency -> balance(sums, currency)).toList();
    }

    private static SellerBalance balance(List<Sum> sums, String currency) {
        Function<BookAccount, Money> of = account -> Money.ofMinor(
                sums.stream()
                        .filter(sum -> sum.currency().equals(currency) && sum.account() == account)
                        .mapToLong(Sum::minor)
                        .sum(),
                currency);
        var goods = of.apply(BookAccount.SELLER);
        var shipping = of.apply(BookAccount.SHIPPING);
        return new SellerBalance(
                goods, shipping, goods.plus(shipping), of.apply(BookAccount.COMMISSION), of.apply(BookAccount.TAX));
    }

    /** The newest 50 changes of what a seller is owed. */
    public List<SellerMove> moves(SellerId seller) {
        return database
                .call(sql -> sql.createQuery(
                                """
                        SELECT t.posted_at, t.kind, t.purchase_id, t.currency, -sum(e.amount_minor) AS minor
                          FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id
                         WHERE e.account IN ('SELLER', 'SHIPPING') AND e.party = :seller
                         GROUP BY t.id ORDER BY t.posted_at DESC, t.id DESC LIMIT :limit""")
                        .bind("seller", seller.toString())
                        .bind("limit", NEWEST)
                        .mapTo(MoveRow.class)
                        .list())
                .stream()
                .map(row -> new SellerMove(
                        row.postedAt(), row.kind(), row.purchaseId(), Money.ofMinor(row.minor(), row.currency())))
                .toList();
    }

    /** The commission rates that hold now, the general one first. */
    public List<Rate> rates(Account by) {
        requireStaff(by);
        return rates.list().stream()
                .map(rate -> new Rate(Optional.ofNullable(rate.sellerId()).map(SellerId::new), rate.basisPoints()))
                .toList();
    }

    /** The rate that holds for a seller's next order, in basis points. */
    public int rate(SellerId seller) {
        return rates.current(List.of(seller)).get(seller);
    }

    /** Sets a rate for orders from now on; nobody's is the general one. Outside 0..10000: a Problem (REFUSED). */
    public void setRate(Account by, Optional<SellerId> seller, int basisPoints) {
        requireStaff(by);
        if (basisPoints < 0 || basisPoints > Commission.WHOLE) {
            throw Problem.refused("ledger/rate", basisPoints);
        }
        rates.set(seller.map(SellerId::value).orElse(null), basisPoints, by.email());
    }

    private static void requireStaff(Account by) {
        if (!by.is(Role.OWNER) && !by.is(Role.STAFF)) {
            throw Problem.forbidden("ledger/staff", by.id());
        }
    }
}
