package dev.galleria.payment.credit;

import dev.galleria.account.Account;
import dev.galleria.account.Accounts;
import dev.galleria.account.Role;
import dev.galleria.ledger.Books;
import dev.galleria.payment.credit.CreditStore.Row;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credit as the marketplace's own people give it; a seller or a shopper is a Problem (FORBIDDEN). */
@ApplicationScoped
@Transactional
public class CreditOffice {
    /** More cards than this are not issued at once. */
    public static final int MOST_CARDS = 500;

    private static final int LONGEST_REASON = 200;
    private static final int SHOWN = 100;

    @Inject
    Database database;

    @Inject
    CreditStore store;

    @Inject
    Books books;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** A credit in the list: a card by the end of its code, store credit by its account's address. */
    public record Listed(
            UUID id,
            CreditKind kind,
            String name,
            Money balance,
            boolean blocked,
            @Nullable LocalDate expiresOn,
            String batch,
            Instant createdAt) {}

    /** The newest 100 cards and credits. */
    public List<Listed> list(Account by) {
        requireStaff(by);
        var rows = database.call(
                sql -> sql.createQuery("SELECT * FROM credit ORDER BY created_at DESC, id DESC LIMIT :limit")
                        .bind("limit", SHOWN)
                        .mapTo(Row.class)
                        .list());
        return rows.stream().map(this::listed).toList();
    }

    private Listed listed(Row row) {
        var account = row.accountId();
        var name = account == null
                ? "…" + row.codeEnd()
                : accounts.find(new dev.galleria.account.AccountId(account))
                        .map(Account::email)
                        .orElse(account.toString());
        return new Listed(
                row.id(),
                row.kind(),
                name,
                row.balance(),
                row.blocked(),
                row.expiresOn(),
                row.batch() == null ? "" : row.batch(),
                row.createdAt());
    }

    /**
     * Gives an account store credit, or takes some of it back (a negative amount). Nothing, no reason or one of more than 200
     * characters, more than there is: a Problem (REFUSED). An unknown address is a Problem (NOT_FOUND).
     */
    public void grant(Account by, String email, Money amount, String reason) {
        requireStaff(by);
        var why = reason.strip();
        if (amount.isZero() || why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Problem.refused("credit/grant", amount);
        }
        var owner = accounts.findByEmail(email.strip()).orElseThrow(() -> Problem.notFound("credit/account", email));
        var credit = store.ofAccount(owner.id().value(), amount.currency().getCurrencyCode());
        var reference = Ids.next();
        var kind = amount.minorUnits() > 0 ? "GRANT" : "REVOKE";
        if (!store.add(credit, kind, amount.minorUnits(), reference.toString(), why, by.email())) {
            throw Problem.refused("credit/not-enough", amount);
        }
        books.granted(reference, CreditKind.STORE_CREDIT.liability(), amount);
    }

    /**
     * Issues gift cards of one worth and gives their codes, which are never shown again. No worth, none or more than 500 cards,
     * a day that is over: a Problem (REFUSED).
     */
    public List<GiftCode> issue(Account by, Money worth, int count, @Nullable LocalDate expires, String batch) {
        requireStaff(by);
        var name = batch.strip();
        if (worth.minorUnits() <= 0 || count < 1 || count > MOST_CARDS || name.length() > LONGEST_REASON) {
            throw Problem.refused("credit/issue", count + " of " + worth);
        }
        if (expires != null && expires.isBefore(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))) {
            throw Problem.refused("credit/expired", expires);
        }
        var codes = new ArrayList<GiftCode>();
        var reference = Ids.next();
        for (int i = 0; i < count; i++) {
            var code = GiftCode.random();
            var card = store.insertCard(code, worth.currency().getCurrencyCode(), expires, name);
            store.add(card, "GRANT", worth.minorUnits(), reference.toString(), name, by.email());
            codes.add(code);
        }
        books.granted(reference, CreditKind.GIFT_CARD.liability(), worth.times(count));
        return codes;
    }

    /** Keeps a card from being used, or lets it be used again. */
    public void block(Account by, UUID credit, boolean blocked) {
        requireStaff(by);
        store.block(credit, blocked);
    }

    private static void requireStaff(Account by) {
        if (!by.is(Role.OWNER) && !by.is(Role.STAFF)) {
            throw Problem.forbidden("credit/staff", by.id());
        }
    }
}
