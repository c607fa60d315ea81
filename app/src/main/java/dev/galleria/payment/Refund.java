package dev.galleria.payment;

import dev.galleria.platform.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money going back. PENDING → SUCCEEDED or FAILED; without an answer UNKNOWN in between. SUCCEEDED is final; from FAILED
 * only a person leads on: tried once more, or paid back by hand.
 */
@Entity
@Table(name = "refund")
class Refund {
    /** How the reference of money begins that was not paid back through the gateway. */
    static final String BY_HAND = "by-hand:";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "payment_id")
    private UUID paymentId;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "credit_minor")
    private long creditMinor;

    private String reason;
    private String purpose;

    @Enumerated(EnumType.STRING)
    private Refunding.State state;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "gateway_ref")
    @Nullable
    private String gatewayRef;

    @Nullable
    private String failure;

    private int attempts;
    /** How often a person has had it tried again. */
    private int rounds;

    @Column(name = "retry_at")
    @Nullable
    private Instant retryAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Refund() {} // for JPA

    Refund(UUID id, UUID paymentId, Money amount, String purpose, String reason, Instant now) {
        this.id = id;
        this.paymentId = paymentId;
        amountMinor = amount.minorUnits();
        this.purpose = purpose;
        this.reason = reason;
        state = Refunding.State.PENDING;
        idempotencyKey = "galleria-refund-" + id;
        createdAt = now;
        changedAt = now;
        retryAt = now;
    }

    /** Of the amount so much is given back as credit, and not by the gateway. */
    void byCredit(Money credit, Instant now) {
        creditMinor = credit.minorUnits();
        if (creditMinor == amountMinor) {
            state = Refunding.State.SUCCEEDED;
            changedAt = now;
            retryAt = null;
        }
    }

    /** Takes in what the gateway says; true if that has settled it. */
    boolean apply(RefundOutcome outcome, Instant now) {
        if (settled()) {
            return false;
        }
        if (outcome instanceof RefundOutcome.Done done) {
            state = Refunding.State.SUCCEEDED;
            gatewayRef = done.gatewayRef();
            failure = null;
        } else if (outcome instanceof RefundOutcome.Underway underway) {
            state = Refunding.State.PENDING;
            gatewayRef = underway.gatewayRef();
        } else if (outcome instanceof RefundOutcome.Refused refused) {
            state = Refunding.State.FAILED;
            failure = refused.reason();
        } else if (outcome instanceof RefundOutcome.Unknown unknown) {
            state = Refunding.State.UNKNOWN;
            failure = unknown.reason();
        }
        attempts += outcome instanceof RefundOutcome.NotCalled ? 0 : 1;
        changedAt = now;
        retryAt = settled() ? null : now.plus(Backoff.unanswered(attempts));
        return settled();
    }

    /** A person wants the gateway asked once more: as another call, because the first one's refusal stands under its key. */
    void again(Instant now) {
        rounds++;
        state = Refunding.State.PENDING;
        idempotencyKey = "galleria-refund-" + id + "-" + rounds;
        failure = null;
        attempts = 0;
        retryAt = now;
        changedAt = now;
    }

    /** A person has paid it back another way. */
    void byHand(Instant now) {
        state = Refunding.State.SUCCEEDED;
        gatewayRef = BY_HAND + id;
        changedAt = now;
        retryAt = null;
    }

    boolean failed() {
        return state == Refunding.State.FAILED;
    }

    boolean settled() {
        return state == Refunding.State.SUCCEEDED || state == Refunding.State.FAILED;
    }

    boolean succeeded() {
        return state == Refunding.State.SUCCEEDED;
    }

    UUID id() {
        return id;
    }

    UUID paymentId() {
        return paymentId;
    }

    String purpose() {
        return purpose;
    }

    long amountMinor() {
        return amountMinor;
    }

    /** What the gateway is to give back. */
    long gatewayMinor() {
        return amountMinor - creditMinor;
    }

    boolean sameAs(UUID payment, Money amount) {
        return paymentId.equals(payment) && amountMinor == amount.minorUnits();
    }

    RefundAttempt attempt(String gatewayPayment, Money amount) {
        return new RefundAttempt(id, idempotencyKey, gatewayPayment, amount, attempts, createdAt);
    }

    Refunding view(String currency) {
        return new Refunding(
                id, new PaymentId(paymentId), purpose, Money.ofMinor(amountMinor, currency), state, failure);
    }
}
