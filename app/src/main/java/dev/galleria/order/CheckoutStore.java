package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.cart.CartKey;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checkouts in the database. New rows and times are written by SQL, changes of state through the entity. */
@ApplicationScoped
class CheckoutStore {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    /** The token of a checkout can be made again from its id; only its hash is stored. */
    static String token(CheckoutId id) {
        return Secrets.derive("checkout-token", id.toString());
    }

    /** The live checkout of that cart, made if there is none. */
    CheckoutId begin(
            CartKey cart, @Nullable AccountId account, @Nullable String email, Locale locale, Currency currency) {
        var id = new CheckoutId(Ids.next());
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO checkout (id, cart_id, account_id, state, locale, currency, email, hold_id,
                                              token_hash)
                        VALUES (:id, :cart, :account, 'OPEN', :locale, :currency, :email, :id, :hash)
                        ON CONFLICT (cart_id) WHERE state IN ('OPEN', 'PAYING') DO NOTHING""")
                .bind("id", id.value())
                .bind("cart", cart.value())
                .bindByType("account", account == null ? null : account.value(), UUID.class)
                .bind("locale", locale.toLanguageTag())
                .bind("currency", currency.getCurrencyCode())
                .bind("email", email)
                .bind("hash", Secrets.hash(token(id)))
                .execute());
        return database.call(sql -> sql.createQuery(
                        """
                        UPDATE checkout SET locale = :locale, currency = :currency, version = version + 1
                         WHERE cart_id = :cart AND state IN ('OPEN', 'PAYING') RETURNING id""")
                .bind("cart", cart.value())
                .bind("locale", locale.toLanguageTag())
                .bind("currency", currency.getCurrencyCode())
                .mapTo(UUID.class)
                .map(CheckoutId::new)
                .one());
    }

    /** A checkout and the cart that it is to sell. */
    public record Named(UUID id, String cartId) {}

    /** A Problem (NOT_FOUND) for a token that no checkout has. */
    Named byToken(String token) {
        return database.call(sql -> sql.createQuery("SELECT id, cart_id FROM checkout WHERE token_hash = :hash")
                        .bind("hash", Secrets.hash(token))
                        .mapTo(Named.class)
                        .findOne())
                .orElseThrow(() -> Problem.notFound("checkout/unknown", "no such token"));
    }

    /** As it is, for reading inside a transaction. */
    Checkout read(CheckoutId id) {
        var checkout = entities.find(Checkout.class, id.value());
        if (checkout == null) {
            throw Problem.notFound("checkout/unknown", id);
        }
        return checkout;
    }

    /** For a change: whoever else wants to change it waits. */
    Checkout lock(CheckoutId id) {
        var checkout = entities.find(Checkout.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (checkout == null) {
            throw Problem.notFound("checkout/unknown", id);
        }
        return checkout;
    }

    /** Writes what has been changed, so that SQL sees it. */
    void flush() {
        entities.flush();
    }

    /** Notes until when the attempt's stock is held, and has somebody look at it before: it may have been cut off at once. */
    void held(CheckoutId id, Instant until, Duration firstLook) {
        database.call(sql -> sql.execute(
                """
                UPDATE checkout SET held_until = ?, look_at = now() + ? * interval '1 second', changed_at = now()
                 WHERE id = ?""",
                until,
                firstLook.toSeconds(),
                id.value()));
    }

    /** Whether the attempt's time is not over yet; then it is looked at again when it is. */
    boolean waits(CheckoutId id) {
        return database.call(sql -> sql.execute(
                        """
                        UPDATE checkout SET look_at = held_until WHERE id = ? AND state = 'PAYING' AND held_until > now()""",
                        id.value()))
                > 0;
    }

    void lookIn(CheckoutId id, Duration wait) {
        database.call(sql -> sql.execute(
                "UPDATE checkout SET look_at = now() + ? * interval '1 second' WHERE id = ?",
                wait.toSeconds(),
                id.value()));
    }

    /** Unpaid checkouts whose time is over by the database's clock, the longest waiting first. */
    List<CheckoutId> due(int most) {
        return database.call(sql -> sql.createQuery(
                        "SELECT id FROM checkout WHERE state = 'PAYING' AND look_at < now() ORDER BY look_at LIMIT :most")
                .bind("most", most)
                .mapTo(UUID.class)
                .map(CheckoutId::new)
                .list());
    }

    /** How many unpaid checkouts hold stock. */
    public record Held(int byPerson, int byClient) {}

    /** How many of them are for that e-mail address, and how many from that client. */
    Held held(String email, String client) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT (SELECT count(*) FROM checkout WHERE state = 'PAYING' AND lower(email) = lower(:email)) AS by_person,
                               (SELECT count(*) FROM checkout WHERE state = 'PAYING' AND client = :client) AS by_client""")
                .bind("email", email)
                .bind("client", client)
                .mapTo(Held.class)
                .one());
    }

    /** Ends checkouts that nobody has touched for long, and forgets who wanted to buy. */
    int forgetOld() {
        return database.call(
                sql -> sql.execute(
                        """
                UPDATE checkout SET state = 'ABANDONED', email = NULL, address = NULL, client = NULL,
                                    version = version + 1, changed_at = now()
                 WHERE state = 'OPEN' AND pay_key IS NULL AND changed_at < now() - interval '14 days'"""));
    }
}
