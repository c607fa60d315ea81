package dev.galleria.inventory.notices;

import dev.galleria.account.Emails;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Supply;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to hear when an offer can be had again. An address that is not known to be the visitor's own must be confirmed
 * first. Each request is answered by one mail, in the order of confirmation, and within a day no more are told than there
 * are units to be had.
 */
@ApplicationScoped
@Transactional
public class StockRequests {
    private static final String PURPOSE = "stock-request";
    private static final int AT_ONCE = 50;
    private static final int OFFERS = 200;

    @Inject
    Database database;

    @Inject
    Inventory inventory;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    Tenancy tenancy;

    /** What becomes of a wish. */
    public enum Answer {
        /** A mail asks whether the address is right. */
        ASKED,
        /** The mail will come. */
        WAITING,
        /** It can be had already. */
        AVAILABLE,
        /** That is no address. */
        INVALID
    }

    /** One wish. */
    public record Request(UUID id, OfferId offer, String email, Locale locale, State state) {}

    /** How far a wish has come. */
    public enum State {
        /** Not confirmed yet. */
        ASKED,
        WAITING,
        /** The mail has been sent. */
        TOLD,
        /** No longer wanted. */
        ENDED
    }

    private record Row(UUID id, UUID offerId, String email, String locale, String state) {
        Request asRequest() {
            return new Request(id, new OfferId(offerId), email, Locale.forLanguageTag(locale), State.valueOf(state));
        }
    }

    /**
     * Takes a wish. The answer does not tell whether the address had wished before. An address that is the signed-in
     * visitor's own (null: nobody is signed in) needs no confirmation.
     */
    public Answer ask(OfferId offer, String address, @Nullable String ownAddress, Locale locale) {
        var email = Emails.normalize(address);
        if (email.isEmpty()) {
            return Answer.INVALID;
        }
        if (orderable(offer) > 0) {
            return Answer.AVAILABLE;
        }
        boolean own = ownAddress != null && email.get().equalsIgnoreCase(ownAddress);
        var id = Ids.next();
        var added = database.call(sql -> sql.createQuery(
                        """
                        INSERT INTO stock_request (id, offer_id, email, locale, state, confirmed_at)
                        VALUES (:id, :offer, :email, :locale, :state, CASE WHEN :own THEN clock_timestamp() END)
                        ON CONFLICT (offer_id, lower(email)) WHERE state IN ('ASKED', 'WAITING')
                        DO UPDATE SET state = CASE WHEN :own THEN 'WAITING' ELSE stock_request.state END,
                               confirmed_at = coalesce(stock_request.confirmed_at, excluded.confirmed_at)
                        RETURNING id""")
                .bind("id", id)
                .bind("offer", offer.value())
                .bind("email", email.get())
                .bind("locale", locale.toLanguageTag())
                .bind("state", own ? "WAITING" : "ASKED")
                .bind("own", own)
                .mapTo(UUID.class)
                .one());
        if (!own && added.equals(id)) {
            outbox.publish(new StockRequestAsked(Ids.next(), clock.instant(), id));
        }
        return own ? Answer.WAITING : Answer.ASKED;
    }

    /** What the mail's links carry; nobody else can make it. */
    public String token(UUID request) {
        return request + "." + Secrets.derive(PURPOSE, tenancy.current().id() + " " + request);
    }

    /** The wish that a token was made for. */
    public Optional<Request> byToken(String token) {
        int dot = token.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Ids.parse(token.substring(0, dot))
                        .filter(id -> Secrets.same(token(id), token))
                        .flatMap(this::find);
    }

    public Optional<Request> find(UUID id) {
        return database.call(
                sql -> sql.createQuery("SELECT id, offer_id, email, locale, state FROM stock_request WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Row.class)
                        .findOne()
                        .map(Row::asRequest));
    }

    /** The address is right. Repeating it, or confirming what is over, changes nothing. */
    public void confirm(String token) {
        var request = known(token);
        database.call(sql -> sql.execute(
                "UPDATE stock_request SET state = 'WAITING', confirmed_at = clock_timestamp() WHERE id = ? AND state = 'ASKED'",
                request.id()));
    }

    /** No mail is wanted any more. */
    public void end(String token) {
        var request = known(token);
        database.call(sql -> sql.execute(
                "UPDATE stock_request SET state = 'ENDED' WHERE id = ? AND state IN ('ASKED', 'WAITING')",
                request.id()));
    }

    private Request known(String token) {
        return byToken(token).orElseThrow(() -> Problem.notFound("inventory/unknown-request", "token"));
    }

    /** How many wait for an offer. */
    public int waiting(OfferId offer) {
        return database.call(sql -> sql.createQuery(
                        "SELECT count(*) FROM stock_request WHERE offer_id = :offer AND state = 'WAITING'")
                .bind("offer", offer.value())
                .mapTo(int.class)
                .one());
    }

    /** The offers that somebody waits for. */
    List<OfferId> wanted() {
        return database.call(sql -> sql.createQuery(
                        "SELECT DISTINCT offer_id FROM stock_request WHERE state = 'WAITING' LIMIT :most")
                .bind("most", OFFERS)
                .mapTo(UUID.class)
                .map(OfferId::new)
                .list());
    }

    /** Tells whoever's turn it is for one offer, and how many that were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int tell(OfferId offer) {
        return database.call(sql -> {
            // One node at a time counts who has been told.
            sql.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:offer, 1))")
                    .bind("offer", offer.toString())
                    .mapTo(int.class)
                    .one();
            int told = sql.createQuery(
                            "SELECT count(*) FROM stock_request WHERE offer_id = :offer AND state = 'TOLD' AND told_at > now() - interval '1 day'")
                    .bind("offer", offer.value())
                    .mapTo(int.class)
                    .one();
            int turn = Math.min(AT_ONCE, orderable(offer) - told);
            if (turn <= 0) {
                return 0;
            }
            var next = sql.createQuery(
                            """
                            UPDATE stock_request SET state = 'TOLD', told_at = clock_timestamp()
                             WHERE id IN (SELECT id FROM stock_request WHERE offer_id = :offer AND state = 'WAITING'
                                           ORDER BY confirmed_at, id LIMIT :turn FOR UPDATE)
                            RETURNING id""")
                    .bind("offer", offer.value())
                    .bind("turn", turn)
                    .mapTo(UUID.class)
                    .list();
            next.forEach(id -> outbox.publish(new BackInStock(Ids.next(), clock.instant(), id)));
            return next.size();
        });
    }

    /** Forgets addresses that are no longer needed. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int forget() {
        return database.call(
                sql -> sql.execute(
                        """
                DELETE FROM stock_request WHERE state = 'ASKED' AND asked_at < now() - interval '7 days'
                    OR state = 'ENDED' AND asked_at < now() - interval '7 days' OR state = 'TOLD' AND told_at < now() - interval '30 days'"""));
    }

    private int orderable(OfferId offer) {
        return inventory.supply(List.of(offer)).getOrDefault(offer, Supply.NONE).orderable();
    }
}
