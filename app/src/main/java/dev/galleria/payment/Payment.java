package dev.galleria.payment;

import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay one checkout. CREATED → PENDING → CAPTURED; without an answer UNKNOWN in between; FAILED or CANCELED
 * without money; cash on delivery stays AUTHORIZED. Nothing goes back, but money that has come overrules every other end.
 */
@Entity
@Table(name = "payment")
class Payment {
    /** What applying an outcome has changed. */
    enum Change {
        NONE,
        AUTHORIZED,
        CAPTURED,
        ENDED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "checkout_id")
    private UUID checkoutId;

    private String gateway;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "captured_minor")
    private long capturedMinor;

    @Column(name = "refunded_minor")
    private long refundedMinor;

    @Column(name = "credit_minor")
    private long creditMinor;

    @Column(name = "credit_refunded_minor")
    private long creditRefundedMinor;

    private String currency;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    private String request;

    @Column(name = "cancel_asked")
    private boolean cancelAsked;

    private boolean surplus;

    @Column(name = "session_ref")
    @Nullable
    private String sessionRef;

    @Column(name = "session_url")
    @Nullable
    private String sessionUrl;

    @Column(name = "gateway_ref")
    @Nullable
    private String gatewayRef;

    @Column(name = "card_brand")
    @Nullable
    private String cardBrand;

    @Column(name = "card_last4")
    @Nullable
    private String cardLast4;

    @Nullable
    private String failure;

    private int attempts;

    @Column(name = "retry_at")
    @Nullable
    private Instant retryAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Payment() {} // for JPA

    Payment(UUID id, UUID checkoutId, String gateway, Money amount, String request, Instant now) {
        this.id = id;
        this.checkoutId = checkoutId;
        this.gateway = gateway;
        state = PaymentState.CREATED;
        amountMinor = amount.minorUnits();
        currency = amount.currency().getCurrencyCode();
        idempotencyKey = "galleria-payment-" + id;
        this.request = request;
        // Whole seconds, and not the database's own clock: part of the call, which must be the same when repeated.
        createdAt = Instant.ofEpochSecond(now.getEpochSecond());
        changedAt = now;
        retryAt = now.plus(Backoff.FIRST);
    }

    /** Takes in what the gateway says. Repeating it changes nothing more. */
    Change apply(Outcome outcome, Instant now) {
        var before = state;
        if (outcome instanceof Outcome.Paid paid) {
            paid(paid);
        } else if (outcome instanceof Outcome.Promised && before == PaymentState.CREATED) {
            state = PaymentState.AUTHORIZED;
        } else if (outcome instanceof Outcome.Ended ended) {
            end(ended);
        } else if (before.unsettled()) {
            unfinished(outcome);
        }
        if (state != before) {
            changedAt = now;
        }
        schedule(outcome, now);
        return change(before);
    }

    /** What was written down and never called. */
    void abandon(Instant now) {
        if (state == PaymentState.CREATED) {
            state = PaymentState.FAILED;
            failure = "never called";
            retryAt = null;
            changedAt = now;
        }
    }

    private void paid(Outcome.Paid paid) {
        if (state == PaymentState.CAPTURED) {
            return;
        }
        boolean late = !state.unsettled() && state != PaymentState.AUTHORIZED;
        surplus |= late;
        remember(paid.sessionRef());
        gatewayRef = paid.gatewayRef();
        cardBrand = paid.cardBrand();
        cardLast4 = paid.cardLast4();
        if (paid.amount().equals(amount())) {
            state = PaymentState.CAPTURED;
            capturedMinor = amountMinor;
            failure = late ? "paid after its end" : null;
        } else {
            state = PaymentState.UNKNOWN;
            failure = "asked for " + amount() + ", the gateway took " + paid.amount();
        }
    }

    private void end(Outcome.Ended ended) {
        if (state.unsettled() || state == PaymentState.AUTHORIZED) {
            remember(ended.sessionRef());
            state = cancelAsked ? PaymentState.CANCELED : PaymentState.FAILED;
            failure = ended.reason();
        }
    }

    private void unfinished(Outcome outcome) {
        if (outcome instanceof Outcome.Open open) {
            remember(open.sessionRef());
            sessionUrl = open.url() == null ? sessionUrl : open.url();
            state = PaymentState.PENDING;
            failure = null;
        } else if (outcome instanceof Outcome.Refused refused) {
            failure = refused.reason();
            // With a session there is something that can be paid: then a refusal ends nothing.
            state = sessionRef == null ? PaymentState.FAILED : state;
        } else if (outcome instanceof Outcome.Unknown unknown) {
            failure = unknown.reason();
            state = state == PaymentState.CREATED ? PaymentState.UNKNOWN : state;
        }
    }

    private void schedule(Outcome outcome, Instant now) {
        if (!state.unsettled()) {
            retryAt = null;
            return;
        }
        if (!(outcome instanceof Outcome.NotCalled)) {
            attempts++;
        }
        Duration pause;
        if (outcome instanceof Outcome.Open) {
            pause = Backoff.waiting(attempts);
        } else if (outcome instanceof Outcome.Paid) {
            pause = Backoff.unfitting();
        } else {
            pause = Backoff.unanswered(attempts);
        }
        retryAt = now.plus(pause);
    }

    private void remember(@Nullable String session) {
        sessionRef = sessionRef == null ? session : sessionRef;
    }

    private Change change(PaymentState before) {
        if (state == before) {
            return Change.NONE;
        }
        return switch (state) {
            case AUTHORIZED -> Change.AUTHORIZED;
            case CAPTURED -> Change.CAPTURED;
            case FAILED, CANCELED -> Change.ENDED;
            default -> Change.NONE;
        };
    }

    /** Notes that it shall not be paid any more. */
    void askCancel() {
        cancelAsked = true;
    }

    /** The courier has brought that much cash, all of the amount or less; true if that is news. */
    boolean collect(Money cash, Instant now) {
        if (state != PaymentState.AUTHORIZED) {
            return false;
        }
        if (!cash.currency().equals(amount().currency()) || cash.minorUnits() < 0 || cash.isMoreThan(amount())) {
            throw Problem.refused("payment/not-collectable", cash + " of " + amount());
        }
        state = PaymentState.CAPTURED;
        capturedMinor = cash.minorUnits();
        changedAt = now;
        return true;
    }

    /** The order was paid that much by credit besides. */
    void addCredit(Money credit) {
        if (creditMinor == 0) {
            creditMinor = credit.minorUnits();
        } else if (creditMinor != credit.minorUnits()) {
            throw new IllegalStateException(id + " was paid " + creditMinor + " by credit already");
        }
    }

    /**
     * Sets money aside for a refund: first what the gateway took, then what credit has paid, which is the answer. More than is
     * left of both is a Problem (REFUSED).
     */
    Money setAside(Money refund) {
        long atGateway = capturedMinor - refundedMinor;
        var left = new Money(atGateway + creditMinor - creditRefundedMinor, amount().currency());
        if (!refund.currency().equals(left.currency()) || refund.minorUnits() <= 0 || refund.isMoreThan(left)) {
            throw Problem.refused("payment/not-refundable", refund + " of " + left);
        }
        long fromGateway = Math.min(refund.minorUnits(), atGateway);
        refundedMinor += fromGateway;
        creditRefundedMinor += refund.minorUnits() - fromGateway;
        return new Money(refund.minorUnits() - fromGateway, refund.currency());
    }

    /** Frees what a refused refund had set aside. */
    void giveUp(long refundMinor) {
        refundedMinor -= refundMinor;
    }

    UUID id() {
        return id;
    }

    UUID checkoutId() {
        return checkoutId;
    }

    String gateway() {
        return gateway;
    }

    PaymentState state() {
        return state;
    }

    boolean cancelAsked() {
        return cancelAsked;
    }

    @Nullable
    String sessionUrl() {
        return sessionUrl;
    }

    @Nullable
    String gatewayRef() {
        return gatewayRef;
    }

    Instant createdAt() {
        return createdAt;
    }

    Money amount() {
        return Money.ofMinor(amountMinor, currency);
    }

    Attempt attempt() {
        return new Attempt(
                new PaymentId(id),
                checkoutId,
                idempotencyKey,
                amount(),
                Json.read(request, Display.class),
                createdAt,
                sessionRef);
    }

    PaymentStatus status() {
        return new PaymentStatus(
                new PaymentId(id),
                checkoutId,
                gateway,
                state,
                amount(),
                Money.ofMinor(capturedMinor + creditMinor, currency),
                Money.ofMinor(refundedMinor + creditRefundedMinor, currency),
                cardBrand,
                cardLast4,
                failure);
    }
}
