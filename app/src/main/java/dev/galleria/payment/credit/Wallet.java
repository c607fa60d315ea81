package dev.galleria.payment.credit;

import dev.galleria.account.AccountId;
import dev.galleria.payment.credit.CreditStore.Row;
import dev.galleria.platform.Database;
import dev.galleria.platform.Money;
import dev.galleria.platform.cluster.Limits;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credit as a shopper sees it: what an account has, and what a checkout is to be paid with first. */
@ApplicationScoped
@Transactional
public class Wallet {
    private static final int TRIES = 10;
    private static final Duration TRIES_IN = Duration.ofMinutes(10);
    private static final int NEWEST = 50;
    private static final String SPENDABLE =
            " AND c.balance_minor > 0 AND NOT c.blocked AND (c.expires_on IS NULL OR c.expires_on >= current_date)";

    @Inject
    Database database;

    @Inject
    CreditStore store;

    @Inject
    Limits limits;

    @Inject
    Tenancy tenancy;

    /** The answer to a gift card's code. */
    public enum Redeemed {
        ADDED,
        /** No card, or one that cannot be used here: which of them is not told. */
        UNKNOWN,
        TOO_MANY_TRIES
    }

    /** What an account has of one currency, and what has happened to it lately, newest first. */
    public record Balance(Money money, List<Movement> movements) {}

    /** Something that has changed a balance. */
    public record Movement(Instant at, String kind, Money amount, @Nullable String reason) {}

    private record Entry(Instant at, String kind, long amountMinor, @Nullable String reason) {}

    /** What could pay a checkout, and whether the shopper wants it to. */
    public record Offer(UUID credit, CreditKind kind, String label, Money balance, boolean wanted) {}

    /** The account's store credit, one balance for each currency it has ever had. */
    public List<Balance> ofAccount(AccountId account) {
        return database.call(sql -> {
            var rows = sql.createQuery("SELECT * FROM credit c WHERE c.account_id = :account ORDER BY c.currency")
                    .bind("account", account.value())
                    .mapTo(Row.class)
                    .list();
            var balances = new ArrayList<Balance>();
            for (var row : rows) {
                var movements = sql.createQuery(
                                """
                                SELECT at, kind, amount_minor, reason FROM credit_entry WHERE credit_id = :credit
                                 ORDER BY at DESC, id DESC LIMIT :limit""")
                        .bind("credit", row.id())
                        .bind("limit", NEWEST)
                        .mapTo(Entry.class)
                        .list();
                balances.add(new Balance(
                        row.balance(),
                        movements.stream()
                                .map(entry -> new Movement(
                                        entry.at(),
                                        entry.kind(),
                                        Money.ofMinor(entry.amountMinor(), row.currency()),
                                        entry.reason()))
                                .toList()));
            }
            return balances;
        });
    }

    /** What a gift card is worth now; empty where the code is unknown or tried too often by that client. */
    public Optional<Money> balance(String code, String client) {
        if (!mayTry(client)) {
            return Optional.empty();
        }
        return GiftCode.read(code)
                .flatMap(store::byCode)
                .filter(row -> !row.blocked())
                .map(Row::balance);
    }

    /** Has the checkout paid with that card first. Guessing is slowed by client. */
    public Redeemed redeem(UUID checkout, String code, String currency, String client) {
        if (!mayTry(client)) {
            return Redeemed.TOO_MANY_TRIES;
        }
        var usable = GiftCode.read(code)
                .flatMap(store::byCode)
                .filter(row -> row.currency().equals(currency) && !row.blocked() && row.balanceMinor() > 0);
        usable.ifPresent(row -> want(checkout, row.id()));
        return usable.isPresent() ? Redeemed.ADDED : Redeemed.UNKNOWN;
    }

    /** Has the checkout paid with the account's store credit first, or not. */
    public void useStoreCredit(UUID checkout, AccountId account, String currency, boolean wanted) {
        database.call(sql -> sql.createQuery(
                                "SELECT id FROM credit WHERE account_id = :account AND currency = :currency")
                        .bind("account", account.value())
                        .bind("currency", currency)
                        .mapTo(UUID.class)
                        .findOne())
                .ifPresent(credit -> {
                    if (wanted) {
                        want(checkout, credit);
                    } else {
                        leave(checkout, credit);
                    }
                });
    }

    /** Has the checkout not paid with that credit any more. */
    public void leave(UUID checkout, UUID credit) {
        database.call(sql ->
                sql.execute("DELETE FROM checkout_credit WHERE checkout_id = ? AND credit_id = ?", checkout, credit));
    }

    /** What could pay that checkout: the cards that were entered, and the store credit of whoever is signed in. */
    public List<Offer> offers(UUID checkout, @Nullable AccountId account, String currency) {
        return rows(checkout, account, currency).stream()
                .map(row -> new Offer(
                        row.id(), row.kind(), label(row), Money.ofMinor(row.balanceMinor(), currency), row.wanted()))
                .toList();
    }

    /**
     * What the wanted credits would pay of that amount: cards before store credit, those first that expire first. Store credit
     * counts only for the account whose it is.
     */
    public List<CreditShare> shares(UUID checkout, @Nullable AccountId account, Money amount) {
        var shares = new ArrayList<CreditShare>();
        long open = amount.minorUnits();
        for (var row : rows(checkout, account, amount.currency().getCurrencyCode())) {
            long part = row.wanted() ? Math.min(open, row.balanceMinor()) : 0;
            if (part > 0) {
                shares.add(new CreditShare(row.id(), row.kind(), label(row), new Money(part, amount.currency())));
                open -= part;
            }
        }
        return shares;
    }

    private record Usable(UUID id, CreditKind kind, @Nullable String codeEnd, long balanceMinor, boolean wanted) {}

    private List<Usable> rows(UUID checkout, @Nullable AccountId account, String currency) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT c.id, c.kind, c.code_end, c.balance_minor, w.credit_id IS NOT NULL AS wanted
                          FROM credit c LEFT JOIN checkout_credit w ON w.credit_id = c.id AND w.checkout_id = :checkout
                         WHERE (c.account_id = :account OR c.kind = 'GIFT_CARD' AND w.credit_id IS NOT NULL)
                           AND c.currency = :currency"""
                                + SPENDABLE + " ORDER BY c.kind, c.expires_on NULLS LAST, c.id")
                .bind("checkout", checkout)
                .bindByType("account", account == null ? null : account.value(), UUID.class)
                .bind("currency", currency)
                .mapTo(Usable.class)
                .list());
    }

    private static String label(Usable row) {
        var end = row.codeEnd();
        return end == null ? "" : end;
    }

    private void want(UUID checkout, UUID credit) {
        database.call(sql -> sql.execute(
                "INSERT INTO checkout_credit (checkout_id, credit_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                checkout,
                credit));
    }

    private boolean mayTry(String client) {
        return limits.take(tenancy.current().id() + ":gift-card:" + client, TRIES, TRIES_IN);
    }
}
