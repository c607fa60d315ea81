package dev.galleria.payment;

import dev.galleria.ledger.Books;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of payments. Every method is one short transaction, before or after a gateway is called, never around
 * it; changes happen under the payment's row lock. What reads entities has a transaction, too: without one the entity manager
 * belongs to the thread, and one that an outage has closed stays closed for as long as a job's thread lives.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PaymentBook {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Books books;

    @Inject
    Clock clock;

    /** A payment as it was found, with what is needed to call its gateway. */
    record Found(PaymentStatus status, Attempt attempt, @Nullable String url, boolean cancelAsked) {
        static Found of(Payment payment) {
            return new Found(payment.status(), payment.attempt(), payment.sessionUrl(), payment.cancelAsked());
        }
    }

    /** The attempt that a checkout now has, and whether this call has made it. */
    record Claim(Found found, boolean made) {}

    /** The checkout's standing attempt, or a new one. Of two calls at once the second finds what the first has made. */
    Claim claim(BeginPayment wish) {
        database.call(sql -> sql.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:checkout, 1))")
                .bind("checkout", wish.checkoutId().toString())
                .mapTo(int.class)
                .one());
        var standing = standing(wish.checkoutId());
        if (standing.isPresent()) {
            return new Claim(Found.of(standing.get()), false);
        }
        var payment = new Payment(
                Ids.next(),
                wish.checkoutId(),
                wish.gateway(),
                wish.amount(),
                Json.write(Display.of(wish)),
                clock.instant());
        entities.persist(payment);
        return new Claim(Found.of(payment), true);
    }

    /** Whether an attempt to pay that checkout has not ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean stands(UUID checkoutId) {
        return standing(checkoutId).isPresent();
    }

    /** A promise at once. The checkout is locked by whoever calls, and no other attempt stands. */
    @Transactional(Transactional.TxType.MANDATORY)
    PaymentStatus promise(BeginPayment wish) {
        var now = clock.instant();
        var payment = new Payment(
                Ids.next(), wish.checkoutId(), wish.gateway(), wish.amount(), Json.write(Display.of(wish)), now);
        payment.apply(new Outcome.Promised(), now);
        entities.persist(payment);
        entities.flush();
        return payment.status();
    }

    private Optional<Payment> standing(UUID checkoutId) {
        return entities.createQuery(
                        "SELECT p FROM Payment p WHERE p.checkoutId = :checkout AND p.surplus = false AND p.state NOT IN :ended",
                        Payment.class)
                .setParameter("checkout", checkoutId)
                .setParameter("ended", List.of(PaymentState.FAILED, PaymentState.CANCELED))
                .getResultStream()
                .findFirst();
    }

    @Transactional(Transactional.TxType.REQUIRED)
    Found find(PaymentId id) {
        var payment = entities.find(Payment.class, id.value());
        if (payment == null) {
            throw Problem.notFound("payment/unknown", id.value());
        }
        return Found.of(payment);
    }

    @Transactional(Transactional.TxType.REQUIRED)
    Optional<PaymentStatus> newestOf(UUID checkoutId) {
        return entities.createQuery(
                        "SELECT p FROM Payment p WHERE p.checkoutId = :checkout ORDER BY p.createdAt DESC, p.id DESC",
                        Payment.class)
                .setParameter("checkout", checkoutId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Payment::status);
    }

    @Transactional(Transactional.TxType.REQUIRED)
    Optional<PaymentId> bySession(String sessionRef) {
        return entities.createQuery("SELECT p FROM Payment p WHERE p.sessionRef = :session", Payment.class)
                .setParameter("session", sessionRef)
                .getResultStream()
                .findFirst()
                .map(payment -> new PaymentId(payment.id()));
    }

    @Transactional(Transactional.TxType.REQUIRED)
    boolean exists(UUID id) {
        return entities.find(Payment.class, id) != null;
    }

    /** Records what the gateway has said, and tells of it if that has changed anything. */
    Found record(PaymentId id, Outcome outcome) {
        var payment = lock(id);
        var now = clock.instant();
        var change = payment.apply(outcome, now);
        entities.flush();
        if (change == Payment.Change.CAPTURED) {
            books.captured(payment.id(), payment.gateway(), payment.amount());
        }
        tell(payment, change, now);
        return Found.of(payment);
    }

    void abandon(PaymentId id) {
        lock(id).abandon(clock.instant());
    }

    Found askCancel(PaymentId id) {
        var payment = lock(id);
        payment.askCancel();
        return Found.of(payment);
    }

    /** Locked: nobody gives it up before the caller's transaction has ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<PaymentStatus> secured(PaymentId id) {
        var payment = lock(id);
        return Optional.of(payment.status())
                .filter(status -> status.state().secured())
                .filter(status -> status.state() == PaymentState.CAPTURED || !payment.cancelAsked());
    }

    /** Whether there is a promise that is now given up. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean giveUp(PaymentId id) {
        var payment = lock(id);
        boolean promised = payment.state() == PaymentState.AUTHORIZED;
        if (promised) {
            payment.askCancel();
            entities.flush();
        }
        return promised;
    }

    @Transactional(Transactional.TxType.REQUIRED)
    PaymentStatus collect(PaymentId id, Money cash) {
        var payment = lock(id);
        if (payment.collect(cash, clock.instant())) {
            entities.flush();
            books.collected(payment.id(), payment.gateway(), cash);
        }
        return payment.status();
    }

    /** Notes what credit has paid of the order that stands on this payment. */
    @Transactional(Transactional.TxType.MANDATORY)
    void addCredit(PaymentId id, Money credit) {
        lock(id).addCredit(credit);
        entities.flush();
    }

    /** Those of which only the gateway can tell how they end and that are due to be asked for. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<PaymentId> due(int limit) {
        return database
                .call(sql -> sql.createQuery(
                                """
                        (SELECT id FROM payment WHERE state IN ('CREATED', 'PENDING', 'UNKNOWN') AND retry_at <= :now
                          ORDER BY retry_at LIMIT :limit)
                        UNION ALL (SELECT id FROM payment WHERE state = 'AUTHORIZED' AND cancel_asked LIMIT :limit)""")
                        .bind("now", clock.instant())
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list())
                .stream()
                .map(PaymentId::new)
                .toList();
    }

    private Payment lock(PaymentId id) {
        var payment = entities.find(Payment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (payment == null) {
            throw Problem.notFound("payment/unknown", id.value());
        }
        return payment;
    }

    private void tell(Payment payment, Payment.Change change, Instant now) {
        var id = new PaymentId(payment.id());
        switch (change) {
            case CAPTURED ->
                outbox.publish(new PaymentCaptured(Ids.next(), now, id, payment.checkoutId(), payment.amount()));
            case AUTHORIZED ->
                outbox.publish(new PaymentAuthorized(Ids.next(), now, id, payment.checkoutId(), payment.amount()));
            case ENDED -> outbox.publish(new PaymentFailed(Ids.next(), now, id, payment.checkoutId(), payment.state()));
            case NONE -> {}
        }
    }
}
