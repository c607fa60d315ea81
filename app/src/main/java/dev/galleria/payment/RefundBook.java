package dev.galleria.payment;

import dev.galleria.account.AccountId;
import dev.galleria.ledger.Books;
import dev.galleria.ledger.RefundFact;
import dev.galleria.payment.credit.Credits;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is recorded of refunds: asked for in the transaction of whoever wants them, settled in short ones of their own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class RefundBook {
    /** Orders keep account of these and try them again themselves, as refunds of their own. */
    private static final String OF_ORDER = "order-refund:";

    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Books books;

    @Inject
    Credits credits;

    @Inject
    Clock clock;

    /** A refund that is still to be settled, with what is needed to call its gateway. */
    record Open(String gateway, RefundAttempt attempt) {}

    /** Records the wish and sets its money aside, both or none; the same purpose gives the first answer. */
    @Transactional(Transactional.TxType.REQUIRED)
    Refunding ask(PaymentId id, Money amount, String purpose, String reason, @Nullable AccountId asCredit) {
        var payment = entities.find(Payment.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (payment == null) {
            throw Problem.notFound("payment/unknown", id.value());
        }
        var currency = payment.amount().currency().getCurrencyCode();
        var first = entities.createQuery("SELECT r FROM Refund r WHERE r.purpose = :purpose", Refund.class)
                .setParameter("purpose", purpose)
                .getResultStream()
                .findFirst();
        if (first.isPresent()) {
            if (!first.get().sameAs(id.value(), amount)) {
                throw Problem.refused("payment/purpose-reused", purpose);
            }
            return first.get().view(currency);
        }
        var fromCredit = payment.setAside(amount);
        var refund = new Refund(Ids.next(), id.value(), amount, purpose, reason, clock.instant());
        giveCredit(payment, refund, fromCredit, amount.minus(fromCredit), asCredit);
        entities.persist(refund);
        entities.flush();
        return refund.view(currency);
    }

    /** Credit is our own ledger: it is given back at once, in the transaction that asks for it. */
    private void giveCredit(
            Payment payment, Refund refund, Money fromCredit, Money fromGateway, @Nullable AccountId asCredit) {
        var byCredit = asCredit == null ? fromCredit : fromCredit.plus(fromGateway);
        if (byCredit.isZero()) {
            return;
        }
        refund.byCredit(byCredit, clock.instant());
        var reference = refund.id() + ":credit";
        books.refunded(new RefundFact(reference, payment.id(), Books.CREDIT, byCredit, refund.purpose()));
        if (!fromCredit.isZero()) {
            credits.giveBack(payment.checkoutId(), reference, fromCredit);
        }
        if (asCredit != null && !fromGateway.isZero()) {
            credits.payOut(asCredit.value(), null, refund.id() + ":out", fromGateway);
        }
        if (refund.succeeded()) {
            outbox.publish(new RefundSettled(
                    Ids.next(),
                    clock.instant(),
                    new PaymentId(payment.id()),
                    refund.id(),
                    refund.purpose(),
                    byCredit,
                    true));
        }
    }

    @Transactional(Transactional.TxType.REQUIRED)
    List<Refunding> of(PaymentId id) {
        var payment = entities.find(Payment.class, id.value());
        if (payment == null) {
            throw Problem.notFound("payment/unknown", id.value());
        }
        var currency = payment.amount().currency().getCurrencyCode();
        return entities.createQuery(
                        "SELECT r FROM Refund r WHERE r.paymentId = :payment ORDER BY r.createdAt, r.id", Refund.class)
                .setParameter("payment", id.value())
                .getResultStream()
                .map(refund -> refund.view(currency))
                .toList();
    }

    @Transactional(Transactional.TxType.REQUIRED)
    Money creditGiven(PaymentId id, String purposes) {
        var payment = entities.find(Payment.class, id.value());
        long minor = database.call(sql -> sql.createQuery(
                        "SELECT coalesce(sum(credit_minor), 0) FROM refund WHERE payment_id = :id AND starts_with(purpose, :purposes)")
                .bind("id", id.value())
                .bind("purposes", purposes)
                .mapTo(long.class)
                .one());
        return new Money(minor, payment.amount().currency());
    }

    /** The refund, unless it is settled or unknown here. */
    @Transactional(Transactional.TxType.REQUIRED)
    Optional<Open> open(UUID id) {
        return Optional.ofNullable(entities.find(Refund.class, id))
                .filter(refund -> !refund.settled())
                .map(refund -> {
                    var payment = entities.find(Payment.class, refund.paymentId());
                    var gatewayRef = payment.gatewayRef() == null ? payment.id().toString() : payment.gatewayRef();
                    var amount = Money.ofMinor(
                            refund.gatewayMinor(), payment.amount().currency().getCurrencyCode());
                    return new Open(payment.gateway(), refund.attempt(gatewayRef, amount));
                });
    }

    @Transactional(Transactional.TxType.REQUIRED)
    boolean exists(UUID id) {
        return entities.find(Refund.class, id) != null;
    }

    /** Records what the gateway has said; a refusal frees the money that was set aside. */
    void record(UUID id, RefundOutcome outcome) {
        var paymentId = entities.find(Refund.class, id).paymentId();
        // The payment first, as everywhere: two refunds of one payment do not wait for each other in a circle.
        var payment = entities.find(Payment.class, paymentId, LockModeType.PESSIMISTIC_WRITE);
        var refund = entities.find(Refund.class, id, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        if (!refund.apply(outcome, now)) {
            return;
        }
        if (!refund.succeeded()) {
            payment.giveUp(refund.gatewayMinor());
        }
        entities.flush();
        if (refund.succeeded()) {
            var sent = Money.ofMinor(
                    refund.gatewayMinor(), payment.amount().currency().getCurrencyCode());
            books.refunded(
                    new RefundFact(refund.id().toString(), payment.id(), payment.gateway(), sent, refund.purpose()));
        }
        var amount =
                Money.ofMinor(refund.amountMinor(), payment.amount().currency().getCurrencyCode());
        outbox.publish(new RefundSettled(
                Ids.next(), now, new PaymentId(paymentId), id, refund.purpose(), amount, refund.succeeded()));
    }

    @Transactional(Transactional.TxType.REQUIRED)
    boolean failed(UUID id) {
        var refund = entities.find(Refund.class, id);
        return refund != null && refund.failed();
    }

    /** Has a failed refund tried once more, its money set aside again; any other is a Problem (CONFLICT). */
    void again(UUID id) {
        reopened(id).again(clock.instant());
        entities.flush();
    }

    /** Records that a failed refund was paid back another way; any other is a Problem (CONFLICT). */
    void byHand(UUID id) {
        var refund = reopened(id);
        var now = clock.instant();
        refund.byHand(now);
        entities.flush();
        var payment = entities.find(Payment.class, refund.paymentId());
        var currency = payment.amount().currency().getCurrencyCode();
        books.refunded(new RefundFact(
                refund.id().toString(),
                payment.id(),
                payment.gateway(),
                Money.ofMinor(refund.gatewayMinor(), currency),
                refund.purpose()));
        var amount = Money.ofMinor(refund.amountMinor(), currency);
        outbox.publish(
                new RefundSettled(Ids.next(), now, new PaymentId(payment.id()), id, refund.purpose(), amount, true));
    }

    private Refund reopened(UUID id) {
        var known = entities.find(Refund.class, id);
        if (known == null) {
            throw Problem.notFound("payment/unknown", id);
        }
        var payment = entities.find(Payment.class, known.paymentId(), LockModeType.PESSIMISTIC_WRITE);
        var refund = entities.find(Refund.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!refund.failed()) {
            throw Problem.conflict("payment/not-failed", id);
        }
        if (refund.purpose().startsWith(OF_ORDER)) {
            throw Problem.refused("payment/refund-of-order", id);
        }
        // The share of credits went back when it was asked for; only the gateway's was freed.
        var again =
                Money.ofMinor(refund.gatewayMinor(), payment.amount().currency().getCurrencyCode());
        if (!payment.setAside(again).isZero()) {
            throw Problem.refused("payment/not-refundable", again);
        }
        return refund;
    }

    /** Those that are due to be asked for. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<UUID> due(int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT id FROM refund WHERE state IN ('PENDING', 'UNKNOWN') AND retry_at <= :now
                         ORDER BY retry_at LIMIT :limit""")
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }
}
